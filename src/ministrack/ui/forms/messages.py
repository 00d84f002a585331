"""What stands below a field: a hint, the reason why it is not stored, or two values to choose from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.edits.differences import Difference
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
    """Both values of a field that moved on while it was edited, and the choice between them.

    Signals: `keep_mine()`, `take_theirs()`, and `keep_both()` to edit both texts into one.
    """

    keep_mine = Signal()
    take_theirs = Signal()
    keep_both = Signal()

    def __init__(self, name: str, *, can_join: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = small_label("error")
        self._what.setText(tr("This field was changed elsewhere while you were editing it."))
        self._mine = _Side(tr("Yours"), f"mine.{name}", tr("Keep mine"), f"keepMine.{name}")
        self._theirs = _Side(tr("Stored now"), f"theirs.{name}", tr("Use theirs"), f"takeTheirs.{name}")
        self._mine.chosen.connect(self.keep_mine)
        self._theirs.chosen.connect(self.take_theirs)
        self._sides = sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        sides.setSpacing(SPACE)
        sides.addWidget(self._mine, 1)
        sides.addWidget(self._theirs, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._what)
        layout.addLayout(sides)
        if can_join:
            both = _link(tr("Keep both, to edit them into one"), f"keepBoth.{name}")
            both.clicked.connect(self.keep_both)
            layout.addWidget(both, 0, Qt.AlignmentFlag.AlignLeading)

    def say_mine(self, text: str) -> None:
        """What is typed now."""
        self._mine.say(text, tr("by you, not stored"))
        self._share_room()

    def show_values(self, found: Difference) -> None:
        """Both values in words; who stored the other one, and when in local time."""
        self.say_mine(found.mine)
        if not found.author:
            said = ""
        elif found.at:
            said = tr("by {author}, {time}", author=found.author, time=found.at)
        else:
            said = tr("by {author}", author=found.author)
        self._theirs.say(found.theirs, said)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Side by side, or one above the other where a word would not fit."""
        half = (self.width() - self._sides.spacing()) // 2
        fits = max(self._mine.least_width(), self._theirs.least_width()) <= half
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction != self._sides.direction():
            self._sides.setDirection(direction)


def _link(text: str, name: str) -> QPushButton:
    link = QPushButton(text)
    link.setProperty("kind", "link")
    link.setObjectName(name)
    link.setAutoDefault(False)
    return link


class _Side(QFrame):
    """One of two values: what it is, the value, whose it is, and the button that takes it."""

    chosen = Signal()

    def __init__(self, title: str, name: str, take: str, button: str) -> None:
        super().__init__()
        mark(self, "role", "card")
        self._heading = small_label("heading")
        self._heading.setText(title)
        self._value = small_label("")
        self._value.setObjectName(name)
        self._whose = small_label("hint")
        self._whose.setObjectName(f"{name}.author")
        for label in (self._heading, self._value, self._whose):
            label.setMinimumWidth(1)
        self._choose = _link(take, button)
        self._choose.clicked.connect(self.chosen)
        top = QHBoxLayout()  # one line, as a cell of a low table has few
        top.setSpacing(SPACE)
        top.addWidget(self._heading, 1)
        top.addWidget(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(top)
        layout.addWidget(self._value)
        layout.addWidget(self._whose)
        layout.addStretch(1)

    def least_width(self) -> int:
        """Room for the longest word, and for the first line."""
        metrics = self._value.fontMetrics()
        heading = self._heading.fontMetrics().horizontalAdvance(self._heading.text())
        longest = max((metrics.horizontalAdvance(word) for word in self._value.text().split()), default=0)
        return max(longest, heading + SPACE + self._choose.sizeHint().width()) + 5 * SPACE

    def say(self, value: str, whose: str) -> None:
        """Shows a value and whose it is."""
        self._value.setText(value or tr("nothing"))
        self._whose.setText(whose)
        self._whose.setVisible(bool(whose))
        self.setAccessibleName(f"{self._heading.text()}: {self._value.text()} {whose}".strip())
