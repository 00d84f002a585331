"""Paints a line of the tray: a heading, or a meeting with its status and place in two lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ministrack.ui.desk import Desk
from ministrack.ui.naming import dotted
from ministrack.ui.style.metrics import ICON_SIZE, SPACE, grown, scaled_font
from ministrack.ui.views.meetings.calendar.entries import Entry
from ministrack.ui.views.meetings.calendar.room import SMALL
from ministrack.ui.views.meetings.calendar.tray_model import TrayModel

Index = QModelIndex | QPersistentModelIndex
_EDGE = 3 * SPACE
_SIDE = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class TrayDelegate(QStyledItemDelegate):
    """One for all lines."""

    def __init__(self, desk: Desk, model: TrayModel, view: QListView) -> None:
        super().__init__(view)
        self._desk = desk
        self._lines = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        body, small = (
            self._view.fontMetrics().height(),
            QFontMetrics(scaled_font(self._view.font(), SMALL)).height(),
        )
        if self._lines.entry(index) is None:
            return QSize(0, small + 3 * SPACE)
        return QSize(0, body + small + 2 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type of a Qt attribute
        theme, entry = self._desk.themes.theme, self._lines.entry(index)
        painter.save()
        if entry is None:
            painter.setFont(scaled_font(self._view.font(), SMALL, QFont.Weight.DemiBold))
            painter.setPen(QColor(theme.text_soft))
            self._write(painter, rect.adjusted(_EDGE, SPACE, -_EDGE, 0), self._lines.line(index).text)
        else:
            is_selected = self._view.selectionModel().isSelected(index)
            if is_selected:
                painter.fillRect(rect, QColor(theme.selection))
            self._paint_entry(painter, rect.adjusted(_EDGE, SPACE, -_EDGE, -SPACE), entry)
            if index == self._view.currentIndex() and self._view.hasFocus():
                painter.setPen(QPen(QColor(theme.focus), 2))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_entry(self, painter: QPainter, inside: QRect, entry: Entry) -> None:
        theme, desk = self._desk.themes.theme, self._desk
        side = grown(ICON_SIZE, self._view.font())
        body = self._view.fontMetrics().height()
        top = QRect(inside.left(), inside.top(), inside.width(), body)
        icon = QRect(top.left(), top.top() + (body - side) // 2, side, side)
        role = entry.tone.value if entry.tone.value != "accent" else "text_soft"
        pixmap = desk.icons.pixmap(entry.icon, role, side, self._view.devicePixelRatioF())
        painter.drawPixmap(QStyle.visualRect(self._view.layoutDirection(), top, icon), pixmap)
        font = QFont(self._view.font())
        font.setStrikeOut(entry.is_off)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        words = QStyle.visualRect(self._view.layoutDirection(), top, top.adjusted(side + 2 * SPACE, 0, 0, 0))
        self._write(painter, words, entry.title)
        painter.setFont(scaled_font(self._view.font(), SMALL))
        painter.setPen(QColor(theme.text_soft))
        below = QRect(words.left(), top.bottom() + 1, words.width(), inside.bottom() - top.bottom())
        self._write(painter, below, dotted((entry.said, entry.place, entry.series)))

    def _write(self, painter: QPainter, where: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        side = QStyle.visualAlignment(self._view.layoutDirection(), _SIDE)
        painter.drawText(where, int(side) | int(Qt.TextFlag.TextSingleLine), shown)
