"""Only dates known to the day have days; moved ones keep their length."""

from datetime import date

import pytest

from ministrack.domain.known_days import beginning_on, days_from, known_days


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2025-11-20", (date(2025, 11, 20), date(2025, 11, 20))),
        ("2025-11-20?", (date(2025, 11, 20), date(2025, 11, 20))),
        ("2025-10-17/2025-10-18", (date(2025, 10, 17), date(2025, 10, 18))),
        ("2025-10/2025-11", None),
        ("2025-10-17/..", None),
        ("2026", None),
        ("2026-23", None),
        ("nonsense", None),
    ],
)
def test_which_dates_have_days(edtf: str, days: tuple[date, date] | None) -> None:
    assert known_days(edtf) == days


@pytest.mark.parametrize(
    ("edtf", "moved"),
    [
        (None, "2026-02-27"),
        ("2026", "2026-02-27"),
        ("2025-11-20", "2026-02-27"),
        ("2025-10-17/2025-10-19", "2026-02-27/2026-03-01"),
    ],
)
def test_a_date_on_another_day(edtf: str | None, moved: str) -> None:
    assert beginning_on(edtf, date(2026, 2, 27)) == moved


def test_days_in_a_row() -> None:
    assert days_from(date(2025, 12, 31), date(2026, 1, 1)) == [date(2025, 12, 31), date(2026, 1, 1)]
