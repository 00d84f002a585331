"""Where a date goes when it is moved along the axis: by days, weeks or months if it is known to the day, to
the month, quarter or year that is meant if it is not. A date never becomes looser by being moved.
"""

import re
from datetime import date, timedelta
from enum import StrEnum

from ministrack.domain.date_spans import Precision, span
from ministrack.domain.known_days import known_days

_MARK = re.compile(r"[?~%]$")
_DAYS_IN_MONTH, _DAYS_IN_YEAR = 30.44, 365.25
_SEASONS = (24, 24, 21, 21, 21, 22, 22, 22, 23, 23, 23, 24)  # by month; a winter begins in its year


class Unit(StrEnum):
    """The steps of moving, from the finest to the coarsest."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_FINENESS = (
    Precision.DAY,
    Precision.MONTH,
    Precision.SEASON,
    Precision.QUARTER,
    Precision.HALF,
    Precision.YEAR,
)
_UNIT_PRECISIONS = {
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.MONTH,  # no date says "a week": a looser one is moved to a month
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.YEAR: Precision.YEAR,
}


def moved(edtf: str, by_days: int, unit: Unit) -> str:
    """The date moved by about so many days, in steps of a unit; the date as it is where the calendar ends.

    Days that are known keep their number: whole weeks keep the weekday, whole months the day of the month.
    Of a looser date it is the middle that is moved, and what it falls into is the new date.
    """
    covered = span(edtf)
    if covered.first is None or covered.last is None:
        return edtf
    try:
        days = known_days(edtf)
        if days is not None:
            return _days(edtf, *days, by_days, unit)
        first, last = date.fromisoformat(covered.first), date.fromisoformat(covered.last)
        target = first + timedelta(days=(last - first).days // 2 + by_days)
        found = _within(target, _finer(covered.precision, unit))
        mark = _MARK.search(edtf)
        return found + (mark.group() if mark and "/" not in edtf else "")
    except (ValueError, OverflowError):
        return edtf


def _days(edtf: str, first: date, last: date, by_days: int, unit: Unit) -> str:
    if unit is Unit.DAY:
        start = first + timedelta(days=by_days)
    elif unit is Unit.WEEK:
        start = first + timedelta(weeks=round(by_days / 7))
    elif unit is Unit.YEAR:
        start = _months_later(first, 12 * round(by_days / _DAYS_IN_YEAR))
    else:
        start = _months_later(first, round(by_days / _DAYS_IN_MONTH))
    if start == first:
        return edtf
    if first == last:
        mark = _MARK.search(edtf)
        return start.isoformat() + (mark.group() if mark else "")
    return f"{start.isoformat()}/{(start + (last - first)).isoformat()}"


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= years <= date.max.year:
        raise ValueError(years)
    # delayed: start-up time; only moving needs it
    from calendar import monthrange

    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _finer(own: Precision, unit: Unit) -> Precision:
    wanted = _UNIT_PRECISIONS[unit]
    if own not in _FINENESS:
        return wanted  # an interval of months, a decade: what it falls into is finer
    return min(own, wanted, key=_FINENESS.index)


def _within(day: date, precision: Precision) -> str:
    """The month, quarter, year and so on in which a day lies, as EDTF."""
    match precision:
        case Precision.DAY:
            return day.isoformat()
        case Precision.MONTH:
            return f"{day.year:04}-{day.month:02}"
        case Precision.SEASON:
            return f"{day.year - (day.month < 3):04}-{_SEASONS[day.month - 1]}"
        case Precision.QUARTER:
            return f"{day.year:04}-{33 + (day.month - 1) // 3}"
        case Precision.HALF:
            return f"{day.year:04}-{40 + (day.month > 6)}"
    return f"{day.year:04}"
