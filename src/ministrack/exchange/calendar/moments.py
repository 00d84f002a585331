"""When an entry is: the day and clock time that it names itself, never shifted to another zone."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.exchange.content_lines import Property

_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[Tt](\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?([Zz])?)?", re.ASCII)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?", re.ASCII
)
# "/freeassociation.sourceforge.net/Europe/Berlin": the name that everybody uses, with its keeper before it.
_KEPT_BY_OTHERS = re.compile(r"/[^/]+/(?:[^/]+/)*?((?:[A-Z][A-Za-z]+/)?[A-Z][A-Za-z_]+/[A-Z][A-Za-z_+-]+)")
_ONE_DAY = timedelta(days=1)
_LONG_NAME = 200  # characters of a zone
_LONGEST = 80  # characters of the time of a meeting
_MIDNIGHT = "00:00"
UTC = "UTC"
DASH = "–"


class Moment(NamedTuple):
    """A day, with a clock time where one is given, and the zone in which the clock shows it."""

    day: date
    clock: str = ""
    zone: str = ""


class When(NamedTuple):
    """The date (EDTF) and the time of a meeting, as it keeps them."""

    date: str
    time: str = ""


def moment(found: Property) -> Moment:
    """What a line such as DTSTART says. Raises InvalidValue, naming the line, where it is no date."""
    value = found.value.strip()
    parts = _MOMENT.fullmatch(value)
    if parts is None:
        raise _no_date(found)
    try:
        day = date(int(parts[1]), int(parts[2]), int(parts[3]))
        if parts[4] is None:
            return Moment(day)
        clock = _clock(int(parts[4]), int(parts[5]), int(parts[6] or 0))
        if clock == "24:00":
            day, clock = day + _ONE_DAY, _MIDNIGHT
    except (ValueError, OverflowError):
        raise _no_date(found) from None
    return Moment(day, clock, UTC if parts[7] else zone_name(found.parameter("TZID")))


def zone_name(given: str) -> str:
    """The zone as it is known: the words of the file, or the name behind that of its keeper."""
    found = _KEPT_BY_OTHERS.fullmatch(given) if given.startswith("/") and len(given) < _LONG_NAME else None
    return found[1] if found else given


def duration(found: Property) -> timedelta:
    """How long an entry takes. Raises InvalidValue where that is not said."""
    parts = _DURATION.fullmatch(found.value.strip().upper())
    if parts is None or not any(parts.groups()[1:]):
        raise InvalidValue(tr("“{text}” is not a duration.", text=found.value[:40]), field="DURATION")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in parts.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if parts[1] == "-" else length


def later(start: Moment, length: timedelta) -> Moment:
    """The end of what begins at `start` and takes so long by the clock of its place."""
    begin = datetime.combine(start.day, datetime.min.time())
    if start.clock:
        hours, minutes, *rest = map(int, start.clock.split(":"))
        begin += timedelta(hours=hours, minutes=minutes, seconds=rest[0] if rest else 0)
    try:
        end = begin + length
    except OverflowError:
        raise InvalidValue(tr("It ends in no year that there is."), field="DURATION") from None
    clock = _clock(end.hour, end.minute, end.second) if start.clock else ""
    return Moment(end.date(), clock, start.zone)


def when(start: Moment, end: Moment | None, *, all_day: bool = False) -> When:
    """The date and time of a meeting from its beginning and its end, which is not part of it.

    Raises InvalidValue where it ends before it begins.
    """
    if all_day:
        start = Moment(start.day)
        end = Moment(end.day) if end else None
    if end is None:
        return When(start.day.isoformat(), _words(start, None))
    if _is_before(end, start):
        raise InvalidValue(tr("It ends before it begins."), field="DTEND")
    last = end.day
    if end.day > start.day and end.clock in ("", _MIDNIGHT):
        last, end = end.day - _ONE_DAY, Moment(end.day, end.clock and "24:00", end.zone)
    last = max(last, start.day)
    dates = start.day.isoformat() if last == start.day else f"{start.day.isoformat()}/{last.isoformat()}"
    return When(dates, _words(start, end))


def _words(start: Moment, end: Moment | None) -> str:
    if not start.clock:
        return ""
    if end is None or not end.clock or end == start:
        told = f"{start.clock} {start.zone}"
    elif end.zone == start.zone:
        told = f"{start.clock}{DASH}{end.clock} {start.zone}"
    else:
        told = f"{start.clock} {start.zone} {DASH} {end.clock} {end.zone}"
    told = " ".join(told.split())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def _is_before(end: Moment, start: Moment) -> bool:
    """By their clocks; between zones only where a whole day lies between."""
    if end.zone == start.zone and end.clock and start.clock:
        return (end.day, end.clock) < (start.day, start.clock)
    return end.day < start.day - (_ONE_DAY if end.zone != start.zone else timedelta())


def _clock(hour: int, minute: int, second: int) -> str:
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        raise ValueError
    return f"{hour:02}:{minute:02}:{second:02}" if second else f"{hour:02}:{minute:02}"


def _no_date(found: Property) -> InvalidValue:
    return InvalidValue(tr("“{text}” is not a date.", text=found.value[:40]), field=found.name)
