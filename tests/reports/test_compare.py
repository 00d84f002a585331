"""Two meetings compared: who changed, levels, topics, and promises kept."""

from datetime import date

import pytest

from ministrack.domain.delegation import Delegate, Delegation, Presence
from ministrack.domain.document import Document, DocumentStage, Stage
from ministrack.domain.errors import InvalidValue
from ministrack.domain.meeting import Meeting, MeetingDocument, MeetingStatus, ProgrammeItem, Treatment
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.task import Progress, Task, TaskKind, TaskStatus
from ministrack.edits.workspace import Workspace
from ministrack.reports.compare.paper import make
from ministrack.reports.document import Paper
from ministrack.reports.request import Request
from tests.papers import add, numbered, starting, told

TODAY = date(2026, 11, 26)
PROMISES = "What the earlier meeting agreed, and what became of it"


def paper(workspace: Workspace, first: str | None, second: str | None) -> Paper:
    return make(workspace.read, Request(meeting=first, second_meeting=second, today=TODAY))


def compared(workspace: Workspace) -> dict[str, list[str]]:
    return told(paper(workspace, numbered(workspace, 1).id, numbered(workspace, 2).id))


def test_the_sample_says_what_cannot_be_compared(sample: Workspace) -> None:
    sections = compared(sample)
    assert sections[""][:3] == [
        " | Astana | Baku",
        "Meeting | First meeting of the justice ministers | Second meeting of the justice ministers",
        "Date | 2024 | 20 November 2025",
    ]
    assert "Delegations | ?not recorded? | 6 came" in sections[""]
    assert sections["Who came"][0] == (
        "?Astana: who came is not recorded, so heads and levels cannot be compared.?"
    )
    assert "Kyrgyzstan | Iskender Sydygaliev, *Deputy minister* | Attended" in sections["Who came"]
    assert sections["Topics"][0] == "?Astana: the programme is not recorded.?"
    assert "Astana Declaration |  | Reviewed | Signed, 9 September 2024" in sections["Documents"]
    assert sections[PROMISES] == ["?Nothing is recorded as agreed there.?"]
    assert "Hold the third meeting (Türkiye)" in sections["What the later meeting added"]


def test_who_is_expected_is_compared_with_who_came(sample: Workspace) -> None:
    parties = {party.name: party.id for party in sample.read.find(Party)}
    third = numbered(sample, 3).id
    baetov = Person(name="Ayaz Baetov")
    seat = Delegation(meeting=third, party=parties["Kyrgyzstan"], status=Presence.EXPECTED)
    head = Delegate(delegation=seat.id, person=baetov.id, level="minister")
    add(sample, baetov, seat, head)
    sections = told(paper(sample, numbered(sample, 2).id, third))
    assert "Delegations | 6 came | 1 expected" in sections[""]
    assert (
        "Kyrgyzstan | Iskender Sydygaliev, *Deputy minister* | Expected: Ayaz Baetov, Minister"
        " | new head, before: Iskender Sydygaliev; level up from *Deputy minister*"
    ) in sections["Who came"]


def test_heads_and_levels_that_changed_are_named(sample: Workspace) -> None:
    parties = {party.name: party.id for party in sample.read.find(Party)}
    people = {person.name: person.id for person in sample.read.find(Person)}
    first = numbered(sample, 1).id
    asan, ilham = Person(name="Асан Үсөнов"), Person(name="İlham")
    hungary = Party(name="Magyarország", code="HU")
    turkmenistan = Party(name="Türkmenistan", code="TM")
    seats = {
        "TR": Delegation(meeting=first, party=parties["Türkiye"], status=Presence.ATTENDED),
        "KG": Delegation(meeting=first, party=parties["Kyrgyzstan"], status=Presence.ATTENDED),
        "AZ": Delegation(meeting=first, party=parties["Azerbaijan"], status=Presence.ATTENDED),
        "UZ": Delegation(meeting=first, party=parties["Uzbekistan"], status=Presence.ABSENT),
        "HU": Delegation(meeting=first, party=hungary.id, status=Presence.ATTENDED),
        "TM": Delegation(meeting=first, party=turkmenistan.id, status=Presence.ATTENDED),
    }
    add(
        sample,
        hungary,
        turkmenistan,
        asan,
        ilham,
        *seats.values(),
        Delegate(delegation=seats["TR"].id, person=people["Yılmaz Tunç"], level="minister"),
        Delegate(delegation=seats["KG"].id, person=asan.id, level="minister"),
        Delegate(delegation=seats["AZ"].id, person=ilham.id, level="deputy_minister"),
        Delegation(meeting=numbered(sample, 2).id, party=turkmenistan.id, status=Presence.ABSENT),
    )
    lines = compared(sample)["Who came"]
    assert "Level up: Azerbaijan (Deputy minister to Minister)" in lines
    assert "Level down: Kyrgyzstan (Minister to Deputy minister)" in lines
    assert starting(lines, "New head: ") == (
        "New head: Azerbaijan (Farid Ahmadov after İlham), Kyrgyzstan (Iskender Sydygaliev after Асан Үсөнов)"
    )
    assert "Same head: Türkiye" in lines
    assert "Came, absent before: Uzbekistan" in lines
    assert "Stayed away, came before: Türkmenistan" in lines
    assert "Came, not recorded later: ?Magyarország?" in lines
    assert "Came, not recorded before: ?Kazakhstan, OTS Secretariat?" in lines
    assert starting(lines, "Türkiye |").endswith("| no change")
    assert starting(lines, "Magyarország |").endswith("| ?not recorded? | ?not recorded now?")
    assert starting(lines, "Türkmenistan |").endswith("| *Absent* | came then")


