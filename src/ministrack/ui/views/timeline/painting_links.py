"""Draws the connectors: quiet, until an item of theirs is selected or pointed at."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ministrack.ui.views.timeline.colours import Inks
from ministrack.ui.views.timeline.shapes import Link

_MOST = 24  # of more, only those of the chosen items are drawn


def paint_links(painter: QPainter, links: Sequence[Link], chosen: Collection[int], inks: Inks) -> None:
    """Draw them; those that begin or end at a chosen item, with their whole chain, stand out."""
    starts = {link.start for link in links if link.start in chosen or link.end in chosen}
    # A task that is chosen leads to its decision, and the decision to the other tasks: fainter, not strong.
    strong = [link for link in links if link.start in chosen or link.end in chosen]
    quiet = [link for link in links if link not in strong]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(links) <= _MOST:
        painter.setPen(QPen(inks.role("outline"), 1.2))
        for link in quiet:
            _draw(painter, link)
    elif starts:
        painter.setPen(QPen(inks.role("border"), 1.2))
        for link in quiet:
            if link.start in starts:
                _draw(painter, link)
    painter.setPen(QPen(inks.role("accent"), 2))
    for link in strong:
        _draw(painter, link)


def _draw(painter: QPainter, link: Link) -> None:
    """Straight down, then a rounded turn towards the follow-up."""
    if abs(link.x0 - link.x1) < 3:
        painter.drawLine(QLineF(link.x0, link.y0, link.x0, link.y1))
        return
    turn = min(6.0, abs(link.x1 - link.x0), abs(link.y1 - link.y0))
    path = QPainterPath(QPointF(link.x0, link.y0))
    path.lineTo(link.x0, link.y1 - turn)
    path.quadTo(link.x0, link.y1, link.x0 + (turn if link.x1 > link.x0 else -turn), link.y1)
    path.lineTo(link.x1, link.y1)
    painter.drawPath(path)
