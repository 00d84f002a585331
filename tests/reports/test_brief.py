"""The briefing note, on the sample and at its edges."""

from datetime import date

import pytest

from ministrack.domain.body import Body
from ministrack.domain.delegation import Delegate, Delegation, Presence, Role
from ministrack.domain.document import Document, DocumentStage, Stage
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filing import Inquiry
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingDocument, MeetingStatus, Treatment
from ministrack.domain.party import Membership, MembershipRole, Party
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.domain.series import Series, SeriesKind
from ministrack.domain.task import Progress, Task, TaskKind, TaskStatus
from ministrack.edits.workspace import Workspace
from ministrack.reports.brief.paper import make
from ministrack.reports.document import Paper, notes_of
from ministrack.reports.request import Request
from tests.papers import add, change, numbered, starting, told

TODAY = date(2026, 11, 26)
STAND, LAST = "Where we stand", "The last meeting: Baku, 20 November 2025"
DOCUMENTS, TASKS = "What was adopted, and where documents stand", "Open tasks, by owner"
UNKNOWN, AGENDA = "What is not known", "Draft agenda, not agreed with anyone yet"


def brief(
    workspace: Workspace, today: date = TODAY, *, meeting: str | None = None, series: str | None = None
) -> dict[str, list[str]]:
    return told(paper(workspace, today, meeting=meeting, series=series))


def paper(
    workspace: Workspace, today: date = TODAY, *, meeting: str | None = None, series: str | None = None
) -> Paper:
    return make(workspace.read, Request(today=today, meeting=meeting, series=series))


def test_the_note_of_the_sample_says_where_we_stand(sample: Workspace) -> None:
    made = paper(sample)
    assert made.title == "Third meeting of the justice ministers"
    assert made.subtitle == "Briefing note · Türkiye, 2026 · as of 26 November 2026"
    assert told(made)[STAND] == [
        "Series: Justice ministers of the Organization of Turkic States",
        "When: 2026?; the day is not known (some day until 31 December 2026)?",
        "Where: Türkiye?; the city is not known?",
        "Host: ?not recorded?",
        "Status: Planned",
        "Delegations: ?none named yet?",
        "Open tasks: 5, none overdue, ?4 without a deadline?",
    ]


def test_who_came_to_baku_is_told_with_the_deputy_pointed_out(sample: Workspace) -> None:
    lines = brief(sample)[LAST]
    assert (
        "Kyrgyzstan | Iskender Sydygaliev | Deputy Minister of Justice | *Deputy minister* | Attended"
        in lines
    )
    assert "Türkiye | Yılmaz Tunç | Minister of Justice | Minister | Attended" in lines
    assert "Chair: Farid Ahmadov, Justice Minister, Azerbaijan" in lines
    assert lines[-1] == (
        "4 delegations were led at minister level or above. "
        "Below minister level: *Kyrgyzstan (Deputy minister)*. "
        "?Who came to the meeting before (Astana, 2024) is not recorded, so levels cannot be compared.?"
    )


def test_documents_and_tasks_of_the_sample(sample: Workspace) -> None:
    sections = brief(sample)
    assert "Astana Declaration | Signed, 9 September 2024 | Reviewed" in sections[DOCUMENTS]
    assert "?No document is recorded as adopted or signed at the last meeting.?" in sections[DOCUMENTS]
    assert sections[TASKS][:2] == [
        "Owner | Task | Open since | Status | Due",
        "*Türkiye* | Hold the third meeting | Baku, 12 months | Open | this meeting",
    ]
    assert sections[TASKS][-2:] == [
        (
            "?not known? | Implement the directions of the Astana Declaration | Baku, 12 months "
            "| In progress | ?no date?"
        ),
        "?Nothing is recorded about these tasks since they were given.?",
    ]


def test_what_the_sample_does_not_know_and_its_draft_agenda(sample: Workspace) -> None:
    sections = brief(sample)
    assert sections[UNKNOWN] == [
        "?Day and month, city?: Third meeting of the justice ministers",
        "?Owner?: Implement the directions of the Astana Declaration",
        "?4 tasks without a deadline?",
        "?Members?: Expert Group; Task Force",
    ]
    assert sections[AGENDA] == [
        "Opening of the meeting",
        "Adoption of the agenda",
        "Astana Declaration: implementation",
        "Draft multilateral agreement on mutual legal assistance in civil matters: state of the text",
        "Report of the Expert Group: Finish the draft agreement on mutual legal assistance in civil matters",
        "Report of the Task Force: Create the Centralized Network of Forensic Expertise",
        "Strengthen cooperation and exchange of experience in law and justice (member states)",
        "Date and place of the 4th meeting",
        "Closing",
    ]


