"""How a record found looks in the list of the search: icon, label, context, kind."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ministrack.ui.desk import Desk
from ministrack.ui.search.model import OFFER_ROLE
from ministrack.ui.search.palette import Offer
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.metrics import SPACE

_HEIGHT = 44
_MARGIN = 10
_ICON = 16


def row_height(font: QFont) -> int:
    """Two lines of a font, and some room."""
    return max(_HEIGHT, 2 * QFontMetrics(font).height() + 2 * SPACE)


class SearchRowDelegate(QStyledItemDelegate):
    """Two lines: what it is called, and below what tells it apart; the kind stands at the right."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer: Offer = index.data(OFFER_ROLE)
        theme = self._desk.themes.theme
        rect: QRect = option.rect  # type of a Qt attribute
        painter.save()
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = state & QStyle.StateFlag.State_Selected
            painter.setBrush(QColor(theme.selection if selected else theme.hover))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 5, 5)
        icon = self._desk.icons.icon(offer.icon)
        icon.paint(painter, QRect(rect.left() + _MARGIN, rect.center().y() - _ICON // 2, _ICON, _ICON))
        font = option.font
        metrics = QFontMetrics(font)
        kind = offer.kind
        kind_width = metrics.horizontalAdvance(kind)
        right = rect.right() - _MARGIN
        painter.setPen(QColor(theme.text_soft))
        kind_at = QRect(right - kind_width, rect.top(), kind_width + 1, rect.height())
        painter.drawText(kind_at, Qt.AlignmentFlag.AlignVCenter, kind)
        left = rect.left() + 2 * _MARGIN + _ICON
        width = right - kind_width - _MARGIN - left
        half = rect.height() // 2
        two_lines = bool(offer.context)
        top = QRect(left, rect.top() + (3 if two_lines else 0), width, half if two_lines else rect.height())
        painter.setPen(QColor(theme.text))
        label = metrics.elidedText(offer.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, as_written(painter, label))
        if two_lines:
            painter.setPen(QColor(theme.text_soft))
            below = QRect(left, rect.top() + half - 1, width, half)
            context = metrics.elidedText(offer.context, Qt.TextElideMode.ElideRight, width)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, as_written(painter, context))
        painter.restore()
