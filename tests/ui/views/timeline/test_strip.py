"""A strip gives a place away once."""

from hypothesis import given
from hypothesis import strategies as st

from ministrack.ui.views.timeline.strip import Strip

PIECES = st.tuples(st.integers(0, 100), st.integers(1, 30)).map(lambda made: (made[0], made[0] + made[1]))


@given(st.lists(PIECES, max_size=20), PIECES)
def test_what_is_free_is_what_nothing_taken_overlaps(
    taken: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    strip = Strip()
    for start, end in taken:
        strip.take(start, end)
    overlapped = any(start < asked[1] and asked[0] < end for start, end in taken)
    assert strip.is_free(*asked) is not overlapped


def test_a_piece_given_back_is_free_again() -> None:
    strip = Strip()
    strip.take(10, 20)
    strip.take(20, 30)
    strip.release(10, 20)
    assert strip.is_free(10, 20)
    assert not strip.is_free(19, 21)
    assert strip.end_of(15, 25) == 30
    assert strip.end_of(0, 20) == 0
