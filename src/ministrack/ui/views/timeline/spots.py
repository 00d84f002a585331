"""Which items of a row are drawn by themselves and which are counted together in a mark."""

from collections.abc import Callable
from math import ceil, floor, inf, log2

from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.index import Extent, Index
from ministrack.ui.views.timeline.scale import Scale

# Up to so many in view each is looked at; beyond, they are counted by columns.
_FEW = 110
_COLUMN = 64.0  # least width of a column, px
_APART = 256.0  # marks on either side of a multiple of this are found independently: they hold still
_MEMBERS = 40  # so many are kept by number, to be listed
_EDGE = 14.0
_NODE = 7.0
_SPACE = 2.0

HalfWidth = Callable[[int], float]  # how far a mark with this count reaches to either side, px


@dataclass(frozen=True, slots=True)
class Spot:
    """One item, or several that are too close together. `x` is where it is drawn."""

    x: float
    count: int
    members: tuple[int, ...]  # numbers; empty when there are many
    first: float  # middles of the first and the last, days
    last: float
    low: float  # the same in px
    high: float
    is_aside: bool = False  # its middle is outside the view: only a part of its span can be seen

    @property
    def number(self) -> int:
        """The item, when it is a single one; else -1."""
        return self.members[0] if self.count == 1 else -1


def spots(index: Index, scale: Scale, half: HalfWidth) -> list[Spot]:
    """The spots of a row in view, from left to right; none overlaps with another."""
    found = _counted(index, scale) if is_dense(index, scale) else _looked_at(index, scale)
    return _apart(found, _step(_APART, scale), half)


def is_dense(index: Index, scale: Scale) -> bool:
    """Whether there is so much in view that it is counted by columns."""
    return index.at_most(scale.start, scale.end) > _FEW


def _step(pixels: float, scale: Scale) -> float:
    """Days, a power of two, that are at least so many pixels: zooming halves columns, never shifts them."""
    return float(2.0 ** ceil(log2(pixels / scale.per_day)))


def _looked_at(index: Index, scale: Scale) -> list[Spot]:
    step = _step(_APART, scale)
    first = floor(scale.start / step) * step
    last = ceil(scale.end / step) * step
    found = [_spot(extent, scale) for extent in index.touching(first, last)]
    return sorted((spot for spot in found if spot is not None), key=_x)


def _counted(index: Index, scale: Scale) -> list[Spot]:
    step = _step(_COLUMN, scale)
    found: list[Spot] = []
    earliest, latest = index.after(-inf), index.before(inf)
    low, high = (_middle(end) if end else 0.0 for end in (earliest, latest))
    for column in range(floor(scale.start / step), floor(scale.end / step) + 1):
        first, last = column * step, (column + 1) * step
        count = index.count(first, last)
        if count > 3:
            x = scale.x((max(first, low) + min(last, high)) / 2)  # nothing is before or after those
            members: tuple[int, ...] = ()
            if count <= _MEMBERS:
                extents = index.middles(first, last)
                members = tuple(extent[0] for extent in extents)
                first, last = _middle(extents[0]), _middle(extents[-1])
            found.append(Spot(x, count, members, first, last, x, x))
        elif count:
            singles = [_spot(extent, scale) for extent in index.middles(first, last)]
            found.extend(spot for spot in singles if spot is not None)
    return sorted(found, key=_x)


def _spot(extent: Extent, scale: Scale) -> Spot | None:
    """The spot of an item: at its middle, or in the part of its span that can be seen."""
    number, first, last = extent
    day = _middle(extent)
    x = scale.x(day)
    low, high = scale.left + _EDGE, scale.right - _EDGE
    is_aside = not scale.left <= x <= scale.right
    if is_aside:
        begin, end = max(low, scale.x(first)), min(high, scale.x(last))
        if begin < end:
            x = min(max(x, begin), end)
        elif first <= scale.end and last >= scale.start:
            return None
    return Spot(x, 1, (number,), day, day, x, x, is_aside)


def _apart(found: list[Spot], step: float, half: HalfWidth) -> list[Spot]:
    """Spots that overlap are joined until none does."""
    count = -1
    first_round = True
    while len(found) != count:
        count = len(found)
        joined: list[Spot] = []
        for spot in found:
            if (
                joined
                and _collide(joined[-1], spot, half)
                and not (first_round and floor(joined[-1].first / step) != floor(spot.first / step))
            ):
                joined[-1] = _both(joined[-1], spot)
            else:
                joined.append(spot)
        # The first round may have left some apart at the multiples, so there is always a second.
        count = -1 if first_round else count
        first_round = False
        found = joined
    return found


def _collide(left: Spot, right: Spot, half: HalfWidth) -> bool:
    return right.x - _reach(right, half) < left.x + _reach(left, half) + _SPACE


def _reach(spot: Spot, half: HalfWidth) -> float:
    return _NODE if spot.count == 1 else half(spot.count)


def _both(one: Spot, two: Spot) -> Spot:
    count = one.count + two.count
    low, high = min(one.low, two.low), max(one.high, two.high)
    is_known = len(one.members) == one.count and len(two.members) == two.count and count <= _MEMBERS
    return Spot(
        (low + high) / 2,
        count,
        one.members + two.members if is_known else (),
        min(one.first, two.first),
        max(one.last, two.last),
        low,
        high,
        one.is_aside and two.is_aside,
    )


def _x(spot: Spot) -> float:
    return spot.x


def _middle(extent: Extent) -> float:
    return (extent[1] + extent[2]) / 2
