"""Items that are too close together are counted, none is lost and none is counted twice."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ministrack.ui.views.timeline.index import Index
from ministrack.ui.views.timeline.scale import Scale
from ministrack.ui.views.timeline.spots import Spot, spots
from tests.ui.views.timeline.made import SCALES, day


def half(count: int) -> float:
    return 6.0 + 4.0 * len(str(count))


def days(*positions: int) -> Index:
    return Index([(number, float(at), float(at + 1)) for number, at in enumerate(positions)])


SCALE = Scale(day(2024), 1.0, 130, 1440)


def test_items_with_room_stand_alone() -> None:
    found = spots(days(day(2024, 3), day(2024, 6)), SCALE, half)
    assert [(spot.number, spot.count) for spot in found] == [(0, 1), (1, 1)]


def test_items_without_room_are_counted() -> None:
    (found,) = spots(days(day(2024, 3, 1), day(2024, 3, 2), day(2024, 3, 3)), SCALE, half)
    assert found.count == 3
    assert sorted(found.members) == [0, 1, 2]
    assert found.number == -1
    assert found.first == day(2024, 3, 1) + 0.5


def test_a_span_without_its_middle_in_view_is_shown_aside() -> None:
    (found,) = spots(Index([(0, float(day(2020)), float(day(2025)))]), SCALE, half)
    assert found.is_aside
    assert SCALE.left < found.x < SCALE.right


def check(found: list[Spot]) -> None:
    for one, two in pairwise(found):
        assert one.x + (7 if one.count == 1 else half(one.count)) <= two.x - (
            7 if two.count == 1 else half(two.count)
        )


@given(SCALES, st.lists(st.integers(day(2015), day(2031)), max_size=100))
def test_every_item_is_in_one_spot_and_none_overlap(scale: Scale, positions: list[int]) -> None:
    found = spots(days(*positions), scale, half)
    check(found)
    members = [number for spot in found for number in spot.members]
    assert len(members) == len(set(members))
    inside = {n for n, at in enumerate(positions) if scale.start <= at + 0.5 <= scale.end}
    if all(len(spot.members) == spot.count for spot in found):
        assert inside <= set(members)
    assert sum(spot.count for spot in found) >= len(inside)


@given(st.integers(0, 10_000), st.sampled_from([0.05, 0.3, 2.0]))
def test_a_crowd_is_counted_by_columns(seed: int, per_day: float) -> None:
    first = day(2015)
    crowd = days(*(first + (seed + n * 37) % 5000 for n in range(3000)))
    scale = Scale(first - 10, per_day, 130, 1440)
    found = spots(crowd, scale, half)
    check(found)
    assert len(found) <= 1310 / 14
    seen = crowd.count(scale.start, scale.end)
    assert sum(spot.count for spot in found) >= seen
