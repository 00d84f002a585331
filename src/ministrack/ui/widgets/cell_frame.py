"""What lies over a cell while it is edited: the editor of its field, and below it hints and reasons."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.forms.cell import cell_form
from ministrack.ui.forms.picker import ReferencePicker
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE

_LEAST = 60 * SPACE  # pixels: room for a hint below a narrow cell
_EDGE = 1


class CellFrame(QFrame):
    """Signals: `left()` when the editor was left or something was chosen in it; `grown()` when it needs
    another height.
    """

    left = Signal()
    grown = Signal()

    def __init__(self, desk: Desk, table: str, field: str, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.setObjectName("cellEditor")
        mark(self, "role", "card")
        self.form = cell_form(desk, table, field, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE // 2, SPACE // 2, SPACE // 2, SPACE // 2)
        layout.addWidget(self.form)
        self.form.editor.finished.connect(self._finished)

    def show_target(self, ref: Ref | None, given: Mapping[str, object], title: str) -> None:
        """Shows the field of a record, or of a new one that starts with `given`."""
        self.form.row(self.form.FIELD).set_label(title)
        if ref is not None:
            self.form.show_record(ref)
        else:
            self.form.show_draft(given)

    def take_keyboard(self, typed: str = "", *, drop_down: bool = False) -> None:
        """Puts the cursor into the editor, all of its text selected; or begins it with what was typed."""
        line = self.form.editor.input
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(line, QLineEdit | QPlainTextEdit):
            line.selectAll()
        elif isinstance(line, QComboBox) and drop_down:
            line.showPopup()
        if not typed:
            return
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, typed)
        QApplication.sendEvent(line, press)

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in here."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @property
    def is_of_several_lines(self) -> bool:
        """Whether Enter begins a new line."""
        return isinstance(self.form.editor.input, QPlainTextEdit)

    def closes_list(self) -> bool:
        """Escape closes a list of suggestions first; True when there was one."""
        line = self.form.editor.input
        if isinstance(line, ReferencePicker) and line.listing():
            line.close_list()
            return True
        return False

    def takes_choice(self) -> bool:
        """Enter and Tab take the suggestion that is marked; True when there was one."""
        line = self.form.editor.input
        return isinstance(line, ReferencePicker) and line.take_marked()

    def lie_over(self, cell: QRect) -> None:
        """Moves over a cell, as large as its contents need, and stays inside the table."""
        room = self._viewport.rect()
        width = min(max(cell.width() + 2 * _EDGE, _LEAST), room.width())
        height = self._height_at(width)
        if height > room.height():  # large letters in a low table: long words go across then
            width = room.width()
            height = self._height_at(width)
        height = max(height, cell.height() + 2 * _EDGE)
        left = min(max(cell.left() - _EDGE, 0), room.width() - width)
        top = cell.top() - _EDGE
        if cell.top() < room.height():  # in view: not cut off at the bottom
            top = max(min(top, room.height() - height), min(top, 0))
        self.setGeometry(left, top, width, height)

    def _height_at(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing: what the editor leaves must not move the table below."""
        event.accept()

    def _finished(self) -> None:
        line = self.form.editor.input
        if not (isinstance(line, QComboBox) and line.view().isVisible()):  # its open list has the keyboard
            self.left.emit()
