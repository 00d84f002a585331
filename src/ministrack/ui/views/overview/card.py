"""A card of the overview: a heading, lines that lead to records, and a word where there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass, replace
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.inspector.entry_delegate import Shape
from ministrack.ui.inspector.entry_model import ReadyLines
from ministrack.ui.inspector.link_list import LinkList
from ministrack.ui.style.metrics import MARGIN, SPACE


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says: its heading, its lines, words for none, and how many lines are left out."""

    heading: str
    lines: Sequence[Entry]
    empty: str
    more: str = ""


class CardList(LinkList):
    """Lines that open their record in its own view."""

    opened = Signal(object)

    def __init__(self, desk: Desk, name: str, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, shape, parent)
        self.setProperty("role", "plain")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def open_entry(self, entry: Entry, ref: Ref) -> None:
        if entry.narrows:
            focus = self._desk.focus
            focus.set_filter(replace(focus.filter, sources=(entry.narrows,)))
        self.opened.emit(ref)


class Card(QFrame):
    """Shows a CardText. Signals: `opened(Ref)` for a record to be shown where it is listed."""

    opened = Signal(object)

    def __init__(self, desk: Desk, name: str, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._heading = _label("heading")
        self._empty = _label("soft")
        self._more = _label("hint")
        self.list = CardList(desk, f"{name}.list", shape)
        self.list.opened.connect(self.opened)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN - 2 * SPACE, 3 * SPACE, MARGIN - 2 * SPACE, 3 * SPACE)
        self.column.setSpacing(SPACE)
        for part in (self._heading, self._empty, self.list, self._more):
            if isinstance(part, QLabel):
                part.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
            self.column.addWidget(part)
        self.column.addStretch(1)

    def say(self, text: CardText) -> None:
        """Shows other words and lines."""
        self._heading.setText(text.heading)
        self.list.setAccessibleName(text.heading)
        self.list.show_lines(ReadyLines(text.lines))
        self.list.setVisible(bool(text.lines))
        self.list.setMinimumHeight(self.list.sizeHint().height())
        self._empty.setText(text.empty)
        self._empty.setVisible(not text.lines)
        self._more.setText(text.more)
        self._more.setVisible(bool(text.more))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
