"""The whole matrix on one sheet, as large as it must be: for pictures."""

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter

from ministrack.ui.desk import Desk
from ministrack.ui.style.theme import LIGHT
from ministrack.ui.views.delegations.attendance.model import AttendanceModel
from ministrack.ui.views.delegations.attendance.sheet import Sheet

_MARGIN = 28
_LEAST = 720  # px: room for the title and for what the signs mean


class MatrixDrawing:
    """All meetings side by side, all parties below each other."""

    def __init__(self, desk: Desk, matrix: AttendanceModel) -> None:
        self._desk = desk
        self._matrix = matrix
        self._room = Sheet.whole(desk, matrix).expandedTo(QSize(_LEAST, 0))

    @property
    def size(self) -> QSizeF:
        """Its size in px."""
        return QSizeF(self._room.width() + 2 * _MARGIN, self._room.height() + 2 * _MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Draws it; the painter is left as it was."""
        painter.save()
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), QColor(LIGHT.surface))
        painter.translate(_MARGIN, _MARGIN)
        sheet = Sheet(self._desk, self._matrix, painter, QRect(0, 0, self._room.width(), self._room.height()))
        for number, page in enumerate(sheet.pages):
            sheet.paint(number, page)
        painter.restore()
