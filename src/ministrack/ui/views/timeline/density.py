"""Density strips: how much there is where, in columns that hold still while one pans."""

from math import ceil, floor, log2

from ministrack.ui.views.timeline.frame import Frame
from ministrack.ui.views.timeline.index import Index
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.picture import Box, Column

_WIDTH = 9.0  # least width of a column, px; at most twice as much
_LOWEST = 0.2  # of the height: one item can be seen


def add_density(frame: Frame, index: Index, lane: Lane, low: float, high: float) -> None:
    """Add a strip between two heights; columns grow from its middle."""
    scale = frame.scale
    step = 2.0 ** ceil(log2(_WIDTH / scale.per_day))
    begin = floor(scale.start / step)
    counts = index.histogram(begin * step, step, floor(scale.end / step) - begin + 1)
    most = log2(max(counts, default=0) + 1)
    middle, half = (low + high) / 2, (high - low) / 2
    for place, count in enumerate(counts):
        if not count:
            continue
        tall = half * max(_LOWEST, log2(count + 1) / most)
        left = max(scale.left, scale.x((begin + place) * step))
        right = min(scale.right, scale.x((begin + place + 1) * step))
        if right > left:
            frame.picture.columns.append(Column(Box(left, middle - tall, right, middle + tall), lane, count))
