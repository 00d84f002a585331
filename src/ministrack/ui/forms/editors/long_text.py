"""The editor of texts of several lines; it grows with what it holds."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ministrack.ui.forms.editors.editor import Editor, Wanted

_FRAME = 14  # padding and border above and below the lines together


class GrowingText(QPlainTextEdit):
    """Shows between `least` and `most` lines, as many as its text has, then scrolls."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self._fit()

    def keep_free(self, width: int) -> None:
        """Keeps room at the trailing end."""
        left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.setViewportMargins(0 if left_to_right else width, 0, width if left_to_right else 0, 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)  # not now: Qt is still breaking the lines

    def setPlainText(self, text: str) -> None:
        super().setPlainText(text)
        self._fit()

    def _fit(self) -> None:
        needed = self._needed()
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        height = min(max(needed, self._least), self._most) * line + _FRAME
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _needed(self) -> int:
        """The lines that the text fills at this width; counted no further than `most`."""
        layout = self.document().documentLayout()
        block, lines = self.document().firstBlock(), 0
        while block.isValid() and lines <= self._most:
            layout.blockBoundingRect(block)  # paragraphs are broken into lines when they are asked for
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return lines


class LongTextEditor(Editor):
    """Several lines; Enter begins a new one, Ctrl+Enter stores."""

    enter_finishes = False
    can_join = True

    def __init__(self, name: str, parent: QWidget | None = None, *, least: int = 2, most: int = 12) -> None:
        super().__init__((name,), parent)
        self.text = GrowingText(least, most)
        self.take_input(self.text)
        self._stored: object = None
        self.text.textChanged.connect(self._typed)

    def show_values(self, values: Mapping[str, object]) -> None:
        self._stored = values[self.names[0]]
        self._write()

    def wanted(self) -> Wanted:
        return Wanted({self.names[0]: self.text.toPlainText() if self.is_dirty() else self._stored})

    def is_dirty(self) -> bool:
        return self.text.toPlainText() != self._shown()

    def revert(self) -> None:
        self._write()

    def typed_text(self) -> str:
        return self.text.toPlainText()

    def type_text(self, text: str) -> None:
        self.text.setPlainText(text)

    def set_read_only(self, on: bool) -> None:
        self.text.setReadOnly(on)

    def reserve(self, width: int) -> None:
        self.text.keep_free(width)

    def _shown(self) -> str:
        return "" if self._stored is None else str(self._stored)

    def _write(self) -> None:
        if self.text.toPlainText() != self._shown():
            with QSignalBlocker(self.text):
                self.text.setPlainText(self._shown())

    def _typed(self) -> None:
        self.edited.emit()
