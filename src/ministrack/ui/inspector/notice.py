"""A bar that says what was typed but could not be stored, with the way back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.form_stack import FormStack
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.style.metrics import MARGIN, SPACE


class Notice(QFrame):
    """Follows what the forms were left with. Signals: `returned()` after the way back was taken."""

    returned = Signal()

    def __init__(self, desk: Desk, forms: FormStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = forms
        self.setObjectName("inspector.notice")
        self.setProperty("role", "ground")
        self._words = QLabel()
        self._words.setObjectName("inspector.notice.text")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setMinimumWidth(1)
        back = TextLink("inspector.notice.back")
        back.say(tr("Go back"), tr("Go back to what was not saved"))
        back.clicked.connect(self._go_back)
        discard = TextLink("inspector.notice.discard")
        discard.say(tr("Discard"), tr("Discard what was not saved"))
        discard.clicked.connect(self._discard)
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

    def refresh(self) -> None:
        """Says what was left last, or goes."""
        left = self._forms.left_unsaved
        if left:
            self._words.setText(self._forms.what_is_unsaved(left[-1]))
            self._words.setAccessibleName(self._words.text())
        self.setVisible(bool(left))

    def _go_back(self) -> None:
        left = self._forms.left_unsaved
        if left:
            self._desk.focus.select(left[-1])
            self.returned.emit()

    def _discard(self) -> None:
        left = self._forms.left_unsaved
        if left:
            self._forms.discard(left[-1])
        self.refresh()
