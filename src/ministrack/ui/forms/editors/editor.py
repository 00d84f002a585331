"""The base of all editors: what is shown, what is typed, and when it counts as finished."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ministrack.domain.record import Record
from ministrack.domain.values import dataclass
from ministrack.ui.style.metrics import SPACE

_FRAME = 14  # px: padding and border of an input above and below its first line
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants stored: values by field, and records that have to be made for that."""

    values: Mapping[str, object]
    creating: tuple[Record, ...] = ()


class Editor(QWidget):
    """Edits the fields `names` of one record, nearly always one, through `input`.

    Signals: `edited()` when something was typed or chosen; `finished()` when it is to be stored: the input
    was left, or Enter; `given_up()` on Escape; `sources_wanted()` on Alt+Enter; `hinted(str)` with words that
    belong below the field; `focused(bool)` when the keyboard comes or goes.
    """

    edited = Signal()
    finished = Signal()
    given_up = Signal()
    sources_wanted = Signal()
    hinted = Signal(str)
    focused = Signal(bool)

    enter_finishes = True
    can_join = False  # whether two texts make sense together, to be edited into one

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = names
        self.input: QWidget = self
        self._marker: QPushButton | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def take_input(self, widget: QWidget) -> None:
        """Makes a widget the one that a person works with."""
        self.input = widget
        self.layout_box().addWidget(widget)
        widget.installEventFilter(self)

    def layout_box(self) -> QVBoxLayout:
        """The layout of this editor."""
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        return box

    def show_values(self, values: Mapping[str, object]) -> None:
        """Shows stored values; what was typed is forgotten. No signals."""
        raise NotImplementedError

    def wanted(self) -> Wanted:
        """What is typed, as it would be stored. Raises InvalidValue where it is not understood."""
        raise NotImplementedError

    def is_dirty(self) -> bool:
        """Whether something is typed that differs from what was shown."""
        raise NotImplementedError

    def revert(self) -> None:
        """Takes back what was typed."""
        raise NotImplementedError

    def typed_text(self) -> str:
        """What stands in the input, understood or not."""
        raise NotImplementedError

    def type_text(self, text: str) -> None:
        """Puts a text into the input as if it were typed; only where both sides of a conflict are joined."""

    def set_read_only(self, on: bool) -> None:
        """Lets the value be read but not changed."""
        self.input.setEnabled(not on)

    def reserve(self, width: int) -> None:
        """Keeps `width` pixels free at the trailing end of the input."""

    def place_marker(self, marker: QPushButton | None) -> None:
        """Puts a small button inside the input, at its trailing end; None takes it away."""
        self._marker = marker
        self.reserve(marker.sizeHint().width() + SPACE if marker else 0)
        if marker is not None:
            marker.setParent(self.input)
            self._put_marker()
            marker.show()

    def entered(self) -> None:
        """The input has got the keyboard."""

    def marker_gap(self) -> int:
        """Pixels between the marker and the trailing edge."""
        return 6

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_marker()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.finished.emit()
                self.focused.emit(False)
        elif kind == QEvent.Type.FocusIn:
            self.entered()
            self.focused.emit(True)
        elif kind == QEvent.Type.Resize:
            self._put_marker()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._override(event)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.key_pressed(event)
        return False

    def _override(self, event: QKeyEvent) -> bool:
        """Says who has a key: Escape is the field's while something is typed; undo and redo only then."""
        if event.key() == Qt.Key.Key_Escape and self.is_dirty():
            event.accept()
            return True
        if any(event.matches(step) for step in _STEPS) and not self.is_dirty():
            event.ignore()  # the window takes back the last edit
            return True
        return False

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Handles a key before the input does; True when that was all."""
        if event.key() == Qt.Key.Key_Escape and self.is_dirty():
            self.given_up.emit()
            return True
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.sources_wanted.emit()
            return True
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and (self.enter_finishes or control) and self.is_dirty():
            self.finished.emit()
            return True
        return False

    def _put_marker(self) -> None:
        marker = self._marker
        if marker is None:
            return
        size = marker.sizeHint()
        line = min(self.input.height(), self.fontMetrics().height() + _FRAME)
        left = self.input.width() - size.width() - self.marker_gap()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.marker_gap()
        marker.setGeometry(left, (line - size.height()) // 2, size.width(), size.height())
