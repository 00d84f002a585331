"""A column of the board: its status with the number of tasks, the cards, and what is not shown of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import counted, tr, trn
from ministrack.domain.record import Ref
from ministrack.domain.task import TaskStatus
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import SPACE, scaled_font
from ministrack.ui.views.tasks.board.cards import CardList
from ministrack.ui.widgets.words import words

_WIDTH = 21  # average characters of a line, at least


class Column(QWidget):
    """Signals: `task_dropped(str, TaskStatus)` when a card was put here; others are those of `cards`."""

    task_dropped = Signal(str, object)

    def __init__(self, desk: Desk, status: TaskStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.status = status
        self.cards = CardList(desk, status, self)
        self._title = words("", tr(status.label))
        self._title.setWordWrap(False)
        self._title.setFont(scaled_font(self.font(), 1.0, self._title.font().Weight.DemiBold))
        self._count = words("soft")
        self._count.setWordWrap(False)  # else the column would not yield to a low window
        self._count.setObjectName(f"board.{status.value}.count")
        self._before = self._link("before", self._show_before)
        self._after = self._link("more", self.show_more)
        self._lay_out()
        self.cards.more_wanted.connect(self.show_more)
        # Later: the drag is over then, and nothing of it is still at work on the cards.
        self.cards.dropped.connect(self._drop, Qt.ConnectionType.QueuedConnection)

    def show_filter(self, shared: SharedFilter) -> None:
        """Reads anew; the card under the keyboard and the place in view stay where they can."""
        cards = self.cards
        kept, place = cards.current(), cards.verticalScrollBar().value()
        keep = cards.selectionModel().SelectionFlag
        how = keep.ClearAndSelect if cards.selectionModel().hasSelection() else keep.NoUpdate
        with cards.unheard():
            if not cards.deck.show(shared):
                row = cards.deck.row_of(kept) if kept else None
                if row is not None:
                    cards.selectionModel().setCurrentIndex(cards.deck.index(row), how)
                cards.doItemsLayout()
                cards.verticalScrollBar().setValue(place)
        is_left_out = bool(shared.task_statuses) and self.status.value not in shared.task_statuses
        self._tell(is_left_out)

    def follow(self, ref: Ref | None) -> bool:
        """Selects a task that was chosen elsewhere; whether it is here."""
        row = self.cards.deck.reveal(ref) if ref is not None else None
        self.cards.choose(row)
        self._tell_rest()
        return row is not None

    def show_more(self) -> None:
        """Reads the next cards; the one under the keyboard stays."""
        self._grow(before=False)

    def _show_before(self) -> None:
        self._grow(before=True)

    def _grow(self, *, before: bool) -> None:
        deck, cards = self.cards.deck, self.cards
        if not (deck.before if before else deck.after):
            return
        kept = cards.current()
        is_selected = cards.selectionModel().hasSelection()
        place = cards.verticalScrollBar().value()
        with cards.unheard():
            deck.show_more(before=before)
            row = deck.row_of(kept) if kept else None
            if row is not None and is_selected:
                cards.setCurrentIndex(deck.index(row))
            if not before:
                cards.doItemsLayout()
                cards.verticalScrollBar().setValue(place)
        self._tell_rest()

    def _tell(self, is_left_out: bool) -> None:
        total = self.cards.deck.total
        self._count.setText(counted(total))
        name = tr(self.status.label)
        self.cards.setAccessibleName(trn("{status}, {n} task", "{status}, {n} tasks", total, status=name))
        self.cards.setFocusPolicy(Qt.FocusPolicy.StrongFocus if total else Qt.FocusPolicy.NoFocus)
        if is_left_out:
            self.cards.show_hint(tr("The filter leaves this status out"))
        elif self._desk.workspace.read_only:
            self.cards.show_hint(tr("No tasks"))
        else:
            self.cards.show_hint(tr("Drop a task here"))
        self._tell_rest()

    def _tell_rest(self) -> None:
        before, after = self.cards.deck.before, self.cards.deck.after
        self._before.setVisible(before > 0)
        self._before.setText(trn("{n} before these", "{n} before these", before))
        self._after.setVisible(after > 0)
        self._after.setText(trn("and {n} more", "and {n} more", after))

    def _drop(self, task: str) -> None:
        self.task_dropped.emit(task, self.status)

    def _link(self, name: str, run: object) -> QPushButton:
        link = QPushButton(self)
        link.setObjectName(f"board.{self.status.value}.{name}")
        link.setProperty("kind", "link")
        link.clicked.connect(run)
        link.hide()
        return link

    def _lay_out(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH + 6 * SPACE)
        top = QHBoxLayout()
        top.setContentsMargins(2, 0, 0, 0)
        top.setSpacing(SPACE)
        top.addWidget(self._title)
        top.addWidget(self._count)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(top)
        column.addWidget(self._before)
        column.addWidget(self.cards, 1)
        column.addWidget(self._after)
