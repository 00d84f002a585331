"""Calendars in the manner of the programs that write them, and what a script got wrong."""

from pathlib import Path

import pytest

from ministrack.domain.errors import InvalidValue
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.party import Party
from ministrack.domain.task import TaskKind, TaskStatus
from ministrack.edits.workspace import Workspace
from ministrack.exchange.calendar.found import FoundCalendar
from ministrack.exchange.calendar.parsing import parse, read_calendar
from ministrack.exchange.choices import Choices
from ministrack.exchange.content_lines import decoded
from ministrack.exchange.import_formats import IMPORT_FORMATS
from ministrack.sandbox.child import read_in_child
from tests.exchange.calendar.calendars import (
    FILES,
    event,
    in_calendar,
    meetings,
    planned,
    planned_file,
    read_one,
    tasks,
    verdicts,
)

ALL = sorted(each.name for each in FILES.glob("*.ics"))


def test_a_google_calendar(empty: Workspace) -> None:
    empty.run(planned_file(empty, "google.ics").edit())
    second = meetings(empty)["2nd Meeting of the Ministers of Justice of the OTS"]
    assert (second.date, second.time, second.status) == ("2025-11-20", None, MeetingStatus.CONFIRMED)
    assert (second.venue, second.city) == ("Gülüstan Palace", "Bakı")
    assert second.summary == "Second meeting, in Bakı.\nChair: Farid Ahmadov; see https://news.az/n?id=1,2"
    assert {each.id: each.code for each in empty.read.find(Party)}[str(second.country)] == "AZ"
    call = meetings(empty)["Call with Yılmaz Tunç"]
    assert (call.date, call.time, call.venue) == (
        "2025-11-19",
        "22:00–23:30 UTC",
        "https://meet.google.com/abc-defg-hij",
    )
    group = meetings(empty)["Uzman Grubu toplantısı"]
    assert (group.date, group.status, group.venue, group.city) == (
        "2025-10-17/2025-10-18",
        MeetingStatus.CANCELLED,
        None,
        None,
    )


def test_an_outlook_calendar(empty: Workspace) -> None:
    empty.run(planned_file(empty, "outlook.ics").edit())
    found = {name: (each.date, each.time) for name, each in meetings(empty).items()}
    assert found == {
        "Konferenz der Justizministerinnen und Justizminister": (
            "2025-06-05/2025-06-06",
            "09:00–17:30 W. Europe Standard Time",
        ),
        "Klausur": ("2025-07-01/2025-07-02", None),
        "Dinner in Tehran": ("2025-07-04", "20:00–24:00 Customized Time Zone"),
        "An unknown zone": ("2025-08-01", "10:00–11:30 Nowhere/Nothing"),
    }


def test_a_thunderbird_calendar(empty: Workspace) -> None:
    plan = planned_file(empty, "thunderbird.ics")
    assert verdicts(plan) == ["new", "new", "new", "new", "blank", "blank"]
    assert "1 journal entry is left out" in plan.rows[4].words
    assert "The categories of 1 entry are left out." in plan.rows[5].words
    empty.run(plan.edit())
    weekly = meetings(empty)["Görev Gücü haftalık toplantı"]
    rule = "RRULE:FREQ=WEEKLY;COUNT=8"
    days = "EXDATE;TZID=Europe/Istanbul:20251022T100000"
    assert weekly.recurrence == f"{rule} {days}"
    moved = meetings(empty)["Görev Gücü haftalık toplantı (ertelendi)"]
    assert (moved.date, moved.time) == ("2025-10-16", "14:00–15:30 Europe/Istanbul")
    assert "a record of its own" in plan.rows[1].words
    draft = tasks(empty)["Finish the draft agreement"]
    assert (draft.due, draft.status, draft.kind) == ("2026-04-30", TaskStatus.IN_PROGRESS, TaskKind.OWN_WORK)
    assert draft.made_at == weekly.id
    assert tasks(empty)["Создать сеть судебной экспертизы"].status is TaskStatus.DONE


def test_what_is_broken_is_named_with_its_line_and_the_rest_comes_in(empty: Workspace) -> None:
    plan = planned_file(empty, "broken.ics")
    problems = {row.where: (row.field, row.words) for row in plan.rows if row.verdict.value == "problem"}
    assert problems == {
        12: ("DTSTART", "“20250230” is not a date."),
        18: ("", "Line 18 cannot be read: it is no property."),
        21: ("SUMMARY", "It has no title (SUMMARY)."),
        29: ("DTEND", "It ends before it begins."),
        35: ("", "It has no end before the next one begins."),
        44: ("DUE", "“whenever” is not a date."),
        55: ("", "It has no end: the file stops here."),
    }
    empty.run(plan.edit())
    assert set(meetings(empty)) == {"Səfərlər", "After it", "Türkiye'nin toplantısı"}
    assert not tasks(empty)


@pytest.mark.parametrize("name", ALL)
def test_a_second_time_nothing_is_new(empty: Workspace, name: str) -> None:
    empty.run(planned_file(empty, name).edit())
    again = planned_file(empty, name)
    assert {"new", "changes", "conflict"}.isdisjoint(verdicts(again))
    assert empty.run(again.edit()).changes == ()


@pytest.mark.parametrize("name", ["google.ics", "outlook.ics", "thunderbird.ics"])
@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n\r\n", "\n \n"])
def test_however_lines_end_the_same_is_read(name: str, ending: str) -> None:
    text = decoded((FILES / name).read_bytes()).replace("\r\n", "\n")
    plain = [(each.label, each.fields, each.problem and each.about) for each in read_calendar(text).entries]
    other = read_calendar(text.replace("\n", ending)).entries
    assert [(each.label, each.fields, each.problem and each.about) for each in other] == plain


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found(encoding: str) -> None:
    text = in_calendar(event("SUMMARY:Yılmaz Tunç, Ömüralıyev, Түркия"))
    (found,) = read_calendar(decoded(text.encode(encoding))).entries
    assert found.label == "Yılmaz Tunç, Ömüralıyev, Түркия"


