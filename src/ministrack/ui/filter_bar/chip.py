"""A chip: one condition of the filter. Pressed it opens; its cross, Delete and Backspace clear it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.apply import mark
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.metrics import SPACE, flag_side

_CROSS = 14  # side of the cross
_GAP = SPACE
_FLAGS = 3  # more of them say no more


class FilterChip(QPushButton):
    """Shows its label while it narrows nothing, else what it narrows to.

    Signals: `cleared()` when its condition is to be dropped; `clicked()` when it is to be changed.
    """

    cleared = Signal()

    def __init__(self, desk: Desk, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._label = label
        self._before, self._value = label, ""
        self._codes: tuple[str, ...] = ()
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        desk.flags.changed.connect(self.updateGeometry)
        self.show_nothing()

    @property
    def is_active(self) -> bool:
        """Whether it narrows the window."""
        return bool(self._value)

    def show_nothing(self) -> None:
        """Its label alone."""
        self._show(self._label, "", ())
        self.setAccessibleName(tr("Filter by {condition}", condition=self._label.lower()))
        self.setToolTip("")

    def show_value(self, sentence: str, value: str, codes: Sequence[str] = ()) -> None:
        """`sentence` is translated and holds {value}: "Country is {value}"; flags stand before the value."""
        before = tr(sentence, value="\0").split("\0", 1)[0].rstrip()
        self._show(before, value, tuple(codes[:_FLAGS]))
        words = tr(sentence, value=value)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(tr("{condition}\nPress Delete to clear it", condition=words)))

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        content = QSize(self._content_width(), self.fontMetrics().height())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, content, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inner = self._inner()
        theme = self._desk.themes.theme
        painter.setPen(QColor(theme.text if self.is_active else theme.text_soft))
        left = self._word(painter, self._before, inner, inner.left())
        if not self.is_active:
            return
        left = self._paint_flags(painter, inner, left + _GAP)
        self._word(painter, self._value, inner, left)
        cross = self._mirrored(self._cross())
        painter.drawPixmap(cross, self._desk.icons.pixmap("x", "text_soft", _CROSS, self.devicePixelRatioF()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.is_active:
            self.cleared.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_active and self.isDown() and self._is_on_cross(event.position()):
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)

    def _show(self, before: str, value: str, codes: tuple[str, ...]) -> None:
        self._before, self._value, self._codes = before, value, codes
        # The text itself is painted below; this one is read by tools, with & as a letter.
        self.setText(" ".join(part for part in (before, value) if part).replace("&", "&&"))
        mark(self, "active", bool(value))
        self.updateGeometry()
        self.update()

    def _content_width(self) -> int:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._before)
        if self.is_active:
            width += _GAP + metrics.horizontalAdvance(self._value) + 2 * _GAP + _CROSS
            if self._desk.flags.enabled:
                width += len(self._codes) * (flag_side(self.font()) + _GAP)
        return width

    def _paint_flags(self, painter: QPainter, inner: QRect, left: int) -> int:
        if not self._desk.flags.enabled:
            return left
        side = flag_side(self.font())
        for code in self._codes:
            top = inner.center().y() - side // 2 + 1
            place = self._mirrored(QRect(left, top, side, side))
            painter.drawPixmap(place, self._desk.flags.pixmap(code, side, self.devicePixelRatioF()))
            left += side + _GAP
        return left

    def _word(self, painter: QPainter, text: str, inner: QRect, left: int) -> int:
        right = inner.right() - (_CROSS + _GAP if self.is_active else 0)
        room = max(0, right - left + 2)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = painter.fontMetrics().horizontalAdvance(shown)
        place = self._mirrored(QRect(left, inner.top(), width + 1, inner.height()))
        painter.drawText(
            place,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            as_written(painter, shown),
        )
        return left + width

    def _inner(self) -> QRect:
        """Where the words are, centred as the style's own would be; in coordinates from left to right."""
        margin = (self.width() - self._content_width()) // 2
        return self.rect().adjusted(max(margin, 2 * SPACE), 0, -max(margin, 2 * SPACE), 0)

    def _cross(self) -> QRect:
        inner = self._inner()
        return QRect(inner.right() + 1 - _CROSS, inner.center().y() - _CROSS // 2 + 1, _CROSS, _CROSS)

    def _is_on_cross(self, place: QPointF) -> bool:
        cross = self._mirrored(self._cross()).adjusted(-_GAP, -2 * SPACE, 3 * SPACE, 2 * SPACE)
        return cross.contains(place.toPoint())

    def _mirrored(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)
