"""The popup of the period: a date as people write it, and what was understood."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ministrack.domain.dates import explain, understand
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import interface_language, tr
from ministrack.ui.filter_bar.popup import FilterPopup
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import grown

_WIDTH = 300


class PeriodPopup(FilterPopup):
    """Enter narrows to the period typed; blank text to none.

    Signals: `chosen(str)` with EDTF text, or an empty text.
    """

    chosen = Signal(str)

    def __init__(self, chip: QWidget, words: str) -> None:
        super().__init__(chip)
        self._line = QLineEdit(words, self)
        self._line.setObjectName("periodField")
        self._line.setAccessibleName(tr("Period"))
        self._line.setPlaceholderText(tr("2025, autumn 2026, from May 2026"))
        self._line.setMaxLength(80)
        self._line.selectAll()
        self._meaning = QLabel(self)
        self._meaning.setObjectName("periodMeaning")
        self._meaning.setTextFormat(Qt.TextFormat.PlainText)
        self._meaning.setWordWrap(True)
        self._line.textEdited.connect(self._say)
        self.column.addWidget(self._line)
        self.column.addWidget(self._meaning)
        self.setFixedWidth(grown(_WIDTH, self.font()))
        self._say(words)
        self._line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _say(self, text: str) -> None:
        """What is understood so far, or why nothing is."""
        try:
            edtf = understand(text, date.today(), interface_language())
        except InvalidValue as error:
            self._meaning.setText(str(error))
            mark(self._meaning, "role", "error")
            return
        mark(self._line, "invalid", False)
        mark(self._meaning, "role", "hint")
        hint = tr("A year, a month, a season, from … to …. Press Enter to narrow everything to it.")
        self._meaning.setText(explain(edtf, interface_language()) if edtf else hint)
        self.adjustSize()

    def _choose(self) -> None:
        try:
            edtf = understand(self._line.text(), date.today(), interface_language())
        except InvalidValue:
            mark(self._line, "invalid", True)  # the reason stands below already
            return
        self.chosen.emit(edtf)
        self.close()
