"""Which dates are one exact day."""

from datetime import date

_DAY = len("2025-11-20")


def exact_day(edtf: str) -> date | None:
    """The day that a date is, where it is just one and nothing is uncertain about it."""
    if len(edtf) != _DAY:
        return None
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None
