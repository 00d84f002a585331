"""The small signs that say the status of a task without colour: open, in progress, done, overdue, dropped."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_R = 4.0


def paint_sign(painter: QPainter, tone: str, middle: QPointF, ink: QColor, ground: QColor) -> None:
    """Draw the sign of a status word around `middle`. An unknown word gets the sign of an open task."""
    x, y = middle.x(), middle.y()
    circle = QRectF(x - _R, y - _R, 2 * _R, 2 * _R)
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(ink if tone in {"done", "overdue"} else ground)
    painter.drawEllipse(circle)
    pen = QPen(ground, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if tone in {"progress", "partly"}:
        painter.setBrush(ink)
        painter.drawPie(circle, 90 * 16, 180 * 16)
    elif tone == "done":
        painter.setPen(pen)
        painter.drawPolyline(
            QPolygonF([QPointF(x - 2, y), QPointF(x - 0.5, y + 1.6), QPointF(x + 2, y - 1.6)])
        )
    elif tone == "overdue":
        painter.setPen(pen)
        painter.drawLine(QLineF(x, y - 2.2, x, y + 0.4))
        painter.drawPoint(QPointF(x, y + 2.2))
    elif tone in {"dropped", "superseded"}:
        painter.drawLine(QLineF(x - 2.5, y + 2.5, x + 2.5, y - 2.5))
