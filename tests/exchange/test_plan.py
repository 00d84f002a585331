"""Lines that become records: a delegation list as it is pasted, meetings, and what is not plain."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.edits.records import add_record
from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Workspace
from ministrack.exchange.columns import mapped
from ministrack.exchange.grid import read_text
from ministrack.exchange.plan import Cells, Planned, Planner, Verdict
from ministrack.exchange.targets import targets
from ministrack.exchange.values import Given
from tests.dossiers import AYGUN

LIST = """Türkiye\tMinister of Justice\tYilmaz Tunc
Azerbaijan\tMinister of Justice\tFarid Ahmadov
Kazakhstan\tMinister of Justice\tYerlan Sarsembayev
Kyrgyz Republic\tDeputy Minister of Justice\tIskender Sydygaliev
Uzbekistan\tMinister of Justice\tAkbar Tashkulov
Hungary\tState Secretary\tH.E. Mr. Bence Tuzson
Turkmenistan\tAmbassador\tŞatlyk Annaýew
OTS Secretariat\tSecretary General\tKubanychbek Omuraliev
TRNC of nowhere\tMinister\tSomebody Else
Tajikistan\tHead of Department\tКаримзода Рустам
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Bakı.ministrack", AYGUN)
    opened.run(load_sample())
    yield opened
    opened.close()


def meeting(workspace: Workspace, number: int) -> Meeting:
    return workspace.read.find(Meeting, Compare("number", number))[0]


def lines_of(workspace: Workspace, text: str, table: str) -> list[dict[str, Given]]:
    found = mapped(workspace.read, read_text(text), targets(table))
    return [
        {each.key: Given(cell) for each, cell in zip(found.columns, line, strict=True) if each is not None}
        for line in found.lines
    ]


def planned(
    workspace: Workspace, table: str, lines: Sequence[Cells], common: Mapping[str, object] | None = None
) -> tuple[Planner, list[Planned]]:
    planner = Planner(workspace, table, targets(table))
    return planner, planner.plan(lines, common or {})


def test_ten_lines_of_a_delegation_list_become_one_step(workspace: Workspace) -> None:
    third = meeting(workspace, 3)
    lines = lines_of(workspace, LIST, "delegation")
    people = workspace.read.count("person")
    planner, found = planned(workspace, "delegation", lines, {"meeting": third.id, "status": "expected"})
    assert [each.verdict for each in found] == [Verdict.NEW] * 8 + [Verdict.PROBLEM, Verdict.NEW]
    assert found[8].problem == "delegation.party"
    assert "TRNC of nowhere" in found[8].words
    assert found[3].guessed == {"delegate.level": "Deputy minister"}
    assert found[9].guessed == {}
    assert not workspace.read.find(Delegation, Compare("meeting", third.id))
    workspace.run(planner.edit(found))
    seats = workspace.read.find(Delegation, Compare("meeting", third.id))
    assert len(seats) == 9
    assert {seat.status.value for seat in seats} == {"expected"}
    assert workspace.read.count("person") == people + 3  # the others are there under any spelling
    heads = [workspace.read.find(Delegate, Compare("delegation", seat.id))[0] for seat in seats]
    assert [head.level for head in heads] == [
        "minister", "minister", "minister", "deputy_minister", "minister", "state_secretary", "ambassador",
        "head_of_organisation", None,
    ]  # fmt: skip
    tuzson = workspace.read.find(Person, Compare("name", "Bence Tuzson"))
    assert len(tuzson) == 1
    assert workspace.undo_label() == "Add 9 delegations"
    workspace.undo()
    assert not workspace.read.find(Delegation, Compare("meeting", third.id))
    assert not workspace.read.find(Party, Compare("code", "HU"))


def test_the_same_list_again_changes_nothing_and_what_differs_is_said(workspace: Workspace) -> None:
    second = meeting(workspace, 2)
    lines = lines_of(workspace, LIST, "delegation")[:5]
    _, found = planned(workspace, "delegation", lines, {"meeting": second.id, "status": "expected"})
    assert {each.verdict for each in found} <= {Verdict.SAME, Verdict.CHANGES}
    line: dict[str, Given] = {
        "delegation.party": Given("TR"),
        "delegate.title": Given("Acting Minister of Justice"),
    }
    planner, (change,) = planned(workspace, "delegation", [line], {"meeting": second.id})
    assert change.verdict is Verdict.CHANGES
    assert change.words.startswith("Title then: ")
    assert change.words.endswith(" → Acting Minister of Justice")
    assert change.guessed == {}  # a level that is there is not replaced by a guess
    workspace.run(planner.edit([change]))
    assert planned(workspace, "delegation", [line], {"meeting": second.id})[1][0].verdict is Verdict.SAME


