"""What a calendar would do: corrected files, records of the same name, versions, places, and the one edit."""

import pytest

from ministrack.domain.filing import Identifier
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.progress import Stopped
from ministrack.domain.record import Ref
from ministrack.domain.task import Task, TaskStatus
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from ministrack.exchange.calendar.parsing import read_calendar
from ministrack.exchange.calendar.plan import plan_calendar
from ministrack.exchange.choices import Choices
from ministrack.exchange.plan import Verdict
from tests.exchange.calendar.calendars import (
    event,
    in_calendar,
    meetings,
    planned,
    planned_file,
    tasks,
    verdicts,
)

BAKU = ("UID:baku", "SUMMARY:Toplantı", "DTSTART;VALUE=DATE:20251120", "LOCATION:Bakı\\, Azərbaycan")


def test_a_corrected_file_changes_what_it_says_otherwise(empty: Workspace) -> None:
    empty.run(planned(empty, in_calendar(event(*BAKU))).edit())
    moved = event("UID:baku", "SEQUENCE:1", "SUMMARY:Toplantı", "DTSTART;VALUE=DATE:20251121")
    plan = planned(empty, in_calendar(moved))
    assert verdicts(plan) == ["changes"]
    assert plan.rows[0].words == "Date: 20 Nov 2025 → 21 Nov 2025"
    empty.run(plan.edit())
    after = meetings(empty)["Toplantı"]
    assert (after.date, after.city) == ("2025-11-21", "Bakı")  # of the place the file says nothing
    empty.undo()
    assert meetings(empty)["Toplantı"].date == "2025-11-20"


def test_what_was_made_more_precise_by_hand_stays(empty: Workspace) -> None:
    text = in_calendar(event(*BAKU, "STATUS:CONFIRMED"), event("UID:1", "STATUS:CANCELLED", kind="VTODO"))
    empty.run(planned(empty, text).edit())
    meeting, task = meetings(empty)["Toplantı"], tasks(empty)["Toplantı"]
    by_hand = {"status": MeetingStatus.HELD.value, "venue": "Gülüstan"}
    empty.run(change_record(empty.read, Ref("meeting", meeting.id), new=by_hand))
    dropped = {"status": TaskStatus.SUPERSEDED.value, "kind": "promise"}
    empty.run(change_record(empty.read, Ref("task", task.id), new=dropped))
    assert verdicts(planned(empty, text)) == ["same", "same"]


def test_another_place_replaces_the_whole_of_it(empty: Workspace) -> None:
    empty.run(planned(empty, in_calendar(event(*BAKU[:3], "LOCATION:Gülüstan\\, Bakı\\, Azerbaijan"))).edit())
    plan = planned(empty, in_calendar(event(*BAKU[:3], "LOCATION:Ankara\\, Türkiye")))
    empty.run(plan.edit())
    after = meetings(empty)["Toplantı"]
    assert (after.venue, after.city) == (None, "Ankara")
    assert empty.read.label(Ref("party", str(after.country))) == "Türkiye"


def test_a_meeting_of_that_name_on_that_day_is_the_one_meant(sample: Workspace) -> None:
    second = sample.read.find(Meeting, Compare("number", 2))[0]
    text = in_calendar(
        event("UID:x", f"SUMMARY:{second.name.upper()}", "DTSTART;VALUE=DATE:20251120", "DESCRIPTION:In Bakı")
    )
    plan = planned(sample, text)
    assert verdicts(plan) == ["changes"]
    sample.run(plan.edit())
    kept = sample.read.find(Identifier)[0]
    assert (kept.value, kept.scheme, kept.subject) == ("x", "ics", second.id)
    assert verdicts(planned(sample, text)) == ["same"]


def test_entries_of_one_name_and_day_are_told_apart_by_their_time(empty: Workspace) -> None:
    morning = event("DTSTART:20251120T100000")
    evening = event("DTSTART:20251120T180000")
    empty.run(planned(empty, in_calendar(morning, evening)).edit())
    assert empty.read.count("meeting") == 2
    assert verdicts(planned(empty, in_calendar(evening, morning))) == ["same", "same"]


def test_where_several_are_meant_none_is_chosen(empty: Workspace) -> None:
    for _ in range(2):
        empty.run(add_record(Meeting(name="Toplantı", date="2025-11-20")))
    plan = planned(empty, in_calendar(event(*BAKU[:3])))
    assert verdicts(plan) == ["conflict"]
    assert empty.run(plan.edit()).changes == ()
    empty.run(plan.edit([0]))
    assert empty.read.count("meeting") == 3


def test_the_latest_version_in_the_file_counts(empty: Workspace) -> None:
    old = event(*BAKU[:2], "SEQUENCE:1", "DTSTART;VALUE=DATE:20251101")
    new = event(*BAKU[:2], "SEQUENCE:2", "DTSTART;VALUE=DATE:20251120")
    plan = planned(empty, in_calendar(old, new, new))
    assert verdicts(plan) == ["blank", "new", "blank"]
    assert "Line 9 is a later version." in plan.rows[0].words
    assert "The same stands in line 9." in plan.rows[2].words
    empty.run(plan.edit())
    assert meetings(empty)["Toplantı"].date == "2025-11-20"


