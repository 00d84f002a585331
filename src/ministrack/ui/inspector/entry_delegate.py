"""Paints a line of a list: mark or flag, words, soft words beside or below them, and a pill at the end."""

from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ministrack.ui.inspector.entries import Entry, Mark
from ministrack.ui.inspector.entry_model import ENTRY
from ministrack.ui.inspector.marks import MARK_SIDE, paint_mark
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.metrics import flag_side, grown, scaled_font
from ministrack.ui.style.theme import ThemeSource
from ministrack.ui.widgets.pill import paint_pill, pill_size

_EDGE, _GAP, _ABOVE = 8, 8, 6
_LEAST = 40  # px: less room shows an ellipsis and nothing else
_SOFT = 0.92
_LINES = 12  # of soft words that wrap, at most

Index = QModelIndex | QPersistentModelIndex


class Shape(Enum):
    """How a line stands: all in one line, in two, or with soft words that wrap below a strong line."""

    INLINE = auto()
    STACKED = auto()
    WRAPPED = auto()


class EntryDelegate(QStyledItemDelegate):
    """Paints the entries of one list in one shape."""

    def __init__(
        self, shape: Shape, themes: ThemeSource, flags: Flags, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.shape = shape
        self._themes = themes
        self._flags = flags

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = max(option.fontMetrics.height(), pill_size(option.font, "x").height())
        if self.shape is Shape.INLINE:
            return QSize(0, line + _ABOVE)
        soft = QFontMetrics(scaled_font(option.font, _SOFT))
        below = soft.height()
        if self.shape is Shape.WRAPPED:
            entry = index.data(ENTRY)
            room = QRect(0, 0, max(option.rect.width() - 2 * _EDGE, 80), soft.height() * _LINES)
            below = min(_wrapped(soft, room, entry.secondary).height(), room.height()) if entry else 0
        return QSize(0, line + below + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY)
        ground = QStyleOptionViewItem(option)
        ground.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget
        )
        if entry is None:
            return
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._paint_entry(painter, _Room(option.rect, option.direction), option.font, entry)
        painter.restore()

    def _paint_entry(self, painter: QPainter, room: "_Room", body: QFont, entry: Entry) -> None:
        painter.setFont(body)
        line = max(painter.fontMetrics().height(), pill_size(body, "x").height())
        inside = room.whole.adjusted(_EDGE, 0, -_EDGE, 0)
        alone = self.shape is Shape.STACKED and not entry.secondary  # its words stand in the middle
        top = inside if self.shape is Shape.INLINE or alone else inside.adjusted(0, _ABOVE, 0, 0)
        if self.shape is not Shape.INLINE and not alone:
            top.setHeight(line)
        left = top.left() + self._paint_sign(painter, room, top, body, entry)
        right = self._paint_pill(painter, room, top, body, entry)
        words = QRect(left, top.top(), max(right - left, 0), top.height())
        used = self._paint_words(painter, room, words, body, entry)
        if self.shape is Shape.INLINE:
            below = words.adjusted(min(used + _GAP, words.width()), 0, 0, 0)
        else:
            below = QRect(
                left, top.bottom() + 1, max(inside.right() - left, 0), inside.bottom() - top.bottom()
            )
        self._paint_soft(painter, room, below, body, entry.secondary)

    def _paint_sign(self, painter: QPainter, room: "_Room", top: QRect, body: QFont, entry: Entry) -> int:
        """The mark or flag; the width it takes."""
        side = flag_side(body) if entry.flag is not None else grown(MARK_SIDE, body)
        where = room.seen(QRect(top.left(), top.center().y() - side // 2, side, side))
        if entry.flag is not None and self._flags.enabled:
            painter.drawPixmap(
                where, self._flags.pixmap(entry.flag, side, painter.device().devicePixelRatioF())
            )
            return side + _GAP
        if entry.mark is not Mark.NONE:
            paint_mark(painter, where, entry.mark, self._themes.theme.text)
            return side + _GAP
        return 0

    def _paint_pill(self, painter: QPainter, room: "_Room", top: QRect, body: QFont, entry: Entry) -> int:
        """The pill at the end; where the words have to stop."""
        if not entry.pill:
            return top.right() + 1
        width = min(pill_size(body, entry.pill).width(), top.width() // 2)
        where = room.seen(QRect(top.right() + 1 - width, top.top(), width, top.height()))
        paint_pill(painter, where, entry.pill, entry.tone, self._themes.theme)
        return top.right() + 1 - width - _GAP

    def _paint_words(self, painter: QPainter, room: "_Room", words: QRect, body: QFont, entry: Entry) -> int:
        strong = self.shape is Shape.WRAPPED
        painter.setFont(scaled_font(body, 1.0, QFont.Weight.DemiBold) if strong else body)
        painter.setPen(QColor(self._themes.theme.text))
        shown = painter.fontMetrics().elidedText(entry.primary, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(
            room.seen(words),
            _flags(room, Qt.AlignmentFlag.AlignVCenter),
            as_written(painter, shown),
        )
        return painter.fontMetrics().horizontalAdvance(shown)

    def _paint_soft(self, painter: QPainter, room: "_Room", below: QRect, body: QFont, text: str) -> None:
        if not text or below.width() < _LEAST:
            return
        painter.setFont(scaled_font(body, _SOFT))
        painter.setPen(QColor(self._themes.theme.text_soft))
        if self.shape is Shape.WRAPPED:
            flags = _flags(room, Qt.AlignmentFlag.AlignTop) | Qt.TextFlag.TextWordWrap
            painter.drawText(room.seen(below), flags, as_written(painter, text))
            return
        upright = Qt.AlignmentFlag.AlignVCenter if self.shape is Shape.INLINE else Qt.AlignmentFlag.AlignTop
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(room.seen(below), _flags(room, upright), as_written(painter, shown))


class _Room:
    """A row's rectangle; `seen` mirrors what was laid out from left to right where words run otherwise."""

    def __init__(self, whole: QRect, direction: Qt.LayoutDirection) -> None:
        self.whole = whole
        self.direction = direction

    def seen(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.direction, self.whole, part)


def _flags(room: _Room, upright: Qt.AlignmentFlag) -> int:
    mirrored = room.direction is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignAbsolute | upright).value


def _wrapped(metrics: QFontMetrics, room: QRect, text: str) -> QRect:
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text) if text else QRect()
