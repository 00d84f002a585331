"""Paints the rows of the navigation: icon, label, what is overdue, and the count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ministrack.domain.language import counted, trn
from ministrack.ui.models.places import (
    PLACE_ROLE,
    SHOWN_ROLE,
    FilterPlace,
    Heading,
    Place,
    SeriesPlace,
    ViewPlace,
)
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.metrics import ICON_SIZE, RADIUS, SPACE, grown, scaled_font, tabular_font
from ministrack.ui.style.theme import Theme, ThemeSource, Tone
from ministrack.ui.widgets.pill import paint_pill, pill_size

RING = "keyboard"
"""A property of the list: whether the keyboard is used, and where it is should be shown."""

_HEIGHT = 30
_HEADING = 42
_PADDING = 2 * SPACE
_BOOKMARK = 12
_DOT = 10

Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(QStyledItemDelegate):
    """The place that is shown stands on a rounded ground; a ring shows where the keyboard is."""

    def __init__(self, themes: ThemeSource, icons: Icons, view: QListView) -> None:
        super().__init__(view)
        self._themes = themes
        self._icons = icons
        self._view = view
        self._icon = grown(ICON_SIZE, view.font())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = _HEADING if isinstance(index.data(PLACE_ROLE), Heading) else _HEIGHT
        return QSize(120, max(height, round(self._view.fontMetrics().height() * 1.7)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: Place = index.data(PLACE_ROLE)
        theme = self._themes.theme
        state: QStyle.StateFlag = option.state  # type of a Qt attribute
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._view.font())
        if isinstance(place, Heading):
            self._paint_heading(painter, box, place, theme)
        else:
            is_shown = bool(index.data(SHOWN_ROLE))
            self._paint_ground(painter, box, state, is_shown, theme)
            inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
            if isinstance(place, ViewPlace):
                self._paint_view(painter, inner, place, is_shown, theme)
            else:
                self._paint_narrowing(painter, inner, place, theme)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, state: QStyle.StateFlag, is_shown: bool, theme: Theme
    ) -> None:
        ground = ""
        if is_shown:
            ground = theme.selection
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = theme.hover
        has_keyboard = (
            bool(state & QStyle.StateFlag.State_HasFocus)
            and self._view.hasFocus()
            and bool(self._view.property(RING))
        )
        if not ground and not has_keyboard:
            return
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.focus), 2) if has_keyboard else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_heading(self, painter: QPainter, box: QRect, place: Heading, theme: Theme) -> None:
        painter.setFont(scaled_font(self._view.font(), 0.9, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text_soft))
        inner = box.adjusted(_PADDING, 0, -_PADDING, -SPACE - 2)
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        _words(painter, inner, place.label, side)

    def _paint_view(
        self, painter: QPainter, box: QRect, place: ViewPlace, is_shown: bool, theme: Theme
    ) -> None:
        icon = self._icons.icon(place.icon, "accent_text" if is_shown else "text_soft")
        icon.paint(painter, self._leading(box, self._icon))
        rest = self._without_leading(box, self._icon + 2 * SPACE + 2)
        painter.setFont(tabular_font(self._view.font()))
        painter.setPen(QColor(theme.text_soft))
        count = self._count(painter, place, rest.width())
        if count:
            _words(painter, rest, count, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            rest = self._without_trailing(rest, painter.fontMetrics().horizontalAdvance(count) + 2 * SPACE)
        if place.overdue:
            rest = self._paint_badge(painter, rest, place, theme)
        font = QFont(self._view.font())
        if is_shown:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        _words(painter, rest, place.label, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def _count(self, painter: QPainter, place: ViewPlace, room: int) -> str:
        """How many there are; no words where the name and what is overdue would not have room beside them."""
        count = "" if place.count is None else counted(place.count)
        if not place.overdue:
            return count
        metrics = painter.fontMetrics()
        badge = pill_size(painter.font(), counted(place.overdue)).width() + 2 * SPACE
        needed = sum(metrics.horizontalAdvance(words) + SPACE for words in (place.label, count))
        return count if needed + badge <= room else ""

    def _paint_badge(self, painter: QPainter, box: QRect, place: ViewPlace, theme: Theme) -> QRect:
        """How many are overdue, in words where there is room for them."""
        text = trn("{n} overdue", "{n} overdue", place.overdue)
        label = painter.fontMetrics().horizontalAdvance(place.label) + 3 * SPACE
        if pill_size(painter.font(), text).width() + label > box.width():
            text = counted(place.overdue)
        width = pill_size(painter.font(), text).width()
        paint_pill(painter, self._trailing(box, width), text, Tone.OVERDUE, theme)
        return self._without_trailing(box, width + 2 * SPACE)

    def _paint_narrowing(
        self, painter: QPainter, box: QRect, place: SeriesPlace | FilterPlace, theme: Theme
    ) -> None:
        """What narrows the window: a series with its dot, a saved filter with a bookmark."""
        if isinstance(place, SeriesPlace):
            dot = QRectF(self._leading(box, _DOT))
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        else:
            self._icons.icon("bookmark", "text_soft").paint(painter, self._leading(box, _BOOKMARK))
        painter.setPen(QColor(theme.text))
        rest = self._without_leading(box, _DOT + 2 * SPACE + 2)
        if place.is_chosen:
            cross = self._trailing(rest, self._icon)
            self._icons.icon("x").paint(painter, cross)
            rest = self._without_trailing(rest, self._icon + SPACE)
        _words(painter, rest, place.label, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def _leading(self, box: QRect, side: int) -> QRect:
        left = box.left() if self._is_ltr() else box.right() + 1 - side
        return QRect(left, box.top() + (box.height() - side) // 2, side, side)

    def _trailing(self, box: QRect, width: int) -> QRect:
        left = box.right() + 1 - width if self._is_ltr() else box.left()
        return QRect(left, box.top(), width, box.height())

    def _without_leading(self, box: QRect, width: int) -> QRect:
        return box.adjusted(width, 0, 0, 0) if self._is_ltr() else box.adjusted(0, 0, -width, 0)

    def _without_trailing(self, box: QRect, width: int) -> QRect:
        return box.adjusted(0, 0, -width, 0) if self._is_ltr() else box.adjusted(width, 0, 0, 0)

    def _is_ltr(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.LeftToRight


def _words(painter: QPainter, box: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    flags = QStyle.visualAlignment(painter.layoutDirection(), side)
    painter.drawText(box, int(flags) | int(Qt.TextFlag.TextSingleLine), as_written(painter, shown))