def test_two_of_one_id_that_differ_are_a_conflict_and_the_second_may_be_chosen(empty: Workspace) -> None:
    text = in_calendar(event(*BAKU[:3]), event(*BAKU[:2], "DTSTART;VALUE=DATE:20251121"))
    plan = planned(empty, text)
    assert verdicts(plan) == ["new", "conflict"]
    empty.run(plan.edit())
    assert meetings(empty)["Toplantı"].date == "2025-11-20"
    empty.undo()
    empty.run(plan.edit([0, 1]))
    assert meetings(empty)["Toplantı"].date == "2025-11-21"


def test_an_id_that_stands_for_another_kind_is_a_problem(empty: Workspace) -> None:
    empty.run(planned(empty, in_calendar(event(*BAKU))).edit())
    plan = planned(empty, in_calendar(event("UID:baku", kind="VTODO")))
    assert [(row.verdict, row.field) for row in plan.rows] == [(Verdict.PROBLEM, "UID")]
    both = planned(empty, in_calendar(event("UID:one"), event("UID:one", kind="VTODO")))
    assert [(row.verdict.value, row.field) for row in both.rows] == [("new", ""), ("problem", "UID")]


@pytest.mark.parametrize(
    ("location", "venue", "city", "country"),
    [
        ("Bakı\\, Azərbaycan", None, "Bakı", "AZ"),
        ("Türkiye", None, None, "TR"),
        ("Президент-отель\\, Москва\\, Россия", "Президент-отель", "Москва", "RU"),
        ("Mohrenstraße 37\\, 10117 Berlin\\, Germany", "Mohrenstraße 37, 10117 Berlin", None, "DE"),
        ("Atlanta\\, Georgia", "Atlanta, Georgia", None, None),
        ("Sacramento\\, CA", "Sacramento, CA", None, None),
        ("Microsoft Teams Meeting", "Microsoft Teams Meeting", None, None),
        ("Congress hall\\, Astana", "Congress hall", "Astana", None),  # the sample has a meeting there
        ("Astana", None, "Astana", None),
    ],
)
def test_a_place_says_no_more_than_it_says(
    sample: Workspace, location: str, venue: str | None, city: str | None, country: str | None
) -> None:
    sample.run(planned(sample, in_calendar(event("UID:1", f"LOCATION:{location}"))).edit())
    found = meetings(sample)["Toplantı"]
    codes = {party.id: party.code for party in sample.read.find(Party)}
    assert (found.venue, found.city, codes.get(str(found.country))) == (venue, city, country)


def test_a_place_is_not_told_apart_otherwise_the_second_time(empty: Workspace) -> None:
    text = in_calendar(event("UID:1", "LOCATION:Ankara"), event("UID:2", "LOCATION:Ankara\\, Türkiye"))
    empty.run(planned(empty, text).edit())
    assert verdicts(planned(empty, text)) == ["same", "same"]


def test_a_country_that_many_entries_name_is_made_once(empty: Workspace) -> None:
    text = in_calendar(*(event(f"UID:{n}", "LOCATION:Bakı\\, Azerbaijan") for n in range(3)))
    plan = planned(empty, text)
    assert [row.words for row in plan.rows] == ["Also new: Azerbaijan", "", ""]
    empty.run(plan.edit())
    assert [party.code for party in empty.read.find(Party)] == ["AZ"]


def test_only_chosen_rows_are_stored_and_point_at_nothing_that_was_not(empty: Workspace) -> None:
    plan = planned_file(empty, "thunderbird.ics")
    empty.run(plan.edit([2]))
    assert empty.read.count("meeting") == 0
    assert tasks(empty)["Finish the draft agreement"].made_at is None


def test_what_all_new_ones_start_with(sample: Workspace) -> None:
    second = sample.read.find(Meeting, Compare("number", 2))[0]
    choices = Choices(common={"series": second.series})
    sample.run(planned(sample, in_calendar(event("UID:1")), choices).edit())
    assert meetings(sample)["Toplantı"].series == second.series


def test_a_task_is_due_before_the_meeting_that_it_has_to_precede(empty: Workspace) -> None:
    text = in_calendar(
        event("UID:t", "SUMMARY:Prepare", "RELATED-TO;RELTYPE=FINISHTOSTART:baku", kind="VTODO"),
        event(*BAKU),
    )
    empty.run(planned(empty, text).edit())
    assert tasks(empty)["Prepare"].due_meeting == meetings(empty)["Toplantı"].id


def test_one_edit_with_a_name_that_undo_takes_back(empty: Workspace) -> None:
    done = empty.run(planned_file(empty, "google.ics").edit())
    assert done.edit is not None
    assert done.edit.label == "Import 3 entries from google.ics"
    empty.undo()
    assert not any(map(empty.read.count, ("meeting", "party", "identifier")))


def test_it_tells_how_far_it_is_and_stops_when_asked(empty: Workspace) -> None:
    told: list[tuple[int, int]] = []
    parsed = read_calendar(in_calendar(*(event(f"UID:{n}") for n in range(1200))))
    plan_calendar(empty.read, parsed, "a.ics", Choices(), lambda done, total: told.append((done, total)))
    assert told[-1] == (1200, 1200)
    assert (500, 1200) in told

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        plan_calendar(empty.read, parsed, "a.ics", Choices(), stop)
    assert empty.read.find(Task) == []
