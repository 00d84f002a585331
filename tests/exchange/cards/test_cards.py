"""Address cards in the manner of the programs that write them become people; nobody is merged by itself."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.domain.errors import InvalidValue
from ministrack.domain.filing import Identifier
from ministrack.domain.person import NameOrder, Person, Spelling
from ministrack.edits.records import add_record
from ministrack.edits.workspace import Workspace
from ministrack.exchange.cards.plan import plan_cards
from ministrack.exchange.cards.reading import parse, read_cards
from ministrack.exchange.choices import Choices
from ministrack.exchange.content_lines import decoded
from ministrack.exchange.imports import ImportPlan
from tests.dossiers import AYGUN

FILES = Path(__file__).with_name("files")
ALL = sorted(each.name for each in FILES.glob("*.vcf"))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Boş.ministrack", AYGUN)
    yield opened
    opened.close()


def planned(workspace: Workspace, text: str) -> ImportPlan:
    return plan_cards(workspace.read, read_cards(text), "people.vcf", Choices(), lambda *_: None)


def planned_file(workspace: Workspace, name: str) -> ImportPlan:
    parsed = parse(str(FILES / name), Choices())
    return plan_cards(workspace.read, parsed, name, Choices(), lambda *_: None)


def verdicts(plan: ImportPlan) -> list[str]:
    return [row.verdict.value for row in plan.rows]


def people(workspace: Workspace) -> dict[str, Person]:
    return {each.name: each for each in workspace.read.find(Person)}


def card(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def test_cards_of_a_telephone(empty: Workspace) -> None:
    plan = planned_file(empty, "apple.vcf")
    assert verdicts(plan) == ["new", "new", "blank", "blank"]
    assert [row.words for row in plan.rows[2:]] == [
        "1 card is left out: it is of no person.",
        "Addresses, telephone numbers, birthdays and pictures are left out.",
    ]
    empty.run(plan.edit())
    tunc = people(empty)["Yılmaz Tunç"]
    assert (tunc.given, tunc.family, tunc.name_order) == ("Yılmaz", "Tunç", NameOrder.GIVEN_FIRST)
    assert tunc.note == (
        "Minister of Justice, Türkiye Cumhuriyeti Adalet Bakanlığı\n"
        "Speaks at the session, then flies back.\nLikes tea; no coffee."
    )
    yamada = people(empty)["山田 太郎"]
    assert (yamada.family, yamada.given, yamada.name_order) == ("山田", "太郎", NameOrder.FAMILY_FIRST)
    assert [each.name for each in empty.read.find(Spelling)] == ["Tarō Yamada"]
    kept = {each.value: each.scheme for each in empty.read.find(Identifier)}
    assert kept == {"4A1C-tunc": "vcard", "4A1C-yamada": "vcard"}


@pytest.mark.parametrize(
    ("encoding", "named", "family", "whole"),
    [
        ("cp1251", "", "Петров", "Пётр Ильич Петров"),
        ("cp1254", "", "Yıldız", "Şükrü Yıldız"),
        ("cp1251", ";CHARSET=windows-1251", "Ким", "Ли Ким"),
    ],
)
def test_cards_in_a_code_page_are_read_by_it(
    empty: Workspace, encoding: str, named: str, family: str, whole: str
) -> None:
    lines = card(f"N{named}:{family};{whole.removesuffix(f' {family}')};;;", f"FN{named}:{whole}")
    empty.run(planned(empty, decoded(lines.encode(encoding))).edit())
    assert people(empty)[whole].family == family


def test_cards_of_an_older_outlook(empty: Workspace) -> None:
    empty.run(planned_file(empty, "outlook.vcf").edit())
    (found,) = empty.read.find(Person)  # the card within is of an assistant
    assert (found.name, found.family, found.given) == ("Искендер Сыдыгалиев", "Сыдыгалиев", "Искендер")
    assert found.note == "Deputy Minister of Justice"


def test_cards_of_today(empty: Workspace) -> None:
    empty.run(planned_file(empty, "four.vcf").edit())
    general = people(empty)["Kubanychbek Omuraliev"]
    assert general.native_name == "Кубанычбек Өмүралиев"
    assert [each.name for each in empty.read.find(Spelling)] == ["Kubanıçbek Ömüraliyev"]
    assert general.note == "Secretary General, OTS, Secretariat"
    assert people(empty)["Nagy János"].name_order is NameOrder.FAMILY_FIRST
    assert empty.read.find(Identifier)[0].value == "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"


def test_what_is_broken_is_named_with_its_line(empty: Workspace) -> None:
    plan = planned_file(empty, "broken.vcf")
    assert [(row.where, row.verdict.value, row.words) for row in plan.rows] == [
        (1, "new", ""),
        (5, "problem", "It has no name (FN)."),
        (13, "problem", "Line 13 cannot be read: it is no property."),
        (18, "problem", "It has no end."),
        (18, "new", ""),
        (22, "problem", "It has no end."),
    ]
    empty.run(plan.edit())
    assert set(people(empty)) == {"Farid Ahmadov", "Akbar Jurayevich Tashkulov"}


@pytest.mark.parametrize("name", ALL)
def test_a_second_time_nothing_is_new(empty: Workspace, name: str) -> None:
    empty.run(planned_file(empty, name).edit())
    again = planned_file(empty, name)
    assert {"new", "changes"}.isdisjoint(verdicts(again))
    assert empty.run(again.edit()).changes == ()


def test_a_corrected_card_changes_what_it_says_otherwise(empty: Workspace) -> None:
    empty.run(planned(empty, card("UID:1", "FN:Yilmaz Tunc", "TITLE:Minister")).edit())
    plan = planned(empty, card("UID:1", "FN:Yılmaz Tunç"))
    assert [(row.verdict.value, row.words) for row in plan.rows] == [
        ("changes", "Name: Yilmaz Tunc → Yılmaz Tunç")
    ]
    empty.run(plan.edit())
    assert people(empty)["Yılmaz Tunç"].note == "Minister"


def test_somebody_of_that_name_is_never_merged_by_itself(empty: Workspace) -> None:
    empty.run(add_record(Person(name="Yılmaz Tunç", note="by hand")))
    text = card("UID:1", "FN:Tunc\\, Yilmaz", "N:Tunc;Yilmaz", "TITLE:Minister")
    plan = planned(empty, text)
    assert verdicts(plan) == ["conflict"]
    assert "Yılmaz Tunç is in the dossier." in plan.rows[0].words
    assert empty.run(plan.edit()).changes == ()
    empty.run(plan.edit([0]))
    (found,) = empty.read.find(Person)
    assert (found.name, found.given, found.family, found.note) == (
        "Yılmaz Tunç",
        "Yilmaz",
        "Tunc",
        "by hand",
    )


def test_two_of_one_name_are_left_to_the_person(empty: Workspace) -> None:
    for _ in range(2):
        empty.run(add_record(Person(name="Ali Aliyev")))
    assert verdicts(planned(empty, card("FN:Ali Aliyev", "TITLE:Judge"))) == ["conflict"]
    text = card("UID:1", "FN:Farid Ahmadov") + card("UID:2", "FN:Ahmadov Farid")
    assert verdicts(planned(empty, text)) == ["new", "conflict"]


def test_the_latest_version_of_a_card_counts(empty: Workspace) -> None:
    old = card("UID:1", "FN:Old", "REV:20250101T000000Z")
    plan = planned(empty, old + card("UID:1", "FN:New", "REV:20250601T000000Z"))
    assert verdicts(plan) == ["blank", "new"]
    empty.run(plan.edit())
    assert set(people(empty)) == {"New"}


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"Name,E-mail\r\nA,b\r\n", b"BEGIN:VCALENDAR\r\n"])
def test_what_holds_no_cards_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_cards(decoded(content))
    assert refused.value.safe == "Nothing was changed."


def test_broken_cards_crash_nothing(empty: Workspace) -> None:
    files = [each.read_bytes() for each in sorted(FILES.glob("*.vcf"))]
    chance = random.Random(6)
    stored = 0
    for _ in range(300):
        data = bytearray(chance.choice(files))
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 1, 30))] = chance.choice(
                (
                    b"BEGIN:VCARD\n",
                    b"END:VCARD\n",
                    b"\xff",
                    b"\x00",
                    b":",
                    b";",
                    b"=\n",
                    b"",
                    b"\n",
                    b"FN:\xd6\x90\n",
                )
            )
        try:
            found = read_cards(decoded(bytes(data)))
        except InvalidValue:
            continue
        plan = plan_cards(empty.read, found, "m.vcf", Choices(), lambda *_: None)
        if "new" in verdicts(plan) and stored < 30:
            empty.run(plan.edit())
            empty.undo()
            stored += 1
    assert stored
