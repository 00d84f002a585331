"""One side of a field in the dialog that merges: a value that can be chosen, with all of its words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QSizePolicy, QWidget

from ministrack.domain.language import tr
from ministrack.edits.wording import cut
from ministrack.ui.models.tips import plain_tip

_DROP = 3  # px: words stand beside the ring of the button
_SHOWN = 220  # characters; all of a longer text is in the tooltip


class SideChoice(QWidget):
    """A radio button with words that wrap. Signals: `chosen()` by the person."""

    chosen = Signal()

    def __init__(self, name: str, spoken: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QRadioButton(self)
        self.button.setObjectName(name)
        said = words or tr("not known")
        self.button.setAccessibleName(f"{spoken}: {said}")
        self.button.clicked.connect(self.chosen)
        self.button.setMinimumHeight(self.fontMetrics().height() + 2 * _DROP)
        self._words = QLabel(cut(said, _SHOWN), self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setContentsMargins(0, _DROP, 0, 0)
        if not words:
            self._words.setProperty("role", "soft")
        if len(said) > _SHOWN:
            self._words.setToolTip(plain_tip(said))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.setChecked(True)
            self.chosen.emit()
