"""What the signs of the timeline mean, for a sheet that nobody can ask."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ministrack.domain.language import tr
from ministrack.ui.views.timeline.colours import Inks
from ministrack.ui.views.timeline.fonts import Fonts
from ministrack.ui.views.timeline.shapes import Style
from ministrack.ui.views.timeline.signs import paint_sign

_SIGN = 34.0  # px for a sign
_GAP = 26.0
_TOP = 14.0


class Legend:
    """Signs with their meaning, in as many lines as the width asks for."""

    def __init__(self, fonts: Fonts, inks: Inks, width: float) -> None:
        self._fonts = fonts
        self._inks = inks
        self._places: list[tuple[float, float, str, Callable[[QPainter, float, float], None]]] = []
        x, y = 0.0, _TOP
        for text, sign in self._signs():
            room = _SIGN + fonts.width(text, Style.TASK) + _GAP
            if x and x + room > width:
                x, y = 0.0, y + fonts.line + 8
            self._places.append((x, y, text, sign))
            x += room
        self.height = y + fonts.line

    def paint(self, painter: QPainter) -> None:
        """Draw it from the upper left corner on."""
        fonts, line = self._fonts, self._fonts.line
        for x, y, text, sign in self._places:
            sign(painter, x + _SIGN / 2 - 5, y + line / 2)
            painter.setPen(self._inks.role("text_soft"))
            painter.setFont(fonts.font(Style.TASK))
            painter.drawText(QPointF(x + _SIGN, fonts.baseline(Style.TASK, y, line)), text)

    def _signs(self) -> list[tuple[str, Callable[[QPainter, float, float], None]]]:
        return [
            (tr("Meeting, day known"), self._known),
            (tr("Some day in this time"), self._loose),
            (tr("Planned"), self._planned),
            (tr("Document"), self._document),
            (tr("Task: from the day given to the day due"), self._task),
            (tr("Overdue"), self._overdue),
            (tr("Done"), self._done),
            (tr("So many items"), self._count),
        ]

    def _known(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(self._inks.role("accent"), 2))
        painter.setBrush(self._inks.role("accent"))
        painter.drawEllipse(QPointF(x, y), 5, 5)

    def _loose(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.role("accent_soft"))
        painter.drawRoundedRect(QRectF(x - 12, y - 7, 24, 14), 7, 7)
        painter.setPen(QPen(self._inks.role("accent"), 2))
        painter.setBrush(self._inks.role("surface"))
        painter.drawEllipse(QPointF(x, y), 5, 5)

    def _planned(self, painter: QPainter, x: float, y: float) -> None:
        pen = QPen(self._inks.role("planned"), 2)
        pen.setDashPattern([2.6, 2])
        painter.setPen(pen)
        painter.drawLine(QLineF(x - 12, y, x + 12, y))

    def _document(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(self._inks.role("progress"), 1.8))
        painter.setBrush(self._inks.role("progress"))
        corners = ((x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _task(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.role("accent_soft"))
        painter.drawRoundedRect(QRectF(x - 12, y - 7, 24, 14), 3, 3)
        painter.setBrush(self._inks.role("accent"))
        for left in (x - 12, x + 9):
            painter.drawRoundedRect(QRectF(left, y - 7, 3, 14), 1.5, 1.5)

    def _overdue(self, painter: QPainter, x: float, y: float) -> None:
        paint_sign(painter, "overdue", QPointF(x, y), self._inks.role("overdue"), self._inks.role("surface"))

    def _done(self, painter: QPainter, x: float, y: float) -> None:
        paint_sign(painter, "done", QPointF(x, y), self._inks.role("held"), self._inks.role("surface"))

    def _count(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(self._inks.role("accent"), 1.1))
        painter.setBrush(self._inks.role("accent_soft"))
        painter.drawRoundedRect(QRectF(x - 12, y - 8, 24, 16), 8, 8)
        painter.setPen(self._inks.role("accent_text"))
        painter.setFont(self._fonts.font(Style.COUNT))
        left = x - self._fonts.width("12", Style.COUNT) / 2
        painter.drawText(QPointF(left, self._fonts.baseline(Style.COUNT, y - 8, 16)), "12")
