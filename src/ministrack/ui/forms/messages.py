"""What stands below a field: a hint, the reason why it is not stored, or two values to choose from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE


def small_label(role: str) -> QLabel:
    """A plain label that wraps; `role` as in the style sheet."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    mark(label, "role", role)
    return label


class ConflictChoice(QWidget):
    """Both values of a field that moved on while it was edited, and the choice between them."""

    keep_mine = Signal()
    take_theirs = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = small_label("error")
        self._mine = small_label("soft")
        self._theirs = small_label("soft")
        self._what.setText(tr("Somebody else changed this field while you were editing it."))
        keep = QPushButton(tr("Keep mine"))
        take = QPushButton(tr("Take theirs"))
        keep.setObjectName(f"keepMine.{name}")
        take.setObjectName(f"takeTheirs.{name}")
        for label, part in ((self._mine, "mine"), (self._theirs, "theirs")):
            label.setObjectName(f"{part}.{name}")
        keep.clicked.connect(self.keep_mine)
        take.clicked.connect(self.take_theirs)
        buttons = QHBoxLayout()
        buttons.addWidget(keep)
        buttons.addWidget(take)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, SPACE)
        layout.setSpacing(SPACE)
        for label in (self._what, self._mine, self._theirs):
            layout.addWidget(label)
        layout.addLayout(buttons)

    def show_values(self, mine: str, theirs: str, author: str, at: str) -> None:
        """Both values in words; who stored the other one, and when in local time."""
        nothing = tr("nothing")
        self._mine.setText(tr("Yours: {value}", value=mine or nothing))
        if author and at:
            text = tr(
                "Stored now by {name} at {time}: {value}", name=author, time=at, value=theirs or nothing
            )
        else:
            text = tr("Stored now: {value}", value=theirs or nothing)
        self._theirs.setText(text)
