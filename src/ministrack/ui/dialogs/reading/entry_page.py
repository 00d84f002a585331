"""Where a reading begins: a report is pasted, or a file is opened."""

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.widgets.words import words

_PAUSE_MS = 400
_MOST = 12_000_000  # letters; what is more is no report, and a box of text would stand still with it


class PasteBox(QPlainTextEdit):
    """Takes text as it is; files that are dropped go their own way."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text()[:_MOST])

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()


class EntryPage(QWidget):
    """Signals: `typed()` when the text has changed, `rested()` a moment later; `file_wanted()` for a file."""

    typed = Signal()
    rested = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = PasteBox(self)
        self._box.setObjectName("reading.paste")
        self._box.setAccessibleName(tr("Paste a report here"))
        self._box.setPlaceholderText(
            tr("Paste a report here: a communiqué, a press release, a news report or a read-out.")
        )
        self._box.setTabChangesFocus(True)
        self.open = QPushButton(tr("Open a file…"), self)
        self.open.setObjectName("reading.open")
        self.open.setAutoDefault(False)
        self.open.clicked.connect(self.file_wanted)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.rested)
        self._box.textChanged.connect(self._timer.start)
        self._box.textChanged.connect(self.typed)
        line = QHBoxLayout()
        line.setSpacing(3 * SPACE)
        line.addWidget(self.open)
        line.addWidget(words("hint", tr("Text, Markdown, web page, mail, Word, OpenDocument or PDF.")), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addWidget(self._box, 1)
        column.addLayout(line)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return self._box.document().characterCount() < 2 or not self.text.strip()

    @property
    def text(self) -> str:
        """What was pasted or typed."""
        return self._box.toPlainText()

    def show_text(self, text: str) -> None:
        """Puts another text into the box."""
        self._box.setPlainText(text[:_MOST])

    def paste(self) -> None:
        """Pastes what was copied, wherever the keyboard is."""
        self._box.setFocus()
        self._box.paste()

    def begin(self) -> None:
        """Puts the keyboard into the box."""
        self._box.setFocus()
