"""Draws the small marks before the lines of a list: rings, discs and diamonds."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ministrack.ui.inspector.entries import Mark

MARK_SIDE = 11  # px
_HALF_TURN = 180 * 16  # Qt counts sixteenths of a degree
_TOP = 90 * 16


def paint_mark(painter: QPainter, where: QRect, mark: Mark, colour: str) -> None:
    """Draws a mark into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour)
    box = QRectF(where).adjusted(1, 1, -1, -1)
    painter.setPen(QPen(ink, 1.4))
    if mark is Mark.DIAMOND:
        painter.setBrush(ink)
        middle, half = box.center(), box.width() / 2
        corners = [middle + QPointF(x, y) for x, y in ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0))]
        painter.drawPolygon(QPolygonF(corners))
    else:
        if mark is Mark.FULL:
            painter.setBrush(ink)
        painter.drawEllipse(box)
        if mark is Mark.HALF:
            painter.setBrush(ink)
            painter.drawPie(box, _TOP, _HALF_TURN)
    painter.restore()
