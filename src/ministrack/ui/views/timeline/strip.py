"""A horizontal strip that is handed out piece by piece: how labels are kept from overlapping."""

from bisect import bisect_left, bisect_right


class Strip:
    """Intervals taken in a strip, in pixels, kept apart and in order. Touching is allowed."""

    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts: list[float] = []
        self._ends: list[float] = []

    def is_free(self, start: float, end: float) -> bool:
        """Nothing taken lies between start and end."""
        at = bisect_right(self._ends, start)
        return at == len(self._starts) or self._starts[at] >= end

    def take(self, start: float, end: float) -> None:
        """Mark as taken; what overlaps with it is joined to it."""
        low = bisect_right(self._ends, start)
        high = bisect_left(self._starts, end)
        if low < high:
            start = min(start, self._starts[low])
            end = max(end, self._ends[high - 1])
        self._starts[low:high] = [start]
        self._ends[low:high] = [end]

    def release(self, start: float, end: float) -> None:
        """Give back exactly what was taken when it was free."""
        at = bisect_left(self._starts, start)
        if at < len(self._starts) and self._starts[at] == start and self._ends[at] == end:
            del self._starts[at], self._ends[at]

    def end_of(self, start: float, end: float) -> float:
        """Where the first taken piece that overlaps with start to end stops; start if there is none."""
        at = bisect_right(self._ends, start)
        if at == len(self._starts) or self._starts[at] >= end:
            return start
        return self._ends[at]
