"""A calendar that goes out: exact dates only, unless chosen; and it comes back as it was."""

from datetime import date
from pathlib import Path
from typing import cast

import icalendar
import pytest

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filing import Identifier
from ministrack.domain.filters import Compare
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Record, Ref
from ministrack.domain.task import Task, TaskStatus
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from ministrack.exchange.ics_format import write_ics
from ministrack.exchange.outgoing import Options, Outgoing
from ministrack.exchange.selection import Selection, everything, whole_table
from tests.dossiers import AYGUN
from tests.exchange.calendar.calendars import (
    event,
    in_calendar,
    meetings,
    planned,
    planned_file,
    read_one,
    tasks,
    verdicts,
    written,
)


def out(workspace: Workspace, *, imprecise: bool = False) -> str:
    return written(workspace, imprecise=imprecise)[0]


def parsed(text: str) -> dict[str, icalendar.Component]:
    """What the library of others makes of a calendar, by the names of its entries."""
    whole = icalendar.Calendar.from_ical(text)
    return {str(each["SUMMARY"]): each for each in whole.walk() if "SUMMARY" in each}


def line(entry: icalendar.Component, name: str) -> str:
    """The value of a line as the library would write it."""
    return str(entry.content_line(name, entry[name]).split(":", 1)[1])


def test_only_exact_dates_go_out_and_the_others_are_named(sample: Workspace) -> None:
    text, notes = written(sample)
    assert text.count("BEGIN:VEVENT") == 1
    assert text.count("BEGIN:VTODO") == 5
    assert "DTSTART;VALUE=DATE:20251120\r\nDTEND;VALUE=DATE:20251121\r\n" in text
    assert "0101" not in text  # no first of January that nobody named
    assert list(notes) == ["2 meetings are left out: their dates are no exact days."]


def test_by_choice_an_imprecise_date_is_a_tentative_span(sample: Workspace) -> None:
    text, notes = written(sample, imprecise=True)
    assert not notes
    third = parsed(text)["Third meeting of the justice ministers"]
    assert (third.decoded("DTSTART"), third.decoded("DTEND")) == (
        date(2026, 1, 1),
        date(2027, 1, 1),
    )
    assert (str(third["STATUS"]), str(third["X-MINISTRACK-EDTF"])) == ("TENTATIVE", "2026")
    assert str(parsed(text)["First meeting of the justice ministers"]["STATUS"]) == "TENTATIVE"


@pytest.mark.parametrize("imprecise", [False, True])
def test_what_went_out_is_the_same_when_it_comes_in_again(sample: Workspace, imprecise: bool) -> None:
    assert set(verdicts(planned(sample, out(sample, imprecise=imprecise)))) == {"same"}


def test_an_empty_dossier_takes_in_the_same_meetings_and_tasks(sample: Workspace, empty: Workspace) -> None:
    empty.run(planned(empty, out(sample, imprecise=True)).edit())
    for kind in (Meeting, Task):
        assert empty.read.find(kind) == sample.read.find(kind)


@pytest.mark.parametrize("name", ["google.ics", "outlook.ics", "thunderbird.ics"])
def test_calendars_of_others_go_out_under_their_ids(empty: Workspace, tmp_path: Path, name: str) -> None:
    empty.run(planned_file(empty, name).edit())
    text = out(empty)
    assert set(verdicts(planned(empty, text))) == {"same"}
    other = Workspace.create(tmp_path / "Başqa.ministrack", AYGUN)
    other.run(planned(other, text).edit())
    for kind in (Meeting, Task):
        assert other.read.find(kind) == empty.read.find(kind)
    kept, again = (
        {(each.value, each.subject) for each in workspace.read.find(Identifier)}
        for workspace in (empty, other)
    )
    assert kept == again
    other.close()


