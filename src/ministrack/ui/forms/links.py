"""Rows of a form that lead to other records and are edited there: the chair, the next meeting."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ministrack.domain.record import Ref
from ministrack.ui.forms.messages import small_label
from ministrack.ui.style.apply import mark


class LinkRow(QWidget):
    """Signals: `wanted(Ref)` when the link was clicked."""

    wanted = Signal(object)

    def __init__(self, record: str, name: str, label: str, nothing: str) -> None:
        super().__init__()
        self._ref: Ref | None = None
        self._words = ""
        self._name = label
        self.label = small_label("soft")
        self.label.setText(label)
        self._button = QPushButton()
        self._button.setProperty("kind", "link")
        self._button.setObjectName(f"link.{record}.{name}")
        self._button.setAutoDefault(False)
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._nothing = QLabel(nothing)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        mark(self._nothing, "role", "hint")
        self.label.setBuddy(self._button)
        self._button.clicked.connect(self._clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button, 1)
        layout.addWidget(self._nothing, 1)

    def show_link(self, ref: Ref | None, words: str) -> None:
        """Leads to a record, or says that there is none."""
        self._ref, self._words = ref, words
        self._button.setVisible(ref is not None)
        self._nothing.setVisible(ref is None)
        self._button.setAccessibleName(f"{self._name}: {words}")
        self._button.setToolTip(words)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = max(self.width() - 12, 40)
        words = self._button.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self._button.setText(words.replace("&", "&&"))

    def _clicked(self) -> None:
        if self._ref is not None:
            self.wanted.emit(self._ref)
