"""The popup that keeps a filter under a name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ministrack.domain.language import tr
from ministrack.ui.filter_bar.popup import FilterPopup
from ministrack.ui.style.metrics import grown

_WIDTH = 300


class NamePopup(FilterPopup):
    """For a new filter, or for one that has a name. Signals: `named(str)` on Enter, with a name that is not
    blank.
    """

    named = Signal(str)

    def __init__(self, opener: QWidget, name: str = "") -> None:
        super().__init__(opener)
        self._line = QLineEdit(self)
        self._line.setObjectName("filterName")
        self._line.setAccessibleName(tr("Name of the filter"))
        self._line.setPlaceholderText(tr("Name of the filter"))
        self._line.setMaxLength(120)
        self._line.setText(name)
        self._line.selectAll()
        said = (
            tr("Enter gives it this name.")
            if name
            else tr("Enter keeps it below the series, for this dossier.")
        )
        hint = QLabel(said, self)
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.column.addWidget(self._line)
        self.column.addWidget(hint)
        self.setFixedWidth(grown(_WIDTH, self.font()))
        self._line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._line.text().strip():
            self.named.emit(self._line.text().strip())
            self.close()
