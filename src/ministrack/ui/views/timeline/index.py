"""Extents sorted so that "what is between these days" and "how many" take a few bisections."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from heapq import merge

Extent = tuple[int, float, float]  # number of the item, first position, last position (in days)


class _Shelf:
    """Extents no longer than `reach`, in the order of their middles."""

    __slots__ = ("extents", "middles", "reach")

    def __init__(self, reach: float, extents: list[Extent]) -> None:
        self.reach = reach
        self.extents = sorted(extents, key=_middle)
        self.middles = [_middle(extent) for extent in self.extents]

    def add(self, extent: Extent) -> None:
        """Put one more in its place."""
        place = bisect_right(self.middles, _middle(extent))
        self.middles.insert(place, _middle(extent))
        self.extents.insert(place, extent)

    def remove(self, extent: Extent) -> None:
        """Take one out; nothing happens where it is not here."""
        place = bisect_left(self.middles, _middle(extent))
        while place < len(self.extents) and self.middles[place] == _middle(extent):
            if self.extents[place] == extent:
                del self.middles[place], self.extents[place]
                return
            place += 1

    def range(self, first: float, last: float) -> tuple[int, int]:
        """Where the middles between first (included) and last (not included) are."""
        return bisect_left(self.middles, first), bisect_left(self.middles, last)

    def reaching(self, first: float, last: float) -> tuple[int, int]:
        """Where everything that touches first to last is, and perhaps a little more."""
        half = self.reach / 2
        return bisect_left(self.middles, first - half), bisect_right(self.middles, last + half)


class Index:
    """Extents on shelves by length: a short one is never searched for as far as a long one reaches."""

    __slots__ = ("_shelves",)

    def __init__(self, extents: Iterable[Extent]) -> None:
        by_reach: dict[float, list[Extent]] = {}
        for extent in extents:
            by_reach.setdefault(_reach(extent[2] - extent[1]), []).append(extent)
        self._shelves = [_Shelf(reach, by_reach[reach]) for reach in sorted(by_reach)]

    def add(self, extent: Extent) -> None:
        """Take in one more extent: an edit costs one insertion, not a new index."""
        shelf = self._shelf(extent)
        if shelf is None:
            self._shelves.append(_Shelf(_reach(extent[2] - extent[1]), [extent]))
            self._shelves.sort(key=_by_reach)
        else:
            shelf.add(extent)

    def remove(self, extent: Extent) -> None:
        """Forget an extent."""
        shelf = self._shelf(extent)
        if shelf is not None:
            shelf.remove(extent)

    def _shelf(self, extent: Extent) -> _Shelf | None:
        reach = _reach(extent[2] - extent[1])
        return next((shelf for shelf in self._shelves if shelf.reach == reach), None)

    def count(self, first: float, last: float) -> int:
        """How many middles lie from first up to, not including, last."""
        total = 0
        for shelf in self._shelves:
            low, high = shelf.range(first, last)
            total += high - low
        return total

    def histogram(self, first: float, step: float, columns: int) -> list[int]:
        """How many middles lie in each of so many columns, `step` days wide, from first on."""
        counts = [0] * columns
        for shelf in self._shelves:
            middles = shelf.middles
            low = bisect_left(middles, first)
            for column in range(columns):
                high = bisect_left(middles, first + (column + 1) * step, low)
                counts[column] += high - low
                low = high
        return counts

    def middles(self, first: float, last: float) -> list[Extent]:
        """The extents whose middles lie from first up to, not including, last, in order of the middles."""
        parts = []
        for shelf in self._shelves:
            low, high = shelf.range(first, last)
            if low < high:
                parts.append(shelf.extents[low:high])
        return _merged(parts)

    def at_most(self, first: float, last: float) -> int:
        """An upper bound of how many extents touch first to last: cheap, and never too low."""
        total = 0
        for shelf in self._shelves:
            low, high = shelf.reaching(first, last)
            total += high - low
        return total

    def touching(self, first: float, last: float) -> list[Extent]:
        """The extents that share at least a point with first to last, in order of their middles."""
        parts = []
        for shelf in self._shelves:
            low, high = shelf.reaching(first, last)
            parts.append([e for e in shelf.extents[low:high] if e[1] <= last and e[2] >= first])
        return _merged(parts)

    def before(self, position: float) -> Extent | None:
        """The extent with the last middle before a position."""
        found: Extent | None = None
        for shelf in self._shelves:
            at = bisect_left(shelf.middles, position)
            if at and (found is None or shelf.middles[at - 1] > _middle(found)):
                found = shelf.extents[at - 1]
        return found

    def after(self, position: float) -> Extent | None:
        """The extent with the first middle at or after a position."""
        found: Extent | None = None
        for shelf in self._shelves:
            at = bisect_left(shelf.middles, position)
            if at < len(shelf.middles) and (found is None or shelf.middles[at] < _middle(found)):
                found = shelf.extents[at]
        return found


def _by_reach(shelf: _Shelf) -> float:
    return shelf.reach


def _middle(extent: Extent) -> float:
    return (extent[1] + extent[2]) / 2


def _merged(parts: list[list[Extent]]) -> list[Extent]:
    return parts[0] if len(parts) == 1 else list(merge(*parts, key=_middle))


def _reach(length: float) -> float:
    reach = 1.0
    while reach < length:
        reach *= 4.0
    return reach