def test_topics_are_one_although_they_are_written_differently(sample: Workspace) -> None:
    first = numbered(sample, 1).id
    add(
        sample,
        ProgrammeItem(title="IMPLEMENTATION of the Astana declaration!", meeting=first, position=1),
        ProgrammeItem(title="Notariat", meeting=first, position=2),
    )
    lines = compared(sample)["Topics"]
    assert lines[0] == "At both: Implementation of the Astana Declaration"
    assert lines[1] == "Only at the earlier: Notariat"
    assert starting(lines, "Only at the later").endswith("Work of the Task Force")


def test_what_became_of_promises_is_summed_up(sample: Workspace) -> None:
    first = numbered(sample, 1).id
    kept = Task(title="Keep", made_at=first, status=TaskStatus.DONE, owner_note="Секретариат")
    late = Task(title="Late", made_at=first, due="2025-11-01")
    quiet = Task(title="Quiet", made_at=first, status=TaskStatus.DONE, due="2025-03")
    add(
        sample,
        kept,
        late,
        quiet,
        Progress(task=quiet.id, date="2025-02", status=TaskStatus.DONE),
        Task(title="Drop", made_at=first, status=TaskStatus.DROPPED),
        Progress(task=kept.id, note="Sent", date="2025-02-03", status=TaskStatus.DONE),
    )
    lines = compared(sample)[PROMISES]
    assert lines[0] == "4 tasks: 1 open, 2 done, 1 dropped. *1 is overdue.*"
    assert "Keep 3 Feb 2025: Sent | Секретариат | ?no date? | Done" in lines
    assert "Quiet | ?not known? | March 2025 | Done, February 2025" in lines
    assert "Late | ?not known? | 1 November 2025, *overdue by 12 months* | *Open*" in lines


def test_a_stage_reached_at_a_meeting_stands_with_what_it_did(sample: Workspace) -> None:
    first = numbered(sample, 1).id
    plan = Document(title="Eylem Planı")
    add(
        sample,
        plan,
        MeetingDocument(meeting=first, document=plan.id, treatment=Treatment.DISCUSSED),
        DocumentStage(document=plan.id, stage=Stage.AGREED, date="2024-09", meeting=first),
        DocumentStage(document=plan.id, stage=Stage.IN_FORCE, date="2026-01-01"),
    )
    lines = compared(sample)["Documents"]
    assert "Eylem Planı | Discussed; agreed |  | In force, 1 January 2026" in lines


def test_the_earlier_meeting_comes_first_however_they_are_chosen(sample: Workspace) -> None:
    made = paper(sample, numbered(sample, 2).id, numbered(sample, 1).id)
    assert made.subtitle == "Astana and Baku · as of 26 November 2026"


def test_meetings_in_one_city_are_told_apart_by_their_dates(empty: Workspace) -> None:
    meetings = [
        Meeting(name="Toplantı", city="Ankara", date=day, status=MeetingStatus.HELD)
        for day in ("2025", "2026-03")
    ]
    add(empty, *meetings)
    assert paper(empty, meetings[0].id, meetings[1].id).subtitle.startswith(
        "Ankara, 2025 and Ankara, March 2026"
    )


def test_what_has_to_be_chosen_is_said(sample: Workspace) -> None:
    first = numbered(sample, 1).id
    for chosen, field in (((None, first), "meeting"), ((first, None), "second_meeting")):
        with pytest.raises(InvalidValue, match="No meeting is chosen") as refused:
            paper(sample, *chosen)
        assert refused.value.field == field
    with pytest.raises(InvalidValue, match="cannot be compared with itself"):
        paper(sample, first, first)
    with pytest.raises(InvalidValue, match="not in the dossier any more"):
        paper(sample, first, "gone")


def test_two_meetings_without_anything_say_so(empty: Workspace) -> None:
    first, second = Meeting(name="الاجتماع الأول"), Meeting(name="Второе заседание")
    add(empty, first, second)
    sections = told(paper(empty, first.id, second.id))
    assert "Date | ?not known? | ?not known?" in sections[""]
    assert len(sections["Who came"]) == 2
    assert sections["Documents"] == ["?No document of either meeting is recorded.?"]
    assert "What the later meeting added" not in sections


def test_work_of_ones_own_is_no_promise(sample: Workspace) -> None:
    add(
        sample,
        Task(title="Book a hotel", kind=TaskKind.OWN_WORK, made_at=numbered(sample, 1).id),
        Task(title="Buy stamps", kind=TaskKind.OWN_WORK, made_at=numbered(sample, 2).id),
    )
    sections = compared(sample)
    assert sections["What the earlier meeting agreed, and what became of it"] == [
        "?Nothing is recorded as agreed there.?"
    ]
    assert not any("Buy stamps" in line for line in sections["What the later meeting added"])
