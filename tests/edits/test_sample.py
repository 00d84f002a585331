"""The sample dossier says what its report says: no more, no less, each field with its sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.body import Body, BodyMember
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.document import Document, DocumentParty, DocumentStage
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.levels import STANDARD_LEVELS
from ministrack.domain.meeting import Meeting, MeetingDocument, ProgrammeItem
from ministrack.domain.party import Membership, Party
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record, Ref
from ministrack.domain.scope import scope
from ministrack.domain.series import Series
from ministrack.domain.source import Source, Statement
from ministrack.domain.task import Progress, Task
from ministrack.edits.changes import ChangeSet
from ministrack.edits.records import add_record
from ministrack.edits.sample import load_sample
from ministrack.edits.statements import choose_statement, statements_of
from ministrack.edits.workspace import Identity, Workspace

FACTS = sorted(RECORD_TYPES.keys() - {"level", "source", "statement"})

# What the report does not say, and we had to choose: names we gave, codes, kinds of participants.
OURS = {
    "party": {"kind", "code"},
    "series": {"short_name"},
    "meeting": {"name", "mode"},
    "person": {"name_order"},
    "spelling": {"source"},
    "progress": {"source"},
}
OUR_SECRETARIAT = {"name", "short_name", "kind"}

# Fields whose words in the report differ from the usual ones: (table, field) -> as stated.
OTHER_WORDS = {
    ("series", "name"): "justice ministers from the member states of the Organization of Turkic States (OTS)",
    ("person", "name"): "Yilmaz Tunc",
    ("person", "given"): "Yilmaz",
    ("person", "family"): "Tunc",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new dossier with the sample in it."""
    opened = Workspace.create(tmp_path / "Sample.ministrack", Identity("Aygün", "desk"))
    opened.run(load_sample())
    yield opened
    opened.close()


def facts(workspace: Workspace) -> dict[Ref, dict[str, object]]:
    """Every stored field of every record but levels, sources and statements; references as labels."""
    return {
        Ref(table, record.id): {
            name: workspace.read.label(Ref(spec.refers, value)) if spec.refers else value
            for name, spec in specs(RECORD_TYPES[table]).items()
            if (value := getattr(record, name)) is not None
        }
        for table in FACTS
        for record in workspace.read.find(RECORD_TYPES[table])
    }


def rows(workspace: Workspace, kind: type[Record]) -> list[dict[str, object]]:
    """The records of one kind in the order of the report."""
    return [fields for ref, fields in facts(workspace).items() if ref.table == kind.TABLE]


def named(workspace: Workspace, kind: type[Record], label: str) -> Ref:
    """The one record of a kind that has this label."""
    (found,) = workspace.read.find(kind, Compare(kind.LABEL, label))
    return Ref(kind.TABLE, found.id)


FIRST = "First meeting of the justice ministers"
SECOND = "Second meeting of the justice ministers"
THIRD = "Third meeting of the justice ministers"
DECLARATION = "Astana Declaration"
DRAFT = "Draft multilateral agreement on mutual legal assistance in civil matters"


def test_series_and_parties(workspace: Workspace) -> None:
    series = "Justice ministers of the Organization of Turkic States"
    assert rows(workspace, Series) == [
        {
            "name": series,
            "short_name": "OTS · Justice ministers",
            "organisation": "Organization of Turkic States",
            "kind": "ministerial",
        }
    ]
    assert rows(workspace, Party) == [
        {"name": "Azerbaijan", "kind": "state", "code": "AZ"},
        {"name": "Türkiye", "kind": "state", "code": "TR"},
        {"name": "Uzbekistan", "kind": "state", "code": "UZ"},
        {"name": "Kazakhstan", "kind": "state", "code": "KZ"},
        {"name": "Kyrgyzstan", "kind": "state", "code": "KG"},
        {"name": "Organization of Turkic States", "kind": "organisation", "short_name": "OTS"},
        {"name": "OTS Secretariat", "kind": "entity", "short_name": "OTS Secretariat"},
    ]
    assert not workspace.read.count(Membership.TABLE)


def test_meetings_are_no_more_precise_than_the_report(workspace: Workspace) -> None:
    series = {"series": "Justice ministers of the Organization of Turkic States", "mode": "unknown"}
    assert rows(workspace, Meeting) == [
        series
        | {"name": FIRST, "number": 1, "status": "held", "date": "2024"}
        | {"city": "Astana", "country": "Kazakhstan"},
        series
        | {"name": SECOND, "number": 2, "status": "held", "date": "2025-11-20"}
        | {"city": "Baku", "country": "Azerbaijan", "host": "Azerbaijan", "previous": FIRST},
        series
        | {"name": THIRD, "number": 3, "status": "planned", "date": "2026"}
        | {"country": "Türkiye", "previous": SECOND},
    ]