def test_every_fact_of_the_sample_leads_to_its_sentence(sample: Workspace) -> None:
    notes = notes_of(paper(sample))
    assert len(notes) == 7
    assert next(iter(notes)) == (
        "News.Az, 20 Nov 2025: “Participants agreed that the third meeting of TSO justice ministers "
        "will be held in Türkiye in 2026.”"
    )


def test_a_known_day_is_told_with_its_weekday_and_how_far_it_is(sample: Workspace) -> None:
    third = numbered(sample, 3)
    change(sample, third, date="2026-12-08", time="10:00–13:00 Europe/Istanbul", city="Ankara")
    lines = brief(sample)[STAND]
    assert "When: Tuesday, 8 December 2026, 10:00–13:00 Europe/Istanbul, in 12 days" in lines
    assert "Where: Ankara, Türkiye" in lines
    assert starting(brief(sample, date(2026, 12, 7))[STAND], "When").endswith(", tomorrow")
    assert starting(brief(sample, date(2026, 12, 8))[STAND], "When").endswith(", today")
    change(sample, third, date="2026-12-08/2026-12-09", time=None)
    assert "When: 8–9 December 2026, in 12 days" in brief(sample)[STAND]
    assert "When: 8–9 December 2026" in brief(sample, date(2026, 12, 9))[STAND]


def test_a_date_that_has_passed_or_is_not_given_is_named(sample: Workspace) -> None:
    third = numbered(sample, 3)
    change(sample, third, date="2026-05", country=None)
    lines = brief(sample)[STAND]
    assert "When: May 2026?; this date has passed, and whether the meeting was held is not recorded?" in lines
    assert "Where: ?not known?" in lines
    change(sample, third, date=None)
    assert "When: ?The date is not known.?" in brief(sample)[STAND]
    assert paper(sample).subtitle == "Briefing note · as of 26 November 2026"


def test_a_postponed_meeting_says_so_and_a_cancelled_one_is_passed_over(sample: Workspace) -> None:
    third = numbered(sample, 3)
    change(sample, third, status=MeetingStatus.POSTPONED)
    lines = brief(sample)[STAND]
    assert "Status: *Postponed*" in lines
    assert "When: 2026?; the meeting is postponed, and this is the date recorded last?" in lines
    change(sample, third, status=MeetingStatus.CANCELLED)
    with pytest.raises(InvalidValue, match="No meeting to come is recorded"):
        brief(sample)
    chosen = brief(sample, meeting=third.id)[STAND]
    assert "When: 2026*; the meeting is cancelled*" in chosen


def test_what_was_announced_before_a_meeting_moved_is_told(sample: Workspace) -> None:
    change(sample, numbered(sample, 3), date="2026-12-08")
    lines = brief(sample)[STAND]
    assert lines[1].startswith("When: Tuesday, 8 December 2026")
    assert lines[2] == "Announced before: 2026 · Türkiye · Planned (News.Az, 20 Nov 2025)"


def test_a_cancelled_meeting_is_not_the_last_one(sample: Workspace) -> None:
    third = numbered(sample, 3)
    change(sample, third, status=MeetingStatus.CANCELLED)
    (justice,) = sample.read.find(Series)
    add(sample, Meeting(name="Fourth", number=4, series=justice.id, previous=third.id))
    assert LAST in brief(sample)
    assert "Hold the third meeting (Türkiye)" in brief(sample)[AGENDA]


def test_a_dossier_without_a_meeting_to_come_says_what_to_do(empty: Workspace) -> None:
    with pytest.raises(InvalidValue) as refused:
        brief(empty)
    assert refused.value.field == "meeting"
    assert "Add the next meeting" in refused.value.todo
    health = Series(name="Ministers of health")
    add(empty, health, Meeting(name="First", series=health.id, status=MeetingStatus.HELD, date="2025"))
    with pytest.raises(InvalidValue, match="No next meeting of “Ministers of health” is recorded"):
        brief(empty, series=health.id)


def test_a_meeting_that_was_held_or_is_gone_is_refused(sample: Workspace) -> None:
    with pytest.raises(InvalidValue, match="“Second meeting of the justice ministers” has been held"):
        brief(sample, meeting=numbered(sample, 2).id)
    with pytest.raises(InvalidValue, match="not in the dossier any more"):
        brief(sample, meeting="gone")


