"""What an EDTF text (ISO 8601-2) covers: its first and last day, how precise it is and how sure."""

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.values import dataclass


class Precision(StrEnum):
    """How closely a date is known, from the closest to the loosest."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    INTERVAL = "interval"
    DECADE = "decade"
    CENTURY = "century"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Span:
    """The days an EDTF text covers, as ISO days; None where it is open or unknown on that end."""

    first: str | None
    last: str | None
    precision: Precision
    uncertain: bool = False
    approximate: bool = False


# Month part 21 to 41 of a year: first month, months covered, precision. Seasons are the three whole
# months of meteorologists on the northern hemisphere, where the ministers of the sample meet; 29 to 32
# name the southern ones. The winter of a year is the one that begins in it: December to February.
# The edtf package ends winter on 31 December; it counts 37 to 39 (thirds) as we do.
_PARTS = {
    **{20 + n: (3 * n, 3, Precision.SEASON) for n in (1, 2, 3, 4)},
    **{24 + n: (3 * n, 3, Precision.SEASON) for n in (1, 2, 3, 4)},
    29: (9, 3, Precision.SEASON), 30: (12, 3, Precision.SEASON),
    31: (3, 3, Precision.SEASON), 32: (6, 3, Precision.SEASON),
    **{32 + n: (3 * n - 2, 3, Precision.QUARTER) for n in (1, 2, 3, 4)},
    **{36 + n: (4 * n - 3, 4, Precision.INTERVAL) for n in (1, 2, 3)},
    40: (1, 6, Precision.HALF), 41: (7, 6, Precision.HALF),
}  # fmt: skip
_SINGLE = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)")
_DECADE = re.compile(r"(\d{2})(\dX|XX)([?~%]?)")
_MONTHS_IN_YEAR = 12
# No date of a source is longer; a longer text would keep the parser busy.
_LONGEST = 80


@lru_cache(maxsize=8192)
def span(edtf: str) -> Span:
    """The days that an EDTF text covers. Raises InvalidValue, with the reason, where it is none.

    Winter of a year is December of it to February of the next. Years are 1 to 9999.
    """
    first, slash, last = edtf.partition("/")
    if slash and not edtf.startswith(("[", "{")):
        return _interval(first, last, edtf)
    return _single(edtf)


def sort_key(edtf: str) -> tuple[str, int]:
    """Orders dates by first day, then from precise to loose; open beginnings come first, no date last."""
    if not edtf:
        return ("~", 0)
    covered = span(edtf)
    return (covered.first or "", list(Precision).index(covered.precision))


def _interval(first: str, last: str, edtf: str) -> Span:
    """Two ends; each may be ".." (open) or empty (unknown; the edtf package invents ten years for it)."""
    begin = None if first in ("", "..") else _single(first)
    end = None if last in ("", "..") else _single(last)
    ends = [part for part in (begin, end) if part is not None]
    if not ends:
        raise _nonsense(edtf, tr("It has neither a beginning nor an end."))
    first_day = begin.first if begin else None
    last_day = end.last if end else None
    if first_day and last_day and first_day > last_day:
        raise _nonsense(edtf, tr("It ends before it begins."))
    return Span(
        first_day,
        last_day,
        Precision.INTERVAL if len(ends) == 2 else Precision.OPEN,
        any(part.uncertain for part in ends),
        any(part.approximate for part in ends),
    )


def _single(edtf: str) -> Span:
    """One date. Read here, and not by the edtf package, because that takes 29 February 2025 and does not
    know qualified seasons and halves (2026-23?); it also needs 5 ms for each date and 180 ms to load.
    """
    if found := _SINGLE.fullmatch(edtf):
        year, month, day, mark = found.groups()
        first, last, precision = _days(int(year), month, day, edtf)
    elif found := _DECADE.fullmatch(edtf):
        century, rest, mark = found.groups()
        low, high = int(century + rest.replace("X", "0")), int(century + rest.replace("X", "9"))
        first, last = _whole_months(max(low, 1), 1, (high - max(low, 1) + 1) * _MONTHS_IN_YEAR, edtf)
        precision = Precision.CENTURY if rest == "XX" else Precision.DECADE
    else:
        return _other(edtf)
    return Span(first, last, precision, mark in ("?", "%"), mark in ("~", "%"))


def _days(year: int, month: str | None, day: str | None, edtf: str) -> tuple[str, str, Precision]:
    if month is None or (month == "XX" and day in (None, "XX")):
        return (*_whole_months(year, 1, _MONTHS_IN_YEAR, edtf), Precision.YEAR)
    if month == "XX":
        raise _nonsense(edtf, tr("It names a day but no month."))
    number = int(month)
    if day is None and number in _PARTS:
        start, months, precision = _PARTS[number]
        return (*_whole_months(year, start, months, edtf), precision)
    if not 1 <= number <= _MONTHS_IN_YEAR:
        raise _nonsense(edtf, tr("There is no month {month}.", month=number))
    if day in (None, "XX"):
        return (*_whole_months(year, number, 1, edtf), Precision.MONTH)
    return (*_one_day(year, number, int(day or 0), edtf), Precision.DAY)


def _one_day(year: int, month: int, day: int, edtf: str) -> tuple[str, str]:
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        raise _nonsense(edtf, tr("That month has no day {day}.", day=day)) from None
    return iso, iso


def _whole_months(year: int, start: int, count: int, edtf: str) -> tuple[str, str]:
    """First and last day of `count` months from month `start` of `year`."""
    years, month = divmod(start + count - 2, _MONTHS_IN_YEAR)
    if year < 1 or year + years > 9999:
        raise _nonsense(edtf, tr("Years go from 1 to 9999."))
    return f"{year:04}-{start:02}-01", _last_day(year + years, month + 1).isoformat()


def _last_day(year: int, month: int) -> date:
    if month == _MONTHS_IN_YEAR:
        return date(year, month, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _other(edtf: str) -> Span:
    """Rarer forms as the edtf package reads them: sets of dates, qualified parts, times of day."""
    # delayed: start-up time; and only forms that are not read above
    from edtf import EDTFParseException, parse_edtf

    if not re.search(r"\d{4}", edtf) or edtf != edtf.strip() or "/" in edtf or len(edtf) > _LONGEST:
        raise _nonsense(edtf)
    try:
        parsed = parse_edtf(edtf)
        first, last = (_iso(end) for end in (parsed.lower_strict(), parsed.upper_strict()))
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        raise _nonsense(edtf) from None
    if first > last:
        raise _nonsense(edtf, tr("It ends before it begins."))
    precision = Precision.DAY if first == last else Precision.INTERVAL
    unsure, rough = any(c in edtf for c in "?%"), any(c in edtf for c in "~%")
    return Span(first, last, precision, unsure, rough)


def _iso(end: object) -> str:
    """A day from a bound of the edtf package: a struct_time whose year may be out of range."""
    year, month, day = (int(getattr(end, name)) for name in ("tm_year", "tm_mon", "tm_mday"))
    return date(year, month, day).isoformat()


def _nonsense(edtf: str, why: str = "") -> InvalidValue:
    what = tr("“{text}” is not a date.", text=edtf)
    if why:
        return InvalidValue(f"{what} {why}")
    return InvalidValue(
        what, todo=tr("Write, for example, 20 November 2025, May 2026, autumn 2026 or from 2026.")
    )