def test_times_go_out_with_a_description_of_their_zone(empty: Workspace) -> None:
    for name, time in {
        "Baku": "10:00–13:00 Asia/Baku",
        "Berlin": "9:00 - 10:30 W. Europe Standard Time",
        "UTC": "06:00–24:00 UTC",
        "Floating": "10:00",
        "Words": "in the afternoon",
        "Nowhere": "10:00 Nowhere/Nothing",
    }.items():
        empty.run(add_record(Meeting(name=name, date="2025-11-20", time=time)))
    text = out(empty)
    found = parsed(text)
    assert {name: line(each, "DTSTART") for name, each in found.items()} == {
        "Baku": "20251120T100000",
        "Berlin": "20251120T090000",
        "UTC": "20251120T060000Z",
        "Floating": "20251120T100000",
        "Words": "20251120",
        "Nowhere": "20251120",
    }
    assert found["Baku"].decoded("DTSTART").utcoffset().total_seconds() == 4 * 3600
    assert "TZID:Asia/Baku\r\n" in text
    assert "TZID:W. Europe Standard Time\r\n" in text
    assert text.count("BEGIN:VTIMEZONE") == 2
    assert set(verdicts(planned(empty, text))) == {"same"}


def test_without_the_package_zones_cannot_be_written_and_that_is_said(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty.run(add_record(Meeting(name="Bakı", date="2025-11-20", time="10:00 Asia/Baku")))
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(InvalidValue, match="the package icalendar is needed") as missing:
        out(empty)
    assert "ministrack[calendar]" in missing.value.todo


def test_a_calendar_program_that_moves_a_meeting_is_believed(sample: Workspace) -> None:
    text = out(sample, imprecise=True)
    moved = text.replace("DTSTART;VALUE=DATE:20260101", "DTSTART:20260512T090000Z")
    moved = moved.replace("DTEND;VALUE=DATE:20270101", "DTEND:20260512T120000Z")
    sample.run(planned(sample, moved).edit())
    third = sample.read.find(Meeting, Compare("number", 3))[0]
    assert (third.date, third.time) == ("2026-05-12", "09:00–12:00 UTC")


def test_a_calendar_program_that_drops_our_lines_makes_nothing_worse(sample: Workspace) -> None:
    text = out(sample, imprecise=True).replace("\r\n ", "")
    bare = "\r\n".join(line for line in text.split("\r\n") if not line.startswith("X-MINISTRACK-"))
    assert set(verdicts(planned(sample, bare))) == {"same"}


def test_another_status_in_the_calendar_counts(sample: Workspace) -> None:
    text = out(sample).replace("STATUS:CONFIRMED", "STATUS:CANCELLED")
    sample.run(planned(sample, text).edit())
    assert sample.read.find(Meeting, Compare("number", 2))[0].status is MeetingStatus.CANCELLED


def test_another_place_in_the_calendar_counts(sample: Workspace) -> None:
    text = out(sample).replace("LOCATION:Baku\\, Azerbaijan", "LOCATION:Ankara\\, Türkiye")
    plan = planned(sample, text)
    assert plan.rows[0].words == "City: Baku → Ankara · Country: Azerbaijan → Türkiye"


def test_tasks_say_which_meeting_they_come_from_and_must_precede(sample: Workspace) -> None:
    host = parsed(out(sample))["Hold the third meeting"]
    second, third = (sample.read.find(Meeting, Compare("number", n))[0].id for n in (2, 3))
    lines = host.to_ical().decode().replace("\r\n ", "").split("\r\n")
    assert f"RELATED-TO;RELTYPE=PARENT:{second}" in lines
    assert f"RELATED-TO;RELTYPE=FINISHTOSTART:{third}" in lines


def test_only_what_is_selected_goes_out(sample: Workspace) -> None:
    second = sample.read.find(Meeting, Compare("number", 2))[0]
    table = whole_table("meeting", ListQuery("meeting", (), Compare("number", 2)))
    text, _ = written(sample, Selection((table,)))
    assert set(parsed(text)) == {second.name}


def test_it_tells_how_far_it_is(sample: Workspace) -> None:
    from io import BytesIO

    told: list[tuple[int, int]] = []
    going = Outgoing(sample.read, everything(sample.read), Options(), lambda *each: told.append(each))
    write_ics(going, BytesIO())
    assert told == [(0, 8), (8, 8)]


def test_lines_are_folded_between_letters_and_end_as_they_should(empty: Workspace) -> None:
    name = "Ministrlərin görüşü: " + "ğüşöçıə" * 30
    empty.run(add_record(Meeting(name=name, date="2025-11-20", summary="a;b,c\\d\n\nŞuşa")))
    text = out(empty)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    found = parsed(text)[name]
    assert str(found["DESCRIPTION"]) == "a;b,c\\d\n\nŞuşa"
    assert verdicts(planned(empty, text)) == ["same"]


def test_a_repetition_goes_out_as_a_rule_and_other_words_come_back(empty: Workspace) -> None:
    rule = "RRULE:FREQ=YEARLY EXDATE;VALUE=DATE:20261120"
    for name, text in {"rule": rule, "bare": "FREQ=YEARLY;BYMONTH=11", "words": "every autumn"}.items():
        empty.run(add_record(Meeting(name=name, date="2025-11-20", recurrence=text)))
    text = out(empty)
    assert line(parsed(text)["rule"], "RRULE") == "FREQ=YEARLY"
    assert line(parsed(text)["bare"], "RRULE") == "FREQ=YEARLY;BYMONTH=11"
    assert "RRULE" not in parsed(text)["words"]
    assert set(verdicts(planned(empty, text))) == {"same"}


def test_a_day_that_differs_goes_back_to_its_series(empty: Workspace) -> None:
    empty.run(planned_file(empty, "thunderbird.ics").edit())
    whole = icalendar.Calendar.from_ical(out(empty))
    moved = next(each for each in whole.walk("VEVENT") if "RECURRENCE-ID" in each)
    assert str(moved["UID"]) == "ce5935b0-f96c-8346-922c-ac6930faef32"


def test_the_end_of_time_does_no_harm(empty: Workspace) -> None:
    for when in ("9999-12-31", "9999", "0001-01-01", "2026/..", "19XX", "2025-11-20?"):
        empty.run(add_record(Meeting(name=f"M {when}", date=when, time="10:00–24:00 Asia/Baku")))
        empty.run(add_record(Task(title=f"T {when}", due=when)))
    text, notes = written(empty, imprecise=True)
    assert set(verdicts(planned(empty, text))) == {"same"}
    assert any("one without an end" in note for note in notes)


def test_every_status_comes_back(empty: Workspace, tmp_path: Path) -> None:
    made: list[Record] = [Meeting(name=each.value, status=each, date="2025-11-20") for each in MeetingStatus]
    made += [Task(title=each.value, status=each) for each in TaskStatus]
    empty.run(Edit("Fill", lambda writer: writer.add_all(made)))
    other = Workspace.create(tmp_path / "Başqa.ministrack", AYGUN)
    other.run(planned(other, out(empty)).edit())
    assert {each.name: each.status for each in meetings(other).values()} == {
        each.value: each for each in MeetingStatus
    }
    assert {each.title: each.status for each in tasks(other).values()} == {
        each.value: each for each in TaskStatus
    }
    other.close()


def test_an_id_that_is_none_is_not_taken(empty: Workspace) -> None:
    assert read_one("X-MINISTRACK-ID:../../etc").own == ""
    empty.run(planned(empty, in_calendar(event("UID:1", "X-MINISTRACK-STATUS:somehow"))).edit())
    assert not meetings(empty)


def test_a_number_that_is_taken_is_a_problem(sample: Workspace) -> None:
    second = sample.read.find(Meeting, Compare("number", 2))[0]
    lines = (f"X-MINISTRACK-SERIES;X-ID={second.series}:x", "X-MINISTRACK-NUMBER:2")
    plan = planned(sample, in_calendar(event("UID:1", *lines)))
    assert [(row.verdict.value, row.field) for row in plan.rows] == [("problem", "number")]
    lines = (lines[0], "X-MINISTRACK-NUMBER:9")
    twice = planned(sample, in_calendar(event("UID:1", *lines), event("UID:2", *lines)))
    assert verdicts(twice) == ["new", "problem"]


def test_every_field_has_a_line(empty: Workspace) -> None:
    """A new field of meetings or tasks comes back as well."""
    values = {"name": "Toplantı", "title": "Toplantı", "date": "2025-11-20"}
    record = Meeting(name=values["name"], date=values["date"], numbering_note="üçüncü", theme="Hüquq")
    empty.run(add_record(record))
    text = out(empty)
    empty.run(change_record(empty.read, Ref("meeting", record.id), new={"theme": None, "venue": "Bakı"}))
    empty.run(planned(empty, text).edit())
    again = cast(Meeting, empty.read.get(RECORD_TYPES["meeting"], record.id))
    assert (again.theme, again.numbering_note, again.venue) == ("Hüquq", "üçüncü", "Bakı")