def test_the_soonest_meeting_of_two_series_is_the_next_one(sample: Workspace) -> None:
    health = Series(name="Ministers of health")
    add(sample, health, Meeting(name="Sağlık toplantısı", series=health.id, date="2026-12-01"))
    assert paper(sample).title == "Sağlık toplantısı"
    (justice,) = sample.read.find(
        Series, Compare("name", "Justice ministers of the Organization of Turkic States")
    )
    assert paper(sample, series=justice.id).title == "Third meeting of the justice ministers"


def test_without_an_earlier_meeting_nothing_is_made_up(empty: Workspace) -> None:
    add(empty, Meeting(name="Founding meeting", date="2027"))
    sections = brief(empty)
    assert sections["The last meeting"] == ["?No earlier meeting is recorded as held.?"]
    assert DOCUMENTS not in sections
    assert sections[TASKS] == ["No task is open."]
    assert sections[AGENDA] == [
        "Opening of the meeting", "Adoption of the agenda", "Date and place of the next meeting", "Closing",
    ]  # fmt: skip
    assert sections[STAND] == [
        "When: 2027?; the day is not known (some day from 1 January 2027 to 31 December 2027)?",
        "Where: ?not known?",
        "Host: ?not recorded?",
        "Status: Planned",
        "Delegations: ?none named yet?",
        "Open tasks: none",
    ]


def test_who_came_is_compared_with_the_meeting_before(sample: Workspace) -> None:
    parties = {party.name: party.id for party in sample.read.find(Party)}
    people = {person.name: person.id for person in sample.read.find(Person)}
    first = numbered(sample, 1).id
    seats = {
        name: Delegation(meeting=first, party=parties[name], status=status)
        for name, status in {
            "Türkiye": Presence.ATTENDED,
            "Kyrgyzstan": Presence.ATTENDED,
            "Uzbekistan": Presence.ABSENT,
            "Kazakhstan": Presence.UNKNOWN,
            "Organization of Turkic States": Presence.ATTENDED,
        }.items()
    }
    asan = Person(name="Асан Үсөнов")
    add(
        sample,
        *seats.values(),
        asan,
        Delegate(delegation=seats["Türkiye"].id, person=people["Yılmaz Tunç"], level="minister"),
        Delegate(delegation=seats["Kyrgyzstan"].id, person=asan.id, level="minister"),
    )
    lines = brief(sample)[LAST]
    assert starting(lines, "Türkiye").endswith("| no change")
    assert starting(lines, "Kyrgyzstan").endswith(
        "| new head, before: Асан Үсөнов; level down from *Minister*"
    )
    assert starting(lines, "Uzbekistan").endswith("| absent then")
    assert starting(lines, "Kazakhstan").endswith("| ?attendance not known?")
    assert starting(lines, "Azerbaijan").endswith("| ?not recorded then?")
    assert lines[-1].endswith(
        " Came to the meeting before (Astana, 2024), not recorded at this one: "
        "?Organization of Turkic States?."
    )


def test_members_who_are_not_recorded_are_named(sample: Workspace) -> None:
    parties = {party.name: party.id for party in sample.read.find(Party)}
    ots = parties["Organization of Turkic States"]
    hungary, turkmenistan, past = Party(name="Magyarország"), Party(name="Türkmenistan"), Party(name="Past")
    add(
        sample,
        hungary,
        turkmenistan,
        past,
        Membership(party=turkmenistan.id, organisation=ots),
        Membership(party=parties["Türkiye"], organisation=ots),
        Membership(party=hungary.id, organisation=ots, role=MembershipRole.OBSERVER),
        Membership(party=past.id, organisation=ots, until="2020"),
    )
    assert "Members not recorded at the meeting: ?Türkmenistan?." in brief(sample)[LAST][-1]


