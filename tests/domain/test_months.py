"""Months have whole weeks from any day on, and never leave the years that dates have."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ministrack.domain.months import Month, month_of, week_number, within_calendar

MONTHS = st.builds(Month, st.integers(3, 9997), st.integers(1, 12))


@given(MONTHS, st.integers(1, 7))
def test_weeks_cover_the_month_and_no_more(month: Month, week_start: int) -> None:
    weeks = month.weeks(week_start)
    assert all(week.isoweekday() == week_start for week in weeks)
    assert weeks[0] <= month.first < weeks[0] + timedelta(days=7)
    assert weeks[-1] <= month.last < weeks[-1] + timedelta(days=7)
    assert all(after - before == timedelta(days=7) for before, after in pairwise(weeks))


@given(MONTHS, st.integers(-200_000, 200_000))
def test_a_shift_stays_within_the_calendar(month: Month, by: int) -> None:
    shifted = month.shifted(by)
    assert shifted.first <= shifted.last
    if 4 < shifted.year < 9996:
        assert shifted.shifted(-by) == month


@pytest.mark.parametrize(
    ("first_day", "number"),
    [
        (date(2025, 11, 17), 47),  # a Monday
        (date(2025, 11, 16), 47),  # the Sunday before it
        (date(2024, 12, 30), 1),
        (date(2026, 12, 28), 53),
    ],
)
def test_a_week_has_the_number_of_its_thursday(first_day: date, number: int) -> None:
    assert week_number(first_day) == number


def test_days_beyond_count_as_the_nearest() -> None:
    assert month_of(date.min) == Month(3, 1)
    assert within_calendar(date.max) == date(9997, 12, 31)
    assert within_calendar(date(2025, 11, 20)) == date(2025, 11, 20)
