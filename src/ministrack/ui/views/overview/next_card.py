"""The first card of the overview: the next meeting with what is known of it, then those of other series."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ministrack.domain.language import tr
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.ui import tones
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.entry_delegate import Shape
from ministrack.ui.inspector.entry_model import ReadyLines
from ministrack.ui.naming import text
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.views.overview.card import Card, CardList, CardText
from ministrack.ui.views.overview.next_meetings import SHOWN, facts, others, where_and_when
from ministrack.ui.widgets.pill import Pill


class NextCard(Card):
    """Big words for the soonest meeting: its name, where and when, its status."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "overview.next", Shape.INLINE, parent)
        self._next: Ref | None = None
        self._name = QLabel()
        self._name.setProperty("role", "title")
        self._name.setObjectName("overview.next.name")
        self._when = QLabel()
        self._when.setObjectName("overview.next.when")
        for label in (self._name, self._when):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        self._pill = Pill(desk.themes)
        self._open = QPushButton(tr("Open meeting"))
        self._open.setObjectName("overview.next.open")
        self._open.clicked.connect(self._open_next)
        self._others = CardList(desk, "overview.next.others", Shape.STACKED)
        self._others.setAccessibleName(tr("Next meetings of other series"))
        self._others.opened.connect(self.opened)
        line = QHBoxLayout()
        line.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        line.addWidget(self._open)
        line.addStretch(1)
        where = QHBoxLayout()
        where.setContentsMargins(0, 0, 2 * SPACE, SPACE)
        where.addWidget(self._when, 1)
        where.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        self.column.insertWidget(1, self._name)
        self.column.insertLayout(2, where)
        self.column.insertLayout(self.column.count() - 1, line)
        self.column.insertWidget(self.column.count() - 1, self._others)

    def show_meetings(self, rows: Sequence[Row], today: date) -> None:
        """Shows the next meetings, the soonest in full."""
        first = rows[0] if rows else None
        self._next = Ref("meeting", text(first["id"])) if first else None
        for part in (self._name, self._when, self._pill, self._open):
            part.setVisible(first is not None)
        self.say(CardText(tr("Next meeting"), facts(first) if first else (), tr("No meeting is planned.")))
        if first is not None:
            self._name.setText(text(first["name"]))
            self._when.setText(where_and_when(first, today))
            self._pill.show_status(*tones.of_choice(MeetingStatus, first["status"]))
        further = others(rows[1 : SHOWN + 1], today)
        self._others.show_lines(ReadyLines(further))
        self._others.setVisible(bool(further))

    def focus_first(self) -> None:
        """Puts the keyboard on the meeting, or on whatever there is."""
        (self._open if self._next is not None else self.list).setFocus()

    def _open_next(self) -> None:
        if self._next is not None:
            self.opened.emit(self._next)