def test_who_is_expected_stands_beside_who_came_last(sample: Workspace) -> None:
    parties = {party.name: party.id for party in sample.read.find(Party)}
    third = numbered(sample, 3).id
    tunc = Person(name="يلماز تونج")
    seat = Delegation(meeting=third, party=parties["Türkiye"], status=Presence.EXPECTED)
    add(
        sample,
        tunc,
        seat,
        Delegate(delegation=seat.id, person=tunc.id, level="minister"),
        Delegation(meeting=third, party=parties["Kyrgyzstan"], status=Presence.INVITED),
        Delegation(meeting=third, party=parties["Uzbekistan"], status=Presence.ABSENT),
    )
    sections = brief(sample)
    assert "Delegations: 1 expected, 1 invited, 1 will not come" in sections[STAND]
    assert sections["Who is expected"][1:] == [
        "Kyrgyzstan | ?not recorded? | ?not recorded? | Invited | Iskender Sydygaliev, *Deputy minister*",
        "Türkiye | يلماز تونج | Minister | Expected | Yılmaz Tunç, Minister",
        "Uzbekistan |  |  | *Absent* | Akbar Tashkulov, Minister",
    ]


def test_overdue_carried_over_and_reported_tasks(sample: Workspace) -> None:
    first, second = numbered(sample, 1).id, numbered(sample, 2).id
    late = Task(title="Translate the minutes", made_at=second, owner_note="Секретариат", due="2026-11-01")
    old = Task(title="Name a contact point", made_at=first, status=TaskStatus.PARTLY, due="2026")
    done = Task(title="Print the badges", made_at=second, status=TaskStatus.DONE)
    add(sample, late, old, done, Progress(task=late.id, note="Half\nis done", date="2026-10"))
    sections = brief(sample)
    assert starting(sections[STAND], "Open tasks") == "Open tasks: 7, *1 overdue*, ?4 without a deadline?"
    assert starting(sections[TASKS], "*Секретариат*") == (
        "*Секретариат* | Translate the minutes Oct 2026: Half is done | Baku, 12 months | *Open* "
        "| 1 November 2026, *overdue by 25 days*"
    )
    assert starting(sections[TASKS], "?not known? | Name") == (
        "?not known? | Name a contact point | Astana, 2024, at least 22 months, carried over "
        "| Partly done | 2026"
    )
    assert not any("badges" in line for line in sections[TASKS])


def test_what_was_adopted_at_the_last_meeting_is_named(sample: Workspace) -> None:
    second = numbered(sample, 2).id
    communique = Document(title="Bakı bəyannaməsi")
    minutes = Document(title="Minutes")
    add(
        sample,
        communique,
        minutes,
        DocumentStage(document=communique.id, stage=Stage.ADOPTED, date="2025-11-20", meeting=second),
        MeetingDocument(meeting=second, document=minutes.id, treatment=Treatment.SIGNED),
        MeetingDocument(meeting=second, document=minutes.id, treatment=Treatment.DISCUSSED),
    )
    lines = brief(sample)[DOCUMENTS]
    assert lines[0] == "Adopted or signed at the last meeting: *Bakı bəyannaməsi, Minutes*."
    assert "Bakı bəyannaməsi | Adopted, 20 November 2025 | " in lines
    assert "Minutes | ?no stage recorded? | Discussed, signed" in lines


def test_when_to_look_again_stands_with_what_is_not_known(sample: Workspace) -> None:
    third = numbered(sample, 3).id
    add(
        sample,
        Inquiry(
            missing="meeting.city",
            subject_table="meeting",
            subject=third,
            again="2026-12-01",
            note="Ask\nAnkara",
        ),
        Inquiry(missing="meeting.day", subject_table="meeting", subject=third, again="2026-11-01"),
        Inquiry(missing="meeting.date", subject_table="meeting", subject=third, again="2026-11-01"),
    )
    lines = brief(sample)[UNKNOWN]
    assert (
        "Look again 1 December 2026: city of “Third meeting of the justice ministers” (Ask Ankara)" in lines
    )
    assert "Look again *1 November 2026*: day and month of “Third meeting of the justice ministers”" in lines
    assert len([line for line in lines if line.startswith("Look again")]) == 2  # the date is known by now


def test_a_series_of_experts_is_not_measured_by_ministers(sample: Workspace) -> None:
    (justice,) = sample.read.find(Series)
    change(sample, Ref("series", justice.id), kind=SeriesKind.EXPERT)
    lines = brief(sample)[LAST]
    assert not any("minister level" in line for line in lines)
    assert (
        "Kyrgyzstan | Iskender Sydygaliev | Deputy Minister of Justice | Deputy minister | Attended" in lines
    )


