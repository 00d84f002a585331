"""What is shown while something is read or stored, and what is said where it cannot be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import counted, tr
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import ICON_SIZE, MARGIN, SPACE, grown
from ministrack.ui.widgets.words import words

_WIDTH = 360
_LETTERS = 80


class WaitingPage(QWidget):
    """What is being done and how far it is. Its parts are called after `name`."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words("strong")
        self._words.setObjectName(f"{name}.step")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar(self)
        self._bar.setObjectName(f"{name}.progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(grown(_WIDTH, self.font()))
        self._count = words("hint")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(3 * SPACE)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._count)
        column.addStretch(3)

    def show_step(self, said: str) -> None:
        """Begins with a step of which nothing is known yet."""
        self._words.setText(said)
        self._bar.setAccessibleName(said)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """How much is done of how much; 0: not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        count = tr("{done} of {total}", done=counted(done), total=counted(total)) if total else ""
        self._count.setText(count or (counted(done) if done else ""))


class ProblemPage(QWidget):
    """What happened, what is safe, what to do; `other` are the words that ask for something else.

    Signals: `other_wanted()`. Its parts are called after `name`.
    """

    other_wanted = Signal()

    def __init__(self, desk: Desk, name: str, other: str, parent: QWidget) -> None:
        super().__init__(parent)
        side = grown(2 * ICON_SIZE, self.font())
        icon = QLabel(self)
        icon.setPixmap(desk.icons.icon("triangle-alert", "overdue").pixmap(side, side))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._what, self._safe, self._todo = words("title"), words(""), words("")
        for part, said in ((self._what, "what"), (self._safe, "safe"), (self._todo, "todo")):
            part.setObjectName(f"{name}.problem.{said}")
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            part.setMaximumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self.other = QPushButton(other, self)
        self.other.setObjectName(f"{name}.problem.other")
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self.other_wanted)
        lines = QVBoxLayout()
        lines.setSpacing(2 * SPACE)
        for part in (self._what, self._safe, self._todo):
            lines.addWidget(part)
        lines.addSpacing(2 * SPACE)
        lines.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeading)
        line = QHBoxLayout()
        line.setSpacing(MARGIN)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(lines, 1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(line)
        column.addStretch(2)

    def show_error(self, error: MinistrackError) -> None:
        """Says what stands in the way."""
        self._what.setText(error.what)
        self._safe.setText(error.safe or tr("Nothing was changed."))
        self._todo.setText(error.todo)
        self._todo.setVisible(bool(error.todo))
