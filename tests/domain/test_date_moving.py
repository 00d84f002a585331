"""A date that is moved: how far, in which steps, and how precise it stays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ministrack.domain.date_moving import Unit, moved
from ministrack.domain.dates import Span, span


@pytest.mark.parametrize(
    ("edtf", "by", "unit", "expected"),
    [
        ("2026-05-12", 3, Unit.DAY, "2026-05-15"),
        ("2026-05-12", 3, Unit.WEEK, "2026-05-12"),
        ("2026-05-12", 5, Unit.WEEK, "2026-05-19"),  # still a Tuesday
        ("2026-01-31", 29, Unit.MONTH, "2026-02-28"),
        ("2026-05-12", -100, Unit.QUARTER, "2026-02-12"),
        ("2024-02-29", 366, Unit.YEAR, "2025-02-28"),
        ("2025-10-17/2025-10-18", 10, Unit.DAY, "2025-10-27/2025-10-28"),
        ("2026-05-12~", 1, Unit.DAY, "2026-05-13~"),
        ("2026", 0, Unit.YEAR, "2026"),
        ("2026", 300, Unit.YEAR, "2027"),
        ("2026", 60, Unit.MONTH, "2026-08"),
        ("2026", -50, Unit.QUARTER, "2026-34"),
        ("2026", 1, Unit.WEEK, "2026-07"),
        ("2026", 1, Unit.DAY, "2026-07-03"),
        ("2026?", 60, Unit.MONTH, "2026-08?"),
        ("2026-05", 31, Unit.YEAR, "2026-06"),  # never looser than it was
        ("2026-23", 91, Unit.YEAR, "2026-24"),
        ("2026-24", 20, Unit.QUARTER, "2026-24"),  # winter goes on into the next year
        ("2026-41", -184, Unit.YEAR, "2026-40"),
        ("2026-05/2026-06", 30, Unit.MONTH, "2026-06"),
        ("2026/..", 30, Unit.MONTH, "2026/.."),
        ("9999-12-31", 5, Unit.DAY, "9999-12-31"),
        ("0001-01-01", -400, Unit.YEAR, "0001-01-01"),
    ],
)
def test_where_a_date_goes(edtf: str, by: int, unit: Unit, expected: str) -> None:
    assert moved(edtf, by, unit) == expected


DATES = st.sampled_from(["2026", "2026-05", "2026-23", "2026-24", "2026-34", "2026-40", "2026-05-12", "202X"])


@given(DATES, st.integers(-2000, 2000), st.sampled_from(list(Unit)))
def test_it_is_always_a_date_and_never_looser(edtf: str, by: int, unit: Unit) -> None:
    assert (
        _days(span(moved(edtf, by, unit))) <= _days(span(edtf)) + 3
    )  # months and quarters differ by as much


def _days(covered: Span) -> int:
    assert covered.first is not None
    assert covered.last is not None
    return (date.fromisoformat(covered.last) - date.fromisoformat(covered.first)).days
