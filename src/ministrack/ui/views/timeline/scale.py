"""Days to pixels and back. A day `d` covers the positions d to d + 1, so its middle is d + 0.5."""

from datetime import date

from ministrack.domain.values import dataclass

FIRST_DAY = 1.0
LAST_DAY = float(date.max.toordinal())
MAX_PER_DAY = 64.0  # pixels: a day is wide enough for its number and a node
MIN_PER_DAY = 0.0005


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line between days and pixels: `left` px shows `start` (days), `per_day` px to a day."""

    start: float
    per_day: float
    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def end(self) -> float:
        """The position in days at the right edge."""
        return self.day(self.right)

    def x(self, day: float) -> float:
        return self.left + (day - self.start) * self.per_day

    def day(self, x: float) -> float:
        return self.start + (x - self.left) / self.per_day

    def zoomed(self, factor: float, at_x: float, least: float = MIN_PER_DAY) -> "Scale":
        """Scaled by `factor`, with the day under `at_x` staying there. Never below `least` px to a day."""
        per_day = min(MAX_PER_DAY, max(least, self.per_day * factor))
        start = self.day(at_x) - (at_x - self.left) / per_day
        return Scale(start, per_day, self.left, self.right)

    def panned(self, pixels: float) -> "Scale":
        """Moved so that what was at x is at x + pixels."""
        return Scale(self.start - pixels / self.per_day, self.per_day, self.left, self.right)

    def kept_near(self, first: float, last: float) -> "Scale":
        """Moved, if needed, so that the middle of the view stays between two positions."""
        half = self.width / self.per_day / 2
        middle = min(max(self.start + half, first, FIRST_DAY), last, LAST_DAY)
        return Scale(middle - half, self.per_day, self.left, self.right)

    def resized(self, left: float, right: float) -> "Scale":
        """The same start and zoom for another width."""
        return Scale(self.start, self.per_day, left, right)


def fitting(first: float, last: float, left: float, right: float, pads: tuple[float, float]) -> Scale:
    """The scale that shows the positions first to last with pads (px) to the left and right of them."""
    room = max(40.0, right - left - pads[0] - pads[1])
    per_day = min(MAX_PER_DAY, max(MIN_PER_DAY, room / max(last - first, 1e-6)))
    spare = room - (last - first) * per_day  # above zero only where the zoom is at its end
    return Scale(first - (pads[0] + max(0.0, spare) / 2) / per_day, per_day, left, right)
