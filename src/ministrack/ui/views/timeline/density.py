"""Density strips: how much there is where, in columns that hold still while one pans."""

from math import ceil, floor, log2

from ministrack.ui.views.timeline.frame import Frame
from ministrack.ui.views.timeline.index import Index
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.shapes import Density

_WIDTH = 12.0  # least width of a column, px; at most twice as much


def add_density(frame: Frame, index: Index, lane: Lane, low: float, high: float) -> None:
    """Add a strip between two heights."""
    scale = frame.scale
    step = 2.0 ** ceil(log2(_WIDTH / scale.per_day))
    begin = floor(scale.start / step)
    counts = index.histogram(begin * step, step, floor(scale.end / step) - begin + 1)
    most = max(counts, default=0)
    if most:
        left, width = scale.x(begin * step), step * scale.per_day
        frame.picture.densities.append(
            Density(lane, left, width, (low + high) / 2, (high - low) / 2, counts, most)
        )
