"""A meeting that is being moved to another date: where it was taken, and what date it would have now."""

from datetime import date

from ministrack.domain.date_moving import Unit, moved
from ministrack.domain.dates import span
from ministrack.domain.known_days import known_days
from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.scale import Scale
from ministrack.ui.views.timeline.shapes import Ghost
from ministrack.ui.views.timeline.ticks import units

_UNITS = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER}
_STEPS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.QUARTER: 91, Unit.YEAR: 366}  # days


def unit_of(per_day: float) -> Unit:
    """The step of moving at a zoom: the finest that the axis shows."""
    major, minor = units(per_day)
    return _UNITS.get(minor or major, Unit.YEAR)


@dataclass(slots=True)
class Carried:
    """A meeting on its way. `taken_at` is the position in days at which the pointer took it."""

    number: int
    edtf: str
    taken_at: float
    is_by_keys: bool
    target: str

    def over(self, position: float, unit: Unit) -> bool:
        """The pointer is at a position now; True where that means another date."""
        return self._aim(moved(self.edtf, round(position - self.taken_at), unit))

    def step(self, direction: int, unit: Unit) -> bool:
        """A key asks for one step earlier (-1) or later (1); True where that means another date."""
        # A looser date first becomes the month, or the day, that lies in its middle.
        closer = moved(self.target, 0, unit)
        if closer != self.target:
            return self._aim(closer)
        step = _STEPS[Unit.MONTH] if unit is Unit.QUARTER and known_days(self.target) else _STEPS[unit]
        return self._aim(moved(self.target, direction * step, unit))

    def _aim(self, target: str) -> bool:
        if target == self.target:
            return False
        self.target = target
        return True

    def days(self) -> tuple[int, int]:
        """First and last day that the meeting would have, as ordinals."""
        covered = span(self.target)
        first, last = covered.first or covered.last or "0001-01-01", covered.last or covered.first
        return date.fromisoformat(first).toordinal(), date.fromisoformat(last or first).toordinal()

    def ghost(self, scale: Scale, y: float) -> Ghost:
        """What is drawn of it."""
        first, last = self.days()
        return Ghost(scale.x(first), scale.x(last + 1), y, known_days(self.target) is not None)
