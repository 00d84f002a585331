"""Layout of the documents: diamonds on one row with labels beside them."""

from ministrack.ui.views.timeline.density import add_density
from ministrack.ui.views.timeline.frame import Frame
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.labels import Wanted, beside
from ministrack.ui.views.timeline.shapes import Node, Shape, Style
from ministrack.ui.views.timeline.spots import is_dense, spots
from ministrack.ui.views.timeline.strip import Strip

_NODE = 7.0
_SPAN = 7.0


def lay_out_documents(frame: Frame) -> None:
    """Add the documents to the picture."""
    y = frame.lanes.document_y
    selected = frame.picture.selected
    strip, wanted = Strip(), []
    index = frame.content.index(Lane.DOCUMENTS)
    if is_dense(index, frame.scale):
        half = frame.measure.line / 2 + 1
        add_density(frame, index, Lane.DOCUMENTS, y - half, y + half)
    for spot in spots(index, frame.scale, frame.half_mark):
        reach = frame.reach(spot, _NODE)
        strip.take(spot.x - reach, spot.x + reach)
        number = spot.number
        if spot.count > 1:
            frame.mark(spot, y, Lane.DOCUMENTS)
            number = selected if selected in spot.members else -1
        else:
            _draw(frame, number, spot.x, y, spot.is_aside)
        if number >= 0:
            texts = frame.texts(frame.item(number), Style.DOCUMENT)
            wanted.append(Wanted(number, spot.x, reach, texts))
    low, high = frame.scale.left + 6, frame.scale.right - 6
    placed = beside(wanted, frame.width_in(Style.DOCUMENT), low, high, selected, strip)
    frame.add_labels(placed, y - frame.measure.line / 2, Style.DOCUMENT, False)


def _draw(frame: Frame, number: int, x: float, y: float, is_aside: bool) -> None:
    item = frame.item(number)
    is_bar = frame.is_bar(number, _NODE)
    if is_bar or not item.exact:
        frame.span(number, y, _SPAN)
    if not is_bar and not is_aside:
        frame.picture.nodes.append(Node(number, x, y, _NODE, Shape.DIAMOND, not item.exact, item.tone))