def test_delegations_with_their_one_person_each(workspace: Workspace) -> None:
    names = ("Farid Ahmadov", "Yılmaz Tunç", "Akbar Tashkulov", "Yerlan Sarsembayev", "Iskender Sydygaliev")
    people = [name.split(" ") for name in (*names, "Kubanychbek Omuraliev")]
    assert rows(workspace, Person) == [
        {"name": f"{given} {family}", "given": given, "family": family, "name_order": "given first"}
        for given, family in people
    ]
    assert [(row["party"], row["part"]) for row in rows(workspace, Delegation)] == [
        ("Azerbaijan", "host"),
        ("Türkiye", "member"),
        ("Uzbekistan", "member"),
        ("Kazakhstan", "member"),
        ("Kyrgyzstan", "member"),
        ("OTS Secretariat", "secretariat"),
    ]
    assert {(row["meeting"], row["status"]) for row in rows(workspace, Delegation)} == {(SECOND, "attended")}
    assert [tuple(row.values()) for row in rows(workspace, Delegate)] == [
        (f"{party}, {SECOND}", person, title, level, role)
        for party, person, title, level, role in (
            ("Azerbaijan", "Farid Ahmadov", "Justice Minister", "Minister", "chair"),
            ("Türkiye", "Yılmaz Tunç", "Minister of Justice", "Minister", "head"),
            ("Uzbekistan", "Akbar Tashkulov", "Minister of Justice", "Minister", "head"),
            ("Kazakhstan", "Yerlan Sarsembayev", "Minister of Justice", "Minister", "head"),
            ("Kyrgyzstan", "Iskender Sydygaliev", "Deputy Minister of Justice", "Deputy minister", "head"),
            ("OTS Secretariat", "Kubanychbek Omuraliev", "Secretary General", "Head of organisation", "head"),
        )
    ]
    (spelling,) = rows(workspace, Spelling)
    assert spelling["name"] == "Yilmaz Tunc"
    assert spelling["person"] == "Yılmaz Tunç"


def test_programme_of_the_second_meeting(workspace: Workspace) -> None:
    items = rows(workspace, ProgrammeItem)
    assert {item["meeting"] for item in items} == {SECOND}
    assert [(item["position"], item["kind"], item["title"], item.get("place")) for item in items] == [
        (1, "visit", "Visit to the Alley of Honor", "Alley of Honor"),
        (2, "visit", "Visit to the Alley of Martyrs", "Alley of Martyrs"),
        (3, "visit", "Visit to Victory Park", "Victory Park"),
        (4, "session", "Implementation of the Astana Declaration", None),
        (5, "session", "Digital transformation and innovative solutions in the justice sector", None),
        (6, "session", "Activities of the Expert Group", None),
        (7, "session", "Work of the Task Force", None),
    ]
    assert "Heydar Aliyev" in str(items[0]["note"])


def test_documents(workspace: Workspace) -> None:
    assert rows(workspace, Document) == [
        {"title": DECLARATION, "kind": "declaration"},
        {"title": DRAFT, "kind": "draft"},
    ]
    assert rows(workspace, DocumentStage) == [
        {"document": DECLARATION, "stage": "signed", "date": "2024-09-09"},
        {"document": DRAFT, "stage": "drafting", "meeting": SECOND},
    ]
    assert rows(workspace, DocumentParty) == [{"document": DRAFT, "party": "Azerbaijan", "role": "initiator"}]
    assert rows(workspace, MeetingDocument) == [
        {"meeting": SECOND, "document": DECLARATION, "treatment": "reviewed"},
        {"meeting": SECOND, "document": DRAFT, "treatment": "discussed"},
    ]


def test_bodies(workspace: Workspace) -> None:
    mandate = "Work on a multilateral draft agreement on mutual legal assistance in civil matters"
    assert rows(workspace, Body) == [
        {"name": "Expert Group", "kind": "expert group", "mandate": mandate},
        {
            "name": "Task Force",
            "kind": "task force",
            "mandate": "Create a Centralized Network of Forensic Expertise",
        },
    ]
    assert not workspace.read.count(BodyMember.TABLE)


