"""What a seat counts as, with the ITU's rule and without, and how it compares with the one before."""

import pytest

from ministrack.domain.attendance import Seat, Trend, at_minister_level, counted_rank, stands_in, trend


@pytest.mark.parametrize(
    ("levels", "plainly", "by_the_rule"),
    [
        ({"minister"}, True, True),
        ({"deputy_minister"}, False, True),
        ({"minister", "deputy_minister"}, True, True),
        ({"head_of_state", "deputy_minister"}, True, True),
        ({"deputy_minister", "ambassador"}, False, True),
        ({"ambassador"}, False, False),
        ({"minister_of_state"}, False, False),
        (set[str](), False, False),
    ],
)
def test_a_deputy_counts_only_by_the_rule_and_only_without_a_minister(
    levels: set[str], plainly: bool, by_the_rule: bool
) -> None:
    assert at_minister_level(levels, deputies_count=False) is plainly
    assert at_minister_level(levels, deputies_count=True) is by_the_rule


def test_nobody_stands_in_for_a_minister_who_came() -> None:
    assert stands_in({"deputy_minister", "senior_official"})
    assert not stands_in({"deputy_minister", "acting_minister"})
    assert not stands_in({"senior_official"})


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
