"""A bar that says what was typed but could not be stored, with the way back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.style.metrics import MARGIN, SPACE


class Notice(QFrame):
    """Signals: `back_wanted()` to return to what was typed, `discard_wanted()` to forget it."""

    back_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector.notice")
        self.setProperty("role", "ground")
        self._words = QLabel()
        self._words.setObjectName("inspector.notice.text")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setMinimumWidth(1)
        back = TextLink("inspector.notice.back")
        back.say(tr("Go back"), tr("Go back to what was not saved"))
        back.clicked.connect(self.back_wanted)
        discard = TextLink("inspector.notice.discard")
        discard.say(tr("Discard"), tr("Discard what was not saved"))
        discard.clicked.connect(self.discard_wanted)
        links = QHBoxLayout()
        links.addWidget(back)
        links.addSpacing(2 * SPACE)
        links.addWidget(discard)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, SPACE, MARGIN, SPACE)
        column.setSpacing(SPACE // 2)
        column.addWidget(self._words)
        column.addLayout(links)
        self.hide()

    def say(self, text: str) -> None:
        """Shows the bar."""
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self.show()