def test_tasks_and_their_ledgers(workspace: Workspace) -> None:
    implement = "Implement the directions of the Astana Declaration"
    finish = "Finish the draft agreement on mutual legal assistance in civil matters"
    network = "Create the Centralized Network of Forensic Expertise"
    cooperation = "Strengthen cooperation and exchange of experience in law and justice"
    assert rows(workspace, Task) == [
        {"title": title, "kind": kind, "status": status, "made_at": SECOND} | rest
        for title, kind, status, rest in (
            (implement, "decision", "in progress", {"from_document": DECLARATION}),
            (finish, "mandate", "in progress", {"owner_body": "Expert Group"}),
            (network, "mandate", "in progress", {"owner_body": "Task Force"}),
            (cooperation, "promise", "open", {"owner_note": "member states"}),
            (
                "Hold the third meeting",
                "decision",
                "open",
                {"owner_party": "Türkiye", "due_meeting": THIRD},
            ),
        )
    ]
    report = workspace.read.find(Source)[0].title
    assert rows(workspace, Progress) == [
        {"task": task, "date": "2025-11-20", "meeting": SECOND, "status": "in progress"}
        | {"note": note, "source": report}
        for task, note in (
            (implement, "Implementation status of the directions reviewed."),
            (finish, "Activities of the Expert Group highlighted."),
            (network, "Work of the Task Force highlighted."),
        )
    ]


def test_nothing_else_is_in_it(workspace: Workspace) -> None:
    tables = {table: count for table in RECORD_TYPES if (count := workspace.read.count(table))}
    assert tables == {
        "level": len(STANDARD_LEVELS),
        "source": 1,
        "party": 7,
        "series": 1,
        "meeting": 3,
        "person": 6,
        "spelling": 1,
        "delegation": 6,
        "delegate": 6,
        "programme_item": 7,
        "document": 2,
        "document_stage": 2,
        "document_party": 1,
        "meeting_document": 2,
        "body": 2,
        "task": 5,
        "progress": 3,
        "statement": 204,
    }


def test_the_source_is_the_report_without_an_address(workspace: Workspace) -> None:
    (source,) = workspace.read.find(Source)
    assert (source.title, source.publisher) == ("News.Az report, 20 November 2025", "News.Az")
    assert (source.kind, source.published, source.language) == ("news", "2025-11-20", "en")
    assert source.address is None
    assert source.accessed is None
    assert source.text is not None
    assert source.text.startswith("On November 20, justice ministers from the member states of the")
    assert source.text.endswith("was held last year in Astana, the capital of Kazakhstan.")


def test_every_field_that_the_report_gives_has_one_chosen_statement(workspace: Workspace) -> None:
    secretariat = named(workspace, Party, "OTS Secretariat")
    for ref, fields in facts(workspace).items():
        ours = OUR_SECRETARIAT if ref == secretariat else OURS.get(ref.table, set())
        stated = [statement.field for statement in statements_of(workspace.read, ref)]
        assert sorted(stated) == sorted(fields.keys() - ours), (ref.table, fields)
    assert all(statement.chosen for statement in workspace.read.find(Statement))


def test_every_quote_is_whole_sentences_at_its_offsets(workspace: Workspace) -> None:
    (source,) = workspace.read.find(Source)
    text = source.text or ""
    for statement in workspace.read.find(Statement):
        assert statement.start is not None
        assert statement.stop is not None
        assert text[statement.start : statement.stop] == statement.quote
        assert statement.quote.endswith(".")
        assert statement.start == 0 or text[: statement.start].rstrip().endswith(".")
        assert statement.source == source.id


def test_each_statement_gives_the_value_that_stands_in_its_field(workspace: Workspace) -> None:
    stored = facts(workspace)
    for statement in workspace.read.find(Statement):
        about = Ref(statement.subject_table, statement.subject)
        value = str(stored[about][statement.field])
        if statement.value != value:
            # The report's own spelling stands beside the usual one, also where it names the person.
            field = ("person", "name") if statement.field == "person" else (about.table, statement.field)
            assert statement.value == OTHER_WORDS[field]


def test_choosing_a_statement_that_is_chosen_changes_nothing(workspace: Workspace) -> None:
    for statement in workspace.read.find(Statement):
        if (statement.subject_table, statement.field) not in OTHER_WORDS:
            done = workspace.run(choose_statement(workspace.read, statement))
            assert not done.changes, statement
    tunc = named(workspace, Person, "Yılmaz Tunç")
    (spelled,) = statements_of(workspace.read, tunc, "name")
    workspace.run(choose_statement(workspace.read, spelled))
    assert workspace.read.label(tunc) == "Yilmaz Tunc"


