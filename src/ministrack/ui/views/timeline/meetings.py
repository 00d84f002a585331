"""Layout of the meetings: a row per series, joined by its line, labels below the nodes."""

from collections.abc import Sequence
from itertools import pairwise

from ministrack.ui.views.timeline.density import add_density
from ministrack.ui.views.timeline.frame import Frame
from ministrack.ui.views.timeline.index import Extent
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.labels import Wanted, below, beside
from ministrack.ui.views.timeline.lanes import MeetingRow
from ministrack.ui.views.timeline.rows import Row
from ministrack.ui.views.timeline.shapes import Joint, Node, Shape, Style
from ministrack.ui.views.timeline.spots import Spot, is_dense, spots
from ministrack.ui.views.timeline.strip import Strip

NODE = 6.5
SPAN = 9.0  # half the height of a soft span
_FAR = 3000.0  # an end of a line that is further outside is drawn from here
_FLAT = 16.0  # a row with less room has straight lines: they are drawn much faster, and look calmer
_AHEAD = frozenset({"planned", "announced", "confirmed", "postponed", "cancelled"})


def lay_out_meetings(frame: Frame) -> None:
    """Add all rows of meetings to the picture."""
    places = frame.lanes.meetings
    if not places:
        return
    groups = frame.content.groups()[frame.lanes.first_row :]
    for group, place in zip(groups, places, strict=False):
        row = frame.content.row(group)
        if is_dense(row.index, frame.scale):
            half = frame.measure.line / 2 + 1
            add_density(frame, row.index, Lane.MEETINGS, place.node_y - half, place.node_y + half)
        found = spots(row.index, frame.scale, frame.half_mark)
        if row.is_joined:
            _join(frame, row, place, found)
        for spot in found:
            _draw(frame, spot, place)
        _label(frame, found, place)


def _draw(frame: Frame, spot: Spot, place: MeetingRow) -> None:
    if spot.count > 1:
        frame.mark(spot, place.node_y, Lane.MEETINGS)
        return
    item = frame.item(spot.number)
    is_bar = frame.is_bar(spot.number, NODE)
    if is_bar or not item.exact:
        frame.span(spot.number, place.node_y, SPAN)
    if not is_bar and not spot.is_aside:
        hollow = not item.exact
        node = Node(spot.number, spot.x, place.node_y, NODE, Shape.CIRCLE, hollow, item.tone)
        frame.picture.nodes.append(node)


def _join(frame: Frame, row: Row, place: MeetingRow, found: Sequence[Spot]) -> None:
    """The line of the series, from the meeting before the view to the one after it."""
    inside = [spot for spot in found if not spot.is_aside]
    begin = inside[0].first if inside else frame.scale.start
    end = inside[-1].last if inside else frame.scale.end
    outer_left = row.index.before(begin)
    outer_right = row.index.after(end + 1e-6)
    chain = [_outside(frame, outer_left), *inside, _outside(frame, outer_right)]
    known = [spot for spot in chain if spot is not None]
    for one, two in pairwise(known):
        _line(frame, place, one, two)


def _outside(frame: Frame, extent: Extent | None) -> Spot | None:
    if extent is None:
        return None
    day = (extent[1] + extent[2]) / 2
    x = min(max(frame.scale.x(day), frame.scale.left - _FAR), frame.scale.right + _FAR)
    return Spot(x, 1, (extent[0],), day, day, x, x)


def _line(frame: Frame, place: MeetingRow, one: Spot, two: Spot) -> None:
    tone = frame.item(two.members[0]).tone if two.members else "held"
    is_ahead = tone in _AHEAD
    x0, x1 = one.x + frame.reach(one, NODE), two.x - frame.reach(two, NODE)
    if two.count == 1 and is_ahead and not frame.item(two.number).exact:
        # The line of what is only planned ends where its span begins: it points at no day.
        x1 = max(min(x1, frame.edges(two.number)[0]), x0)
    if x1 - x0 < 3:
        return
    rise = 0.0 if is_ahead or place.rise < _FLAT else min(place.rise, (x1 - x0) * 0.09)
    frame.picture.joints.append(Joint(x0, x1, place.node_y, rise, is_ahead, tone))


def _label(frame: Frame, found: Sequence[Spot], place: MeetingRow) -> None:
    selected = frame.picture.selected
    wanted = []
    for spot in found:
        number = spot.number
        if number < 0 and selected in spot.members:
            number = selected  # a selected item says its name even where it is only counted
        if number >= 0 and frame.scale.left <= spot.x <= frame.scale.right:
            texts = frame.texts(frame.item(number), Style.MEETING)
            wanted.append(Wanted(number, spot.x, frame.reach(spot, NODE), texts))
    low, high = frame.scale.left + 6, frame.scale.right - 6
    width = frame.width_in(Style.MEETING)
    if place.label_top is not None:
        placed = below(wanted, width, low, high, selected)
        frame.add_labels(placed, place.label_top, Style.MEETING, False)
        return
    strip = Strip()
    for spot in found:
        reach = frame.reach(spot, NODE)
        strip.take(spot.x - reach, spot.x + reach)
    placed = beside(wanted, width, low, high, selected, strip)
    frame.add_labels(placed, place.node_y - frame.measure.line / 2, Style.MEETING, True)
