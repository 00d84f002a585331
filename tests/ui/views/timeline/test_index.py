"""Finding by bisection is the same as looking at everything."""

from hypothesis import given
from hypothesis import strategies as st

from ministrack.ui.views.timeline.index import Extent, Index

POSITIONS = st.integers(-50, 5000).map(float)
EXTENTS = st.lists(
    st.tuples(st.integers(0, 999), POSITIONS, st.sampled_from([1, 1, 3, 30, 365, 4000])).map(
        lambda made: (made[0], made[1], made[1] + made[2])
    ),
    max_size=60,
)


def middle(extent: Extent) -> float:
    return (extent[1] + extent[2]) / 2


@given(EXTENTS, POSITIONS, st.integers(0, 900))
def test_culling_equals_brute_force(extents: list[Extent], first: float, width: int) -> None:
    index, last = Index(extents), first + width
    brute = [extent for extent in extents if extent[1] <= last and extent[2] >= first]
    found = index.touching(first, last)
    assert sorted(found) == sorted(brute)
    assert [middle(extent) for extent in found] == sorted(middle(extent) for extent in brute)
    assert index.at_most(first, last) >= len(brute)


@given(EXTENTS, POSITIONS, st.integers(0, 900))
def test_counting_equals_brute_force(extents: list[Extent], first: float, width: int) -> None:
    index, last = Index(extents), first + width
    brute = [extent for extent in extents if first <= middle(extent) < last]
    assert index.count(first, last) == len(brute)
    assert sorted(index.middles(first, last)) == sorted(brute)


@given(EXTENTS, POSITIONS)
def test_neighbours_are_the_nearest_on_either_side(extents: list[Extent], position: float) -> None:
    index = Index(extents)
    before = [middle(extent) for extent in extents if middle(extent) < position]
    after = [middle(extent) for extent in extents if middle(extent) >= position]
    found_before, found_after = index.before(position), index.after(position)
    assert (middle(found_before) if found_before else None) == (max(before) if before else None)
    assert (middle(found_after) if found_after else None) == (min(after) if after else None)
