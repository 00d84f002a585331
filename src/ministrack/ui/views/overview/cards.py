"""The cards of the overview side by side, in as many columns as there is room for."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ministrack.ui.desk import Desk
from ministrack.ui.inspector.entry_delegate import Shape
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.views.overview.attendance import attendance
from ministrack.ui.views.overview.card import Card
from ministrack.ui.views.overview.latest import changes, documents
from ministrack.ui.views.overview.next_card import NextCard
from ministrack.ui.views.overview.next_meetings import next_meetings
from ministrack.ui.views.overview.owed import owed
from ministrack.ui.views.overview.unknown import unknown
from ministrack.ui.widgets.following import Following

_COLUMN = 330  # px: a narrower card would cut most of its words
_MOST = 3


class Cards(Following):
    """Follows the shared filter and every edit. Signals: `opened(Ref)` of whichever card."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._columns = 0
        self._next = NextCard(desk)
        self._owed = Card(desk, "overview.owed", Shape.STACKED)
        self._unknown = Card(desk, "overview.unknown", Shape.INLINE)
        self._attendance = Card(desk, "overview.attendance", Shape.INLINE)
        self._documents = Card(desk, "overview.documents", Shape.STACKED)
        self._changes = Card(desk, "overview.changes", Shape.STACKED)
        self._cards = (
            self._next, self._owed, self._unknown, self._attendance, self._documents, self._changes
        )  # fmt: skip
        for card in self._cards:
            card.opened.connect(self.opened)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._grid.setSpacing(3 * SPACE)
        self._arrange(_MOST)

    def refresh(self) -> None:
        read, shared, today = self._desk.read, self._desk.focus.filter, date.today()
        self._next.show_meetings(next_meetings(read, shared, today), today)
        self._owed.say(owed(read, shared, today))
        self._unknown.say(unknown(read, shared, today))
        self._attendance.say(attendance(read, shared))
        self._documents.say(documents(self._desk.workspace, shared))
        self._changes.say(changes(self._desk.workspace))

    def focus_first(self) -> None:
        """Puts the keyboard on the first card."""
        self._next.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(max(1, min(_MOST, self.width() // _COLUMN)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(_MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(len(self._cards) + 1):
            self._grid.setRowStretch(row, 1 if row == len(self._cards) else 0)
