"""What a seat counts as, with the ITU's rule and without, and how it compares with the one before."""

import pytest

from ministrack.domain.attendance import Seat, Trend, counted_rank, stands_in, trend


@pytest.mark.parametrize(
    ("levels", "stands"),
    [
        ({"minister"}, False),
        ({"deputy_minister"}, True),
        ({"deputy_minister", "senior_official"}, True),
        ({"deputy_minister", "ambassador"}, True),
        ({"minister", "deputy_minister"}, False),
        ({"deputy_minister", "acting_minister"}, False),
        ({"head_of_state", "deputy_minister"}, False),
        ({"ambassador"}, False),
        (set[str](), False),
    ],
)
def test_a_deputy_stands_in_only_where_no_minister_came(levels: set[str], stands: bool) -> None:
    assert stands_in(levels) is stands


def seat(level: str, rank: int, *others: str) -> Seat:
    return Seat("d", "p", "m", level=level, rank=rank, levels=frozenset((level, *others)))


def test_who_stands_in_is_compared_as_a_minister() -> None:
    alone, accompanied = seat("deputy_minister", 7), seat("deputy_minister", 7, "minister")
    assert counted_rank(alone, 4, deputies_count=False) == 7
    assert counted_rank(alone, 4, deputies_count=True) == 4
    assert counted_rank(accompanied, 4, deputies_count=True) == 7
    assert counted_rank(seat("ambassador", 11), 4, deputies_count=True) == 11
    assert counted_rank(alone, None, deputies_count=True) == 7  # the ladder has no ministers


def test_the_first_rank_is_the_highest() -> None:
    assert trend(1, 4) is Trend.HIGHER
    assert trend(7, 4) is Trend.LOWER
    assert trend(4, 4) is Trend.LEVEL
    assert trend(None, 4) is Trend.UNKNOWN
    assert trend(4, None) is Trend.UNKNOWN
