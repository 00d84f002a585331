"""Thin connectors from a decision, or a document, to the tasks that follow from it."""

from ministrack.ui.views.timeline.frame import Frame
from ministrack.ui.views.timeline.items import Ref
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.shapes import Label, Link, Style

_Place = tuple[int, float, float]  # number, and where a connector leaves


def link(frame: Frame) -> None:
    """Connect what is in view, and keep labels readable where a line crosses them."""
    picture = frame.picture
    places = _places(frame)
    below = {label.number: label.box for label in picture.labels if label.style is not Style.TASK}
    for bar in picture.bars:
        if not bar.has_start:
            continue
        for ref in frame.item(bar.number).after:
            place = places.get(ref)
            if place is None:
                continue
            number, x, y = place
            own = below.get(number)
            if own is not None and own.top > y - 8 and own.left < x < own.right:
                y = own.bottom + 1
            middle = (bar.box.top + bar.box.bottom) / 2
            picture.links.append(Link(number, bar.number, x, y, bar.box.left, middle))
    _back(picture)


def _places(frame: Frame) -> dict[Ref, _Place]:
    """Where the meetings and documents in view are left; of a document's stages, the last one."""
    picture, found = frame.picture, {}
    for span in picture.spans:
        if span.is_solid:
            x = (max(span.box.left, picture.gutter) + min(span.box.right, picture.width)) / 2
            found[frame.item(span.number).ref] = (span.number, x, span.box.bottom + 3)
    for node in picture.nodes:
        if picture.gutter <= node.x <= picture.width:
            found[frame.item(node.number).ref] = (node.number, node.x, node.y + node.radius + 4)
    return found


def _back(picture: Picture) -> None:
    crossed = {link.x0 for link in picture.links}
    if crossed:
        picture.labels[:] = [_backed(label, crossed) for label in picture.labels]


def _backed(label: Label, crossed: set[float]) -> Label:
    if label.is_backed or label.style is Style.TASK:
        return label
    if not any(label.box.left - 3 < x < label.box.right + 3 for x in crossed):
        return label
    return Label(label.number, label.box, label.text, label.style, label.tone, True)