def test_a_country_twice_in_one_list_is_a_problem_of_the_second(workspace: Workspace) -> None:
    lines = [{"delegation.party": Given("Hungary")}, {"delegation.party": Given("Magyarország")}]
    _, found = planned(workspace, "delegation", lines, {"meeting": meeting(workspace, 3).id})
    assert [each.verdict for each in found] == [Verdict.NEW, Verdict.PROBLEM]
    assert found[1].words == "Hungary already has a delegation at this meeting."
    assert found[1].problem == "delegation.party"


def test_what_a_person_chose_or_wants_made_needs_no_guess(workspace: Workspace) -> None:
    third = {"meeting": meeting(workspace, 3).id}
    oic = [{"delegation.party": Given("OIC")}]
    assert planned(workspace, "delegation", oic, third)[1][0].verdict is Verdict.PROBLEM
    made = [{"delegation.party": Given("OIC", create=True)}]
    assert planned(workspace, "delegation", made, third)[1][0].words == "Also new: OIC"
    twins = [Person(name="Erlan Karin"), Person(name="Ерлан Карин")]
    for twin in twins:
        workspace.run(add_record(twin))
    line = {"delegation.party": Given("Georgia"), "delegate.person": Given("Erlan Karin")}
    assert planned(workspace, "delegation", [line], third)[1][0].problem == "delegate.person"
    chosen = {**line, "delegate.person": Given("Erlan Karin", Ref("person", twins[1].id))}
    assert planned(workspace, "delegation", [chosen], third)[1][0].verdict is Verdict.NEW


def test_without_a_meeting_a_line_says_what_is_missing(workspace: Workspace) -> None:
    _, (found, blank) = planned(workspace, "delegation", [{"delegation.party": Given("Hungary")}, {}])
    assert (found.verdict, found.words) == (Verdict.PROBLEM, "Meeting is missing.")
    assert blank.verdict is Verdict.BLANK


def test_headers_name_the_columns_also_those_that_are_left_out(workspace: Workspace) -> None:
    text = "No.\tName\tDate\tPlace\tStatus\n3\tThird meeting of the justice ministers\t12 May 2026\tx\tHeld\n"
    found = mapped(workspace.read, read_text(text), targets("meeting"))
    assert [each.key if each else None for each in found.columns] == [
        "meeting.number", "meeting.name", "meeting.date", None, "meeting.status",
    ]  # fmt: skip
    _, (line,) = planned(workspace, "meeting", lines_of(workspace, text, "meeting"))
    assert line.verdict is Verdict.CHANGES
    assert set(line.words.split(" · ")) == {"Status: Planned → Held", "Date: 2026 → 12 May 2026"}


def test_new_meetings_without_headers_are_told_by_their_cells(workspace: Workspace) -> None:
    text = "Fourth meeting\t2027\tAstana\tKazakhstan\nFifth meeting\tspring 2028\tTashkent\tUzbekistan\n"
    found = mapped(workspace.read, read_text(text), targets("meeting"))
    keys = [each.key if each else None for each in found.columns]
    assert keys[0] == "meeting.name"
    assert keys[1] == "meeting.date"
    assert keys[3] == "meeting.country"


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        ("meeting.date", "2026-02-30", "2026-02-30"),
        ("meeting.status", "maybe", "is none of these: Planned, Announced"),
        ("meeting.number", "second", "whole number"),
        ("meeting.country", "Atlantis", "not in the dossier"),
        ("meeting.series", "Nobody's", "not in the dossier"),
    ],
)
def test_what_is_not_understood_says_why_at_its_cell(
    workspace: Workspace, key: str, text: str, reason: str
) -> None:
    line = {"meeting.name": Given("Fourth meeting"), key: Given(text)}
    _, (found,) = planned(workspace, "meeting", [line])
    assert (found.verdict, found.problem) == (Verdict.PROBLEM, key)
    assert reason in found.words


def test_numbers_as_people_write_them(workspace: Workspace) -> None:
    for text in ("4", "4th", "No. 4", "4."):
        line = {"meeting.name": Given("Fourth meeting"), "meeting.number": Given(text)}
        planner, found = planned(workspace, "meeting", [line])
        workspace.run(planner.edit(found))
        assert workspace.read.find(Meeting, Compare("name", "Fourth meeting"))[0].number == 4
        workspace.undo()
