"""Editors of one line: plain text and whole numbers."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ministrack.ui.forms.editors.editor import Editor, Wanted
from ministrack.ui.forms.editors.quiet_line import QuietLine
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE

_INSET = 3 * SPACE  # from the edge of a line edit to its first letter


class LineEditor(Editor):
    """One line of text; what it shows for a stored value is `text_of`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__((name,), parent)
        self.line = QuietLine()
        self.take_input(self.line)
        self._stored: object = None
        self._shown = ""
        self.line.textEdited.connect(self._typed)

    def text_of(self, value: object) -> str:
        """A stored value as it stands in the line."""
        return "" if value is None else str(value)

    def value_of(self, text: str) -> object:
        """The value for what is typed. Raises InvalidValue."""
        return text

    def show_values(self, values: Mapping[str, object]) -> None:
        self._stored = values[self.names[0]]
        self._shown = self.text_of(self._stored)
        self._write(self._shown)

    def wanted(self) -> Wanted:
        text = self.line.text()
        return Wanted({self.names[0]: self.value_of(text) if self.is_dirty() else self._stored})

    def is_dirty(self) -> bool:
        return self.line.text() != self._shown

    def revert(self) -> None:
        self._write(self._shown)

    def typed_text(self) -> str:
        return self.line.text()

    def set_read_only(self, on: bool) -> None:
        self.line.setReadOnly(on)

    def reserve(self, width: int) -> None:
        margin = (0, width) if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else (width, 0)
        self.line.setTextMargins(margin[0], 0, margin[1], 0)

    def _write(self, text: str) -> None:
        if text != self.line.text():
            with QSignalBlocker(self.line):
                self.line.setText(text)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)  # a long text shows its beginning

    def _typed(self, _: str) -> None:
        self.edited.emit()


class NumberEditor(LineEditor):
    """A whole number, with words behind it where the number alone would say little ("in series")."""

    def __init__(self, name: str, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._suffix = QLabel(suffix, self.line)
        self._suffix.setTextFormat(Qt.TextFormat.PlainText)
        self._suffix.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        mark(self._suffix, "role", "soft")
        self.line.textChanged.connect(self._move_suffix)
        self._move_suffix()

    def show_values(self, values: Mapping[str, object]) -> None:
        super().show_values(values)
        self._move_suffix()

    def revert(self) -> None:
        super().revert()
        self._move_suffix()

    def _move_suffix(self) -> None:
        text = self.line.text()
        self._suffix.setVisible(bool(text) and bool(self._suffix.text()))
        left = _INSET + self.line.fontMetrics().horizontalAdvance(text) + SPACE
        height = self.line.sizeHint().height()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.line.width() - left - self._suffix.sizeHint().width()
        self._suffix.setGeometry(left, 0, self._suffix.sizeHint().width(), height)
