"""Labels yield, then shorten, then are left out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ministrack.ui.views.timeline.labels import Placed, Wanted, below, beside
from ministrack.ui.views.timeline.strip import Strip

LOW, HIGH = 100.0, 900.0


def width(text: str) -> float:
    return 7.0 * len(text)


def wanted(*places: float, long: str = "2nd · Bakı · 20 Nov 2025", short: str = "Bakı") -> list[Wanted]:
    return [Wanted(number, x, 7, (long, short)) for number, x in enumerate(places)]


def texts(placed: list[Placed]) -> list[str]:
    return [place.text for place in sorted(placed, key=lambda place: place.number)]


def test_a_label_stands_in_the_middle_below_its_node() -> None:
    (place,) = below(wanted(500), width, LOW, HIGH, -1)
    assert (place.left + place.right) / 2 == 500


def test_a_label_at_the_edge_yields_to_the_inside() -> None:
    (place,) = below(wanted(104), width, LOW, HIGH, -1)
    assert place.left == LOW
    assert place.text.startswith("2nd")


def test_neighbours_shorten_rather_than_push_each_other_out() -> None:
    assert texts(below(wanted(300, 350, 400), width, LOW, HIGH, -1)).count("Bakı") >= 1
    assert len(below(wanted(300, 350, 400), width, LOW, HIGH, -1)) == 3


def test_what_has_no_room_at_all_is_left_out() -> None:
    crowd = below(wanted(*(300 + 4 * n for n in range(20))), width, LOW, HIGH, -1)
    assert 1 <= len(crowd) < 20


def test_the_preferred_one_keeps_its_long_label() -> None:
    placed = below(wanted(300, 340, 380), width, LOW, HIGH, 1)
    assert next(place for place in placed if place.number == 1).text.startswith("2nd")


def test_beside_goes_left_where_the_right_is_taken() -> None:
    strip = Strip()
    strip.take(510, 560)
    (place,) = beside(wanted(500), width, LOW, HIGH, -1, strip)
    assert place.right < 500


PLACES = st.lists(st.floats(LOW, HIGH), max_size=30).map(sorted)


@given(PLACES, st.integers(-1, 5))
def test_labels_never_overlap(places: list[float], preferred: int) -> None:
    for placed in (
        below(wanted(*places), width, LOW, HIGH, preferred),
        beside(wanted(*places), width, LOW, HIGH, preferred, Strip()),
    ):
        boxes = sorted((place.left, place.right) for place in placed)
        for one, two in pairwise(boxes):
            assert one[1] <= two[0]
        assert all(left >= LOW and right <= HIGH for left, right in boxes)
        assert len({place.number for place in placed}) == len(placed)
