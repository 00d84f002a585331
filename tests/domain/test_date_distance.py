"""How far a date is away, in words that claim no more than the date."""

from datetime import date

import pytest

from ministrack.domain.date_distance import distance

TODAY = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-11-20", "today"),
        ("2025-11-21", "tomorrow"),
        ("2025-11-19", "yesterday"),
        ("2025-12-02", "in 12 days"),
        ("2025-11-10", "10 days ago"),
        ("2026-03-20", "in about 4 months"),
        ("2024-09-09", "9 September 2024"),
        ("2025", "some day until 31 December 2025"),
        ("2026", "some day from 1 January 2026 to 31 December 2026"),
        ("2026-23", "some day from 1 September 2026 to 30 November 2026"),
        ("2024", "until 31 December 2024 at the latest"),
        ("2025/..", "some day"),
        ("2026/..", "some day from 1 January 2026"),
        ("soon", ""),
    ],
)
def test_distance_claims_no_more_than_the_date(edtf: str, said: str) -> None:
    assert distance(edtf, TODAY) == said