def test_hostile_and_long_names_stay_what_they_are(empty: Workspace) -> None:
    name = "<b>{meeting}</b> " + "Қазақстан Республикасы " * 10
    name = name.strip()
    last = Meeting(name="{0.__class__}", number=1, status=MeetingStatus.HELD, date="2025-01-01")
    host = Party(name="الجمهورية {n}")
    body = Body(name="{owner}", set_up_at=last.id)
    task = Task(title="=1+1 {title}", made_at=last.id, owner_party=host.id)
    add(empty, host, last, Meeting(name=name, host=host.id, previous=last.id), body, task)
    made = paper(empty)
    assert made.title == name
    sections = told(made)
    assert "Host: الجمهورية {n}" in sections[STAND]
    assert "Report of the {owner}" in sections[AGENDA]
    assert "=1+1 {title} (\u2068الجمهورية {n}\u2069)" in sections[AGENDA]
    assert sections[TASKS][1].startswith("*الجمهورية {n}* | =1+1 {title} | {0.__class__}, 22 months")


def test_a_head_who_is_not_named_keeps_the_title(sample: Workspace) -> None:
    second = numbered(sample, 2).id
    hungary = Party(name="Magyarország", code="HU")
    seat = Delegation(meeting=second, party=hungary.id, status=Presence.ATTENDED)
    add(sample, hungary, seat, Delegate(delegation=seat.id, title="State Secretary", role=Role.HEAD))
    lines = brief(sample)[LAST]
    assert "Magyarország | ?not named? | State Secretary | ?not recorded? | Attended" in lines


def test_work_of_ones_own_is_on_no_agenda_and_like_tasks_are_one_item(sample: Workspace) -> None:
    second = numbered(sample, 2).id
    parties = {party.name: party.id for party in sample.read.find(Party)}
    title = "Send the statistics for 2025"
    add(
        sample,
        Task(title="Ask who pays for dinner", kind=TaskKind.OWN_WORK, made_at=second),
        Task(title=title, made_at=second, owner_party=parties["Uzbekistan"], due="2027-01-01"),
        Task(title=title, made_at=second, owner_party=parties["Kazakhstan"], due="2027-01-02"),
    )
    sections = brief(sample)
    assert any("Ask who pays for dinner" in line for line in sections[TASKS])
    assert not any("Ask who pays for dinner" in line for line in sections[AGENDA])
    assert f"{title} (Uzbekistan, Kazakhstan)" in sections[AGENDA]


def test_members_not_named_for_the_meeting_are_told(sample: Workspace) -> None:
    parties = {party.name: party.id for party in sample.read.find(Party)}
    ots = parties["Organization of Turkic States"]
    add(
        sample,
        Delegation(meeting=numbered(sample, 3).id, party=parties["Türkiye"], status=Presence.EXPECTED),
        *(Membership(party=parties[name], organisation=ots) for name in ("Kazakhstan", "Türkiye")),
    )
    assert brief(sample)["Who is expected"][-1] == "?Members not named for the meeting: Kazakhstan.?"


def test_the_age_of_a_meeting_of_two_days_is_exact_where_both_give_the_same(sample: Workspace) -> None:
    change(sample, numbered(sample, 2), date="2025-10-17/2025-10-18")
    assert starting(brief(sample)[TASKS], "*Türkiye*").split(" | ")[2] == "Baku, 13 months"
    change(sample, numbered(sample, 2), date="2025-10-26/2025-10-27")
    assert starting(brief(sample)[TASKS], "*Türkiye*").split(" | ")[2] == "Baku, at least 12 months"


def test_the_head_of_the_note_says_that_a_meeting_is_postponed(sample: Workspace) -> None:
    change(sample, numbered(sample, 3), status=MeetingStatus.POSTPONED)
    assert paper(sample).subtitle == "Briefing note · Türkiye, 2026 · postponed · as of 26 November 2026"


def test_what_was_done_since_the_last_meeting_is_told_with_who_did_it(sample: Workspace) -> None:
    second = numbered(sample, 2).id
    parties = {party.name: party.id for party in sample.read.find(Party)}
    kept = Task(
        title="Отправить протокол", made_at=second, status=TaskStatus.DONE, owner_party=parties["Uzbekistan"]
    )
    old = Task(title="Print the badges", made_at=numbered(sample, 1).id, status=TaskStatus.DONE)
    add(
        sample, kept, old,
        Progress(task=kept.id, date="2026-01", status=TaskStatus.DONE),
        Progress(task=old.id, date="2024-10", status=TaskStatus.DONE),
        Progress(task=old.id, status=TaskStatus.DONE),
    )  # fmt: skip
    assert brief(sample)[TASKS][-1] == "Done since the last meeting: Отправить протокол (Uzbekistan)."