def test_text_of_an_older_windows_is_read_and_a_broken_byte_spoils_no_other_letter() -> None:
    old = in_calendar(event("SUMMARY:Réunion à Genève")).encode("cp1252")
    assert read_calendar(decoded(old)).entries[0].label == "Réunion à Genève"
    broken = in_calendar(event("SUMMARY:Bakı, Gülüstan", "LOCATION:Bak?")).encode().replace(b"?", b"\xff")
    assert read_calendar(decoded(broken)).entries[0].label == "Bakı, Gülüstan"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Совещание министров юстиции"),
        ("cp1254", "Adalet Bakanları Toplantısı, Şuşa"),
        ("cp1250", "Zasedání vlády, příští úterý"),
        ("koi8-r", "Заседание рабочей группы"),
    ],
)
def test_text_of_an_older_windows_is_read_by_its_letters(encoding: str, words: str) -> None:
    old = in_calendar(event(f"SUMMARY:{words}")).encode(encoding)
    assert read_calendar(decoded(old)).entries[0].label == words


def test_an_encoding_that_was_chosen_counts() -> None:
    cyrillic = in_calendar(event("SUMMARY:Совет министров юстиции")).encode("cp1251")
    assert read_calendar(decoded(cyrillic, "cp1251")).entries[0].label == "Совет министров юстиции"
    with pytest.raises(InvalidValue, match="cannot be read as utf-8"):
        decoded(cyrillic, "utf-8")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text file"),
        (b"<!DOCTYPE html><title>Sign in</title>", "not a calendar"),
        (b"Name;Date\r\nBaku;2025-11-20\r\n", "not a calendar"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 1000, "nested too deeply"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\nEND:X\r\n" * 100_001, "more than 100,000"),
    ],
)
def test_what_is_no_calendar_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(InvalidValue, match=says) as refused:
        read_calendar(decoded(content))
    assert refused.value.safe == "Nothing was changed."


def test_a_calendar_without_entries_says_so(empty: Workspace) -> None:
    plan = planned(empty, in_calendar())
    assert [row.words for row in plan.rows] == ["There is neither an event nor a to-do in the file."]


def test_a_rule_that_would_never_end_costs_nothing() -> None:
    found = read_one("DTSTART:20251120T100000Z", "RRULE:FREQ=SECONDLY")
    assert found.fields["recurrence"] == "RRULE:FREQ=SECONDLY"


def test_a_list_of_days_that_is_too_long_is_left_out_and_said() -> None:
    days = ",".join(f"2025{month:02}{day:02}" for month in range(1, 13) for day in range(1, 29))
    found = read_one("DTSTART;VALUE=DATE:20250101", "RRULE:FREQ=DAILY", f"EXDATE;VALUE=DATE:{days}")
    assert found.fields["recurrence"] == "RRULE:FREQ=DAILY"
    assert "too long" in found.notes[0]


def test_hidden_characters_do_not_keep_an_entry_out() -> None:
    found = read_one("SUMMARY:Ba\u202ekı\x07", "DESCRIPTION:a\x0bb\\nc")
    assert (found.fields["name"], found.fields["summary"]) == ("Bakı", "ab\nc")


def test_a_text_that_is_too_long_is_named() -> None:
    found = read_one("SUMMARY:" + "Toplantı " * 80)
    assert (found.about, found.problem) == ("SUMMARY", "Name is too long.")


def test_the_address_of_an_entry_stands_under_its_description() -> None:
    found = read_one("DESCRIPTION:Agenda", "URL:https://example.org/a;b?c=1\\,2")
    assert found.fields["summary"] == "Agenda\nhttps://example.org/a;b?c=1,2"


def test_the_whole_file_is_read_from_its_path() -> None:
    assert len(parse(str(FILES / "google.ics"), Choices()).entries) == 3


def test_it_is_read_in_a_process_of_its_own_that_tells_how_far_it_is(tmp_path: Path) -> None:
    file = tmp_path / "long.ics"
    file.write_text(in_calendar(*(event(f"UID:{n}") for n in range(2000))), encoding="utf-8")
    told: list[tuple[int, int]] = []
    parser = next(each.parser for each in IMPORT_FORMATS if each.name == "ics")
    found = read_in_child(parser, file, Choices(), progress=lambda *each: told.append(each))
    assert isinstance(found, FoundCalendar)
    assert len(found.entries) == 2000
    assert {total for _, total in told if total} <= {2000}


@pytest.mark.parametrize(
    "line",
    [
        "QUOTED-PRINTABLE" * 30_000,
        "DTSTART;TZID=" + "/A" * 100_000 + ":20250101T100000",
        "DTSTART;" + " " * 200_000 + "=:20250101",
        'DTSTART;TZID="' + '"' * 200_001 + ":20250101",
        "RRULE:" + ";A=B" * 100_000,
        "RDATE;TZID=" + " " * 100_000,
        "SUMMARY:" + "\\" * 200_001,
        "DURATION:P" + "9" * 100_000 + "D",
        "RELATED-TO;RELTYPE=" + ";" * 100_000 + ":x",
        "DESCRIPTION:" + "Ş" * 900_000,
    ],
)
def test_a_hostile_line_ends_in_an_answer(line: str) -> None:
    """Each of these would keep a careless pattern busy for hours."""
    found = read_one("DTSTART:20250101T100000", "RDATE:20250102", line)
    assert found.problem or found.fields["date"] == "2025-01-01"
