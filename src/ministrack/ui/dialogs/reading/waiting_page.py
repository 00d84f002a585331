"""What is shown while a report is read or stored, and what is said where it cannot be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import ICON_SIZE, MARGIN, SPACE, grown
from ministrack.ui.widgets.words import words

_WIDTH = 360
_LETTERS = 80


class WaitingPage(QWidget):
    """What is being done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words("strong")
        self._words.setObjectName("reading.step")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("reading.progress")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setFixedWidth(grown(_WIDTH, self.font()))
        column = QVBoxLayout(self)
        column.setSpacing(3 * SPACE)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_step(self, said: str) -> None:
        """Says what is being done."""
        self._words.setText(said)
        self._bar.setAccessibleName(said)


class ProblemPage(QWidget):
    """What happened, what is safe, what to do. Signals: `other_wanted()` for another report."""

    other_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        side = grown(2 * ICON_SIZE, self.font())
        icon = QLabel(self)
        icon.setPixmap(desk.icons.icon("triangle-alert", "overdue").pixmap(side, side))
        self._what, self._safe, self._todo = words("title"), words(""), words("")
        self.other = QPushButton(tr("Read another report…"), self)
        self.other.setObjectName("reading.problem.other")
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self.other_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, MARGIN, 2 * MARGIN, MARGIN)
        column.setSpacing(2 * SPACE)
        column.addStretch(1)
        column.addWidget(icon)
        for part, name in ((self._what, "what"), (self._safe, "safe"), (self._todo, "todo")):
            part.setObjectName(f"reading.problem.{name}")
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            part.setMaximumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
            column.addWidget(part)
        column.addSpacing(2 * SPACE)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(2)

    def show_error(self, error: MinistrackError) -> None:
        """Says what stands in the way."""
        self._what.setText(error.what)
        self._safe.setText(error.safe or tr("Nothing was changed."))
        self._todo.setText(error.todo)
        self._todo.setVisible(bool(error.todo))
