"""Which dates a calendar can hold as they are: exact days, about which nothing is uncertain."""

from datetime import date

from ministrack.domain.dates import span
from ministrack.domain.known_days import known_days


def exact_days(edtf: str | None) -> tuple[date, date] | None:
    """The days of a date, where nothing about them is uncertain; None for any other."""
    days = known_days(edtf) if edtf else None
    if days is None or not edtf:
        return None
    covered = span(edtf)
    return None if covered.uncertain or covered.approximate else days
