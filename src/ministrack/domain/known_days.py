"""Which days a date stands for when it is known to the day, and the same date on another day."""

from datetime import date, timedelta

from ministrack.domain.date_spans import Precision, span
from ministrack.domain.errors import InvalidValue

_DAY = 10  # characters of an ISO day


def known_days(edtf: str) -> tuple[date, date] | None:
    """First and last day of a date that is a day, or an interval from day to day; None for any other."""
    try:
        covered = span(edtf)
    except InvalidValue:
        return None
    if covered.first is None or covered.last is None:
        return None
    to_the_day = covered.precision is Precision.DAY or (
        covered.precision is Precision.INTERVAL
        and all(len(part.rstrip("?~%")) == _DAY for part in edtf.split("/"))
    )
    return (date.fromisoformat(covered.first), date.fromisoformat(covered.last)) if to_the_day else None


def beginning_on(edtf: str | None, day: date) -> str:
    """The date that begins on `day` and is as long as `edtf`; what is known loosely becomes that one day."""
    days = known_days(edtf) if edtf else None
    if days is None or days[0] == days[1]:
        return day.isoformat()
    return f"{day.isoformat()}/{(day + (days[1] - days[0])).isoformat()}"


def days_from(first: date, last: date) -> list[date]:
    """Every day from one to another."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
