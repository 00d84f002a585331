"""Names are found as people type them, in any spelling and script."""

from pathlib import Path

import pytest

from ministrack.domain.countries import names_of
from ministrack.domain.filters import Matches
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from ministrack.store.compile import compile_filter
from ministrack.store.dossier import open_dossier
from ministrack.store.search import SEARCHED
from tests.dossiers import (
    BAKU,
    EVERY_KIND,
    HOST,
    KYRGYZSTAN,
    OMURALIEV,
    REPORT,
    SEAT,
    TUNC,
    TURKIYE,
    filled,
    ref_of,
)

AHMADOV = Person(name="Fərid Əhmədov", native_name="Fərid Əhmədov")
SYDYGALIEV = Person(name="Iskender Sydygaliev", native_name="Искендер Сыдыгалиев")
IGDIR = Meeting(name="Border talks", city="Iğdır")


@pytest.fixture
def wider(workspace: Workspace) -> Workspace:
    workspace.run(Edit("More", lambda writer: writer.add_all((AHMADOV, SYDYGALIEV, IGDIR))))
    return workspace


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("Yilmaz Tunc", TUNC),
        ("yılmaz", TUNC),
        ("TUNÇ", TUNC),
        ("tunc yil", TUNC),
        ("Йылмаз Тунч", TUNC),
        ("Omuraliyev", OMURALIEV),
        ("Omuraliev", OMURALIEV),
        ("Ömüralıyev", OMURALIEV),
        ("Омуралиев", OMURALIEV),
        ("кубан", OMURALIEV),
        ("Əhmədov", AHMADOV),
        ("Ahmadov", AHMADOV),
        ("ehmedov", AHMADOV),
        ("Farid Ah", AHMADOV),
        ("Sidygaliyev", SYDYGALIEV),
        ("Сыдыгалиев", SYDYGALIEV),
        ("Sıdıqalıyev", SYDYGALIEV),
        ("igdir", IGDIR),
        ("ığdır", IGDIR),
        ("IĞDIR", IGDIR),
        ("Kirgizistan", KYRGYZSTAN),
        ("Кыргызстан", KYRGYZSTAN),
        ("KG", KYRGYZSTAN),
        ("Turkey", TURKIYE),
        ("third meeting", HOST),
        ("bakı", BAKU),
        ("News.Az", REPORT),
    ],
)
def test_what_is_typed_finds_what_is_meant(
    wider: Workspace, typed: str, record: Person | Meeting | Party
) -> None:
    found = wider.read.search(typed)
    assert ref_of(record) in [hit.ref for hit in found]


def test_a_delegation_is_found_by_its_party_and_its_people(wider: Workspace) -> None:
    for typed in ("Türkiye", "turkey", "Tunç", "Yilmaz", "minister of justice"):
        assert ref_of(SEAT) in [hit.ref for hit in wider.read.search(typed, ["delegation"])], typed


def test_hits_say_what_they_are(wider: Workspace) -> None:
    (hit,) = wider.read.search("Tunç", ["person"])
    assert (hit.ref, hit.label) == (ref_of(TUNC), "Yılmaz Tunç")
    assert "Minister of Justice" in hit.context
    assert "Türkiye" in hit.context


def test_only_the_tables_asked_for_and_no_more_than_asked_for(wider: Workspace) -> None:
    wider.run(Edit("Many", lambda writer: writer.add_all(Person(name=f"Əli Əliyev {n}") for n in range(70))))
    assert len(wider.read.search("Əliyev")) == 50
    assert len(wider.read.search("aliyev", limit=7)) == 7
    assert {hit.ref.table for hit in wider.read.search("Əliyev", ["person"])} == {"person"}
    assert wider.read.search("Əliyev", ["meeting"]) == []


@pytest.mark.parametrize("typed", ["", " ", "\n", "…", "'", '"', "***", "()"])
def test_nothing_typed_finds_nothing(wider: Workspace, typed: str) -> None:
    assert wider.read.search(typed) == []


def test_every_country_is_found_by_each_of_its_names(workspace: Workspace, path: Path) -> None:
    names = names_of("KG")
    assert len(names) > 3
    for name in names:
        assert ref_of(KYRGYZSTAN) in [hit.ref for hit in workspace.read.search(name, ["party"])], name
    assert path.exists()


def test_a_new_name_is_found_and_the_old_one_is_not(workspace: Workspace) -> None:
    workspace.run(
        change_record(workspace.read, ref_of(OMURALIEV), new={"name": "Ö. B.", "native_name": None})
    )
    assert Ref("person", OMURALIEV.id) not in [hit.ref for hit in workspace.read.search("Omuraliev")]
    workspace.undo()
    assert Ref("person", OMURALIEV.id) in [hit.ref for hit in workspace.read.search("Omuraliev")]


def test_every_searched_kind_is_found_by_its_label(workspace: Workspace) -> None:
    workspace.run(add_record(IGDIR))
    found_by_label = {
        record.TABLE
        for record in EVERY_KIND
        if record.TABLE in SEARCHED
        and ref_of(record)
        in [hit.ref for hit in workspace.read.search(workspace.read.label(ref_of(record)).split(",")[0])]
    }
    assert found_by_label == set(SEARCHED)


@pytest.mark.parametrize("table", ["meeting", "person", "task", "document"])
def test_words_are_looked_up_once_and_not_for_each_record(tmp_path: Path, table: str) -> None:
    path = tmp_path / "Söz.ministrack"
    filled(path).close()
    condition = compile_filter(table, Matches("Bakı"))
    dossier = open_dossier(path)
    sql = f"EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE {condition.sql}"
    steps = [str(row["detail"]) for row in dossier.connection.execute(sql, condition.values)]
    dossier.close()
    words = next(place for place, step in enumerate(steps) if "search_text" in step)
    entries = next(place for place, step in enumerate(steps) if " entry " in step)
    assert words < entries, steps
    assert "PRIMARY KEY" in steps[entries]
