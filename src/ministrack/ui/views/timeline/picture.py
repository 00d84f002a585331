"""A frame of the timeline: what is drawn, from back to front, and which of it is at a point."""

from ministrack.domain.values import dataclass, field
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.shapes import (
    Band,
    Box,
    Density,
    Heading,
    Joint,
    Label,
    Link,
    Mark,
    Node,
    Span,
    TaskBar,
)
from ministrack.ui.views.timeline.ticks import Tick


@dataclass(slots=True)
class Picture:
    """One frame, from back to front."""

    width: float
    height: float
    gutter: float  # left edge of the axis
    axis: float  # height of the axis
    right: float = 0.0  # right edge of the axis
    today_x: float | None = None
    flag: Box | None = None  # of today, on the axis
    selected: int = -1
    first_row: int = 0  # which of the series is on top
    row_ys: tuple[float, ...] = ()  # the middles of the series in view
    bands: list[Band] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    densities: list[Density] = field(default_factory=list)
    ticks: tuple[Tick, ...] = ()
    spans: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    joints: list[Joint] = field(default_factory=list)
    bars: list[TaskBar] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def item_at(self, x: float, y: float) -> int | None:
        """Number of the item at a point: what is small and in front before what is large and behind."""
        if x < self.gutter:
            return None
        near = [n for n in self.nodes if n.box.holds(x, y, 3)]
        if near:
            return min(near, key=lambda n: (n.x - x) ** 2 + (n.y - y) ** 2).number
        large: list[Label | TaskBar | Span] = [*self.spans, *self.bars, *self.labels]
        return next((shape.number for shape in reversed(large) if shape.box.holds(x, y, 1)), None)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """The counted mark at a point."""
        if x < self.gutter:
            return None
        return next((mark for mark in reversed(self.marks) if mark.box.holds(x, y, 2)), None)

    def mark_of(self, number: int, lane: Lane, day: float, row_y: float | None = None) -> Mark | None:
        """The counted mark that holds an item of a lane (on a row, at a day); None where it stands alone."""
        alone: list[Node | Span | TaskBar] = [*self.nodes, *self.spans, *self.bars]
        if any(shape.number == number for shape in alone):
            return None
        for mark in self.marks:
            is_here = mark.lane is lane and (row_y is None or mark.box.top <= row_y <= mark.box.bottom)
            if number in mark.members or (is_here and not mark.members and mark.first <= day <= mark.last):
                return mark
        return None

    def density_at(self, x: float, y: float) -> int:
        """How many items a density strip counts at a point."""
        return next((count for each in self.densities if (count := each.count_at(x, y))), 0)

    def band_at(self, y: float) -> Band | None:
        """The lane at a height."""
        return next((band for band in self.bands if band.top <= y < band.bottom), None)

    @property
    def drawn(self) -> int:
        """How many shapes there are: it must depend on the width, not on how much there is to show."""
        large = len(self.spans) + len(self.bars) + len(self.labels)
        return (
            large
            + len(self.links)
            + len(self.joints)
            + len(self.nodes)
            + len(self.marks)
            + sum(len(each.counts) for each in self.densities)
        )
