"""Paints one cell of the matrix: ground, line, what it shows, and the ring of the keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ministrack.ui.views.delegations.attendance.model import AttendanceModel
from ministrack.ui.views.delegations.attendance.painting import paint_cell
from ministrack.ui.views.delegations.attendance.surface import Surface

Index = QModelIndex | QPersistentModelIndex


class MatrixDelegate(QStyledItemDelegate):
    """One for the whole matrix."""

    def __init__(self, model: AttendanceModel, surface: Surface, table: QTableView) -> None:
        super().__init__(table)
        self._rows = model
        self._surface = surface
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        rect: QRect = option.rect  # type of a Qt attribute
        theme, party = self._surface.theme, self._rows.party(row)
        meeting = self._rows.meeting(column)
        is_row = self._surface.is_current_row(row)
        if is_row:
            painter.fillRect(rect, QColor(theme.selection))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.border))
        if meeting is not None and meeting.starts and column:
            painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), QColor(theme.outline))
        is_faint = party is not None and not party.stands_out
        brushes = self._surface.brushes(self._table.font())
        painter.save()
        paint_cell(painter, rect, self._rows.cell(row, column), brushes, is_faint=is_faint)
        painter.restore()
        if is_row and self._surface.is_current_column(column):
            self._ring(painter, rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(
            self._table.horizontalHeader().defaultSectionSize(),
            self._table.verticalHeader().defaultSectionSize(),
        )

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        """Bold while keys go here, thin while they do not: the cell stays to be seen."""
        theme, width = self._surface.theme, 2 if self._surface.has_keyboard() else 1
        painter.save()
        painter.setPen(QPen(QColor(theme.focus), width))
        inset = 2 if width == 2 else 1
        painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 2))
        painter.restore()
