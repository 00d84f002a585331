"""Where labels go: none overlaps with another or with another item. They yield, shorten, or are left out."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.strip import Strip

GAP = 10.0  # between labels
_OUTSET = 12.0  # how far a label that yields to one side reaches beyond its node on the other

Width = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that an item asks for, at x; `reach` is how far the item's own shape extends from there.
    `texts` go from the fullest to the shortest.
    """

    number: int
    x: float
    reach: float
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A label that has a place."""

    number: int
    text: str
    left: float
    right: float


def below(wanted: Sequence[Wanted], width: Width, low: float, high: float, preferred: int) -> list[Placed]:
    """Labels on a strip of their own under their nodes, between low and high. `wanted` is in order of x.

    First everyone gets what fits between its neighbours, so that nobody's long label takes the place of
    another's short one. Then who got less tries to use what is left. `preferred` may choose before all.
    """
    strip = Strip()
    found: dict[int, Placed] = {}
    _choose([want for want in wanted if want.number == preferred], width, strip, (low, high), found)
    for want, cell in zip(wanted, _cells(wanted, low, high), strict=True):
        if want.number not in found:
            _choose([want], width, strip, cell, found)
    _choose([want for want in wanted if want.number not in found], width, strip, (low, high), found)
    for want in wanted:
        short = found.get(want.number)
        if short is not None and short.text != want.texts[0]:
            strip.release(short.left, short.right + GAP)
            del found[want.number]
            _choose([want], width, strip, (low, high), found)
    return list(found.values())


def beside(
    wanted: Sequence[Wanted], width: Width, low: float, high: float, preferred: int, strip: Strip
) -> list[Placed]:
    """Labels to the right of their nodes, or to the left. `strip` holds what else stands on the row."""
    found: list[Placed] = []
    for want in sorted(wanted, key=lambda want: want.number != preferred):
        place = next(_sides(want, width, low, high, strip), None)
        if place is not None:
            strip.take(place.left, place.right)
            found.append(place)
    return found


def _sides(want: Wanted, width: Width, low: float, high: float, strip: Strip) -> Iterator[Placed]:
    for text in want.texts:
        size = width(text)
        gap = want.reach + 5
        for left in (want.x + gap, want.x - gap - size):
            if low <= left and left + size <= high and strip.is_free(left - 2, left + size + 2):
                yield Placed(want.number, text, left, left + size)


def _cells(wanted: Sequence[Wanted], low: float, high: float) -> list[tuple[float, float]]:
    """For each the room up to half-way to its neighbours."""
    middles = [(one.x + two.x) / 2 for one, two in pairwise(wanted)]
    return [
        (max(low, start), min(high, end))
        for start, end in zip([low, *middles], [*middles, high], strict=True)
    ][: len(wanted)]


def _choose(
    wanted: Sequence[Wanted], width: Width, strip: Strip, room: tuple[float, float], found: dict[int, Placed]
) -> None:
    for want in wanted:
        place = next(_under(want, width, room, strip), None)
        if place is not None:
            strip.take(place.left, place.right + GAP)
            found[want.number] = place


def _under(want: Wanted, width: Width, room: tuple[float, float], strip: Strip) -> Iterator[Placed]:
    """Centred, else shifted to either side so that it still begins or ends at its node."""
    low, high = room
    for text in want.texts:
        size = width(text)
        if size > high - low:
            continue
        centred = want.x - size / 2
        for left in (centred, want.x - _OUTSET, want.x + _OUTSET - size):
            at = min(max(left, low), high - size)
            touches = at - _OUTSET <= want.x <= at + size + _OUTSET
            if touches and strip.is_free(at, at + size + GAP):
                yield Placed(want.number, text, at, at + size)
