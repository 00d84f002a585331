"""When a meeting or task goes into a calendar: as lines that bring back the same date and time."""

from collections.abc import Sequence
from datetime import date, timedelta

from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.values import dataclass
from ministrack.exchange.calendar.clocks import Clocks, clocks
from ministrack.exchange.calendar.exact import exact_days
from ministrack.exchange.calendar.lines_out import parameter
from ministrack.exchange.calendar.moments import UTC, Moment, when
from ministrack.exchange.calendar.zones import is_known

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dated:
    """The lines that say when; with a `time` in words as they bring it back, whose `zones` to describe."""

    lines: Sequence[str]
    first: date
    last: date
    time: str | None = None
    zones: tuple[str, ...] = ()


def covered_days(edtf: str | None) -> tuple[date, date] | None:
    """The first and last day that a date may mean; None where it is open or not known."""
    try:
        covered = span(edtf) if edtf else None
    except InvalidValue:
        return None
    if covered is None or covered.first is None or covered.last is None:
        return None
    return date.fromisoformat(covered.first), date.fromisoformat(covered.last)


def meeting_dates(edtf: str | None, time: str | None, *, imprecise: bool) -> Dated | None:
    """When a meeting is; None where it cannot stand in a calendar, or may not by choice."""
    days = exact_days(edtf)
    if days is not None:
        return _timed(edtf or "", days, clocks(time)) or _all_day(*days)
    days = covered_days(edtf) if imprecise else None
    return _all_day(*days) if days else None


def task_dates(edtf: str | None, *, imprecise: bool) -> Dated | None:
    """Until when a task is due; a span where it is known loosely."""
    days = exact_days(edtf) or (covered_days(edtf) if imprecise else None)
    if days is None:
        return None
    first, last = days
    begins = [f"DTSTART;VALUE=DATE:{_day(first)}"] if first < last else []
    return Dated([*begins, f"DUE;VALUE=DATE:{_day(last)}"], first, last)


def _all_day(first: date, last: date) -> Dated | None:
    if last == date.max:
        return None  # its end, the day after, is in no year that there is
    lines = [f"DTSTART;VALUE=DATE:{_day(first)}", f"DTEND;VALUE=DATE:{_day(last + _ONE_DAY)}"]
    return Dated(lines, first, last)


def _timed(edtf: str, days: tuple[date, date], told: Clocks | None) -> Dated | None:
    """With clock times, if reading them gives the same days again, and the zones can be described."""
    if told is None or not (is_known(told.begins_in) and is_known(told.ends_in)):
        return None
    first, last = days
    start = Moment(first, told.begins, told.begins_in)
    end = None
    if told.ends:
        midnight = told.ends == "24:00"
        if midnight and last == date.max:
            return None
        end = (
            Moment(last + _ONE_DAY, "00:00", told.ends_in)
            if midnight
            else Moment(last, told.ends, told.ends_in)
        )
    elif last != first:
        return None
    try:
        again = when(start, end)
    except InvalidValue:
        return None
    if again.date != edtf or clocks(again.time) != told:
        return None
    lines = [_line("DTSTART", start), *([_line("DTEND", end)] if end else [])]
    return Dated(lines, first, last, again.time, (told.begins_in, told.ends_in))


def _line(name: str, at: Moment) -> str:
    clock = at.clock.replace(":", "").ljust(6, "0")
    if at.zone == UTC:
        return f"{name}:{_day(at.day)}T{clock}Z"
    zone = parameter("TZID", at.zone) if at.zone else ""
    return f"{name}{zone}:{_day(at.day)}T{clock}"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")
