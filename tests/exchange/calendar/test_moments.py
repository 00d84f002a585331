"""When an entry is: in its own place, never shifted, with its end not part of it."""

import pytest

from tests.exchange.calendar.calendars import read_one


@pytest.mark.parametrize(
    ("lines", "date", "time"),
    [
        (["DTSTART;VALUE=DATE:20251120", "DTEND;VALUE=DATE:20251121"], "2025-11-20", None),
        (["DTSTART;VALUE=DATE:20251120"], "2025-11-20", None),
        (["DTSTART;VALUE=DATE:20251120", "DTEND;VALUE=DATE:20251120"], "2025-11-20", None),
        (["DTSTART;VALUE=DATE:20251017", "DTEND;VALUE=DATE:20251019"], "2025-10-17/2025-10-18", None),
        (["DTSTART;VALUE=DATE:20251231", "DURATION:P2D"], "2025-12-31/2026-01-01", None),
        (["DTSTART:20251119T220000Z", "DTEND:20251119T233000Z"], "2025-11-19", "22:00–23:30 UTC"),
        (["DTSTART:20251120T100000"], "2025-11-20", "10:00"),
        (["DTSTART:20251120T100000", "DTEND:20251120T100000"], "2025-11-20", "10:00"),
        (["DTSTART;TZID=Asia/Baku:20251120T100000", "DURATION:PT3H"], "2025-11-20", "10:00–13:00 Asia/Baku"),
        (["DTSTART:20251120T200000", "DTEND:20251121T000000"], "2025-11-20", "20:00–24:00"),
        (["DTSTART:20251120T220000", "DTEND:20251121T020000"], "2025-11-20/2025-11-21", "22:00–02:00"),
        (["DTSTART:20251120T100000", "DTEND:20251121T100000"], "2025-11-20/2025-11-21", "10:00–10:00"),
        (["DTSTART:20251120T103015"], "2025-11-20", "10:30:15"),
        (
            ["DTSTART;TZID=Europe/Berlin:20251120T230000", "DTEND;TZID=Asia/Baku:20251121T060000"],
            "2025-11-20/2025-11-21",
            "23:00 Europe/Berlin – 06:00 Asia/Baku",
        ),
        (
            ["DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20251120T090000"],
            "2025-11-20",
            "09:00 Europe/Berlin",
        ),
        (['DTSTART;TZID="(UTC+04:00) Baku":20251120T090000'], "2025-11-20", "09:00 (UTC+04:00) Baku"),
        (["DTSTART:2025-11-20T10:00:00Z"], "2025-11-20", "10:00 UTC"),
        (["DTSTART:20251120T240000"], "2025-11-21", "00:00"),
        (["DTSTART:00010101"], "0001-01-01", None),
    ],
)
def test_the_date_and_time_are_those_of_the_place(lines: list[str], date: str, time: str | None) -> None:
    found = read_one(*lines)
    assert (found.problem, found.fields.get("date"), found.fields.get("time")) == ("", date, time)


@pytest.mark.parametrize(
    ("lines", "about"),
    [
        (["DTSTART:20250230"], "DTSTART"),
        (["DTSTART:tomorrow"], "DTSTART"),
        (["DTSTART:00000101"], "DTSTART"),
        (["DTSTART:20251120T256100"], "DTSTART"),
        (["DTSTART:99991231T240000"], "DTSTART"),
        (["DTSTART:20251120T100000", "DTEND:20251120T090000"], "DTEND"),
        (["DTSTART;VALUE=DATE:20251120", "DTEND;VALUE=DATE:20251118"], "DTEND"),
        (["DTSTART:20251120T100000", "DURATION:-PT1H"], "DTEND"),
        (["DTSTART:20251120T100000", "DURATION:P"], "DURATION"),
        (["DTSTART:20251120T100000", "DURATION:P999999W"], "DURATION"),
    ],
)
def test_what_is_no_date_is_named(lines: list[str], about: str) -> None:
    found = read_one(*lines)
    assert found.problem
    assert found.about == about
    assert not found.fields


def test_no_date_is_no_date() -> None:
    assert "date" not in read_one("UID:1").fields


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        (["DUE;VALUE=DATE:20260430"], "2026-04-30"),
        (["DUE;TZID=Asia/Baku:20260430T170000", "DTSTART;TZID=Asia/Baku:20260101T090000"], "2026-04-30"),
        (["DTSTART;VALUE=DATE:20260428", "DURATION:P2D"], "2026-04-30"),
        (["DTSTART;VALUE=DATE:20260428"], None),
    ],
)
def test_a_to_do_is_due_on_its_last_day(lines: list[str], due: str | None) -> None:
    assert read_one(*lines, kind="VTODO").fields.get("due") == due


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["STATUS:NEEDS-ACTION"], "open"),
        (["STATUS:IN-PROCESS", "PERCENT-COMPLETE:100"], "in progress"),
        (["STATUS:completed"], "done"),
        (["STATUS:CANCELLED"], "dropped"),
        (["PERCENT-COMPLETE:40"], "in progress"),
        (["PERCENT-COMPLETE:100"], "done"),
        (["COMPLETED:20251105T120000Z"], "done"),
        (["STATUS:SOMEHOW"], None),
    ],
)
def test_how_far_a_to_do_is(lines: list[str], status: str | None) -> None:
    assert read_one(*lines, kind="VTODO").fields.get("status") == status