@pytest.mark.parametrize(
    ("label", "field", "words"),
    [
        (FIRST, "date", "last year in Astana"),
        (SECOND, "date", "On November 20"),
        (SECOND, "host", "Azerbaijan's warm hospitality"),
        (THIRD, "date", "in Türkiye in 2026"),
        (THIRD, "series", "TSO justice ministers"),
    ],
)
def test_a_field_opens_its_sentence(workspace: Workspace, label: str, field: str, words: str) -> None:
    (statement,) = statements_of(workspace.read, named(workspace, Meeting, label), field)
    assert words in statement.quote


def test_where_report_and_dossier_differ_the_statement_says_why(workspace: Workspace) -> None:
    for label, field, words in (
        (FIRST, "date", "“Last year”"),
        (SECOND, "date", "the year is"),
        (THIRD, "series", "misprint for OTS"),
    ):
        (statement,) = statements_of(workspace.read, named(workspace, Meeting, label), field)
        assert words in (statement.reason or "")


def test_it_is_one_edit_that_undo_and_redo_take_whole(workspace: Workspace) -> None:
    before = facts(workspace)
    statements = workspace.read.find(Statement)
    assert workspace.undo_label() == "Load the sample dossier"
    workspace.undo()
    assert workspace.undo_label() is None
    assert [table for table in RECORD_TYPES if workspace.read.count(table)] == ["level"]
    assert not workspace.read.search("Tunç")
    workspace.redo()
    assert facts(workspace) == before
    assert workspace.read.find(Statement) == statements
    assert workspace.read.verify() == []


def test_listeners_hear_of_it_once(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "New.ministrack", Identity("Aygün", "desk"))
    heard: list[ChangeSet] = []
    workspace.subscribe(heard.append)
    workspace.run(load_sample())
    workspace.close()
    assert len(heard) == 1
    assert {"meeting", "person", "task", "statement"} <= heard[0].tables()


def test_a_second_time_it_is_refused_and_nothing_is_stored(workspace: Workspace) -> None:
    before = facts(workspace)
    with pytest.raises(InvalidValue, match="The code AZ already belongs to Azerbaijan"):
        workspace.run(load_sample())
    assert facts(workspace) == before
    assert workspace.read.count("source") == 1
    assert workspace.read.count("statement") == 204


def test_it_joins_what_is_there_when_no_country_clashes(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "Own.ministrack", Identity("Aygün", "desk"))
    workspace.run(add_record(Party(name="Magyarország", code="HU")))
    workspace.run(load_sample())
    assert workspace.read.count("party") == 8
    workspace.undo()
    assert [party.name for party in workspace.read.find(Party)] == ["Magyarország"]
    workspace.close()


def test_each_load_makes_new_ids(tmp_path: Path, workspace: Workspace) -> None:
    other = Workspace.create(tmp_path / "Other.ministrack", Identity("Aygün", "desk"))
    other.run(load_sample())
    assert not facts(other).keys() & facts(workspace).keys()
    other.close()


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Yilmaz Tunc", "Yılmaz Tunç"),
        ("yılmaz", "Yılmaz Tunç"),
        ("TUNÇ", "Yılmaz Tunç"),
        ("Omuraliyev", "Kubanychbek Omuraliev"),
        ("Омуралиев", "Kubanychbek Omuraliev"),
        ("Əhmədov", "Farid Ahmadov"),
        ("Sıdıqalıyev", "Iskender Sydygaliev"),
    ],
)
def test_people_are_found_in_any_spelling(workspace: Workspace, typed: str, person: str) -> None:
    assert [hit.label for hit in workspace.read.search(typed, ("person",))] == [person]
    assert workspace.read.search(typed)[0].label == person


COUNTED = ("meeting", "delegation", "person", "task", "document", "body", "source")


@pytest.mark.parametrize(
    ("party", "counts"),
    [
        ("Kyrgyzstan", (1, 1, 1, 0, 0, 0, 1)),
        ("OTS Secretariat", (1, 1, 1, 0, 0, 0, 1)),
        ("Türkiye", (2, 1, 1, 1, 0, 0, 1)),
        ("Kazakhstan", (2, 1, 1, 0, 0, 0, 1)),
        ("Azerbaijan", (1, 1, 1, 0, 1, 0, 1)),
    ],
)
def test_the_filter_by_party(workspace: Workspace, party: str, counts: tuple[int, ...]) -> None:
    shared = SharedFilter(parties=(named(workspace, Party, party).id,))
    assert tuple(workspace.read.count(table, scope(table, shared)) for table in COUNTED) == counts


def test_the_task_of_the_third_meeting_moves_with_it(workspace: Workspace) -> None:
    task = named(workspace, Task, "Hold the third meeting")
    row = workspace.read.row(task, ("due_first", "due_last"))
    assert row is not None
    assert (row["due_first"], row["due_last"]) == ("2026-01-01", "2026-12-31")
