"""The cards of one column as a Qt model: a stretch of a list that may be long, and never all of it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.domain.filters import Compare, SharedFilter, every
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.task import UNFINISHED, TaskStatus
from ministrack.edits.asking import Listing, Reader
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.views.tasks.board.card import COLUMNS, Card, card_of

Index = QModelIndex | QPersistentModelIndex

CARD_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Card that the delegate paints."""
MIME = "application/x-ministrack-task"
STEP = 50
"""Cards read at a time."""
_MOST = 300  # cards held; beyond that the stretch moves on
_BEFORE = 10  # cards shown before one that is far down the list
_ROOT = QModelIndex()


class Deck(QAbstractListModel):
    """Tasks of one status within a filter: what is late or due soon first; of finished ones the latest."""

    def __init__(self, read: Reader, status: TaskStatus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.status = status
        self.can_drag = False
        self._read = read
        self._listing: Listing | None = None
        self._cards: list[Card] = []
        self._first = 0
        self._total = 0
        self._query = self._query_for(SharedFilter())

    @property
    def total(self) -> int:
        """How many tasks there are in the column, read or not."""
        return self._total

    @property
    def before(self) -> int:
        """How many come before those that are shown."""
        return self._first

    @property
    def after(self) -> int:
        """How many come after those that are shown."""
        return max(self._total - self._first - len(self._cards), 0)

    def show(self, shared: SharedFilter) -> bool:
        """Reads anew what a filter leaves; True where the same cards stand in the same places."""
        query = self._query_for(shared)
        if query != self._query:
            self._query, self._first, length = query, 0, STEP
        else:
            length = max(len(self._cards), STEP)
        self._listing = listing = self._read.listing(query)
        self._total = listing.count()
        if self._first >= self._total:
            self._first = 0
        return self._take(self._first, length)

    def show_more(self, *, before: bool = False) -> None:
        """Reads the next cards, or those before the first one."""
        first, length = self._first, len(self._cards) + STEP
        if before:
            first = max(self._first - STEP, 0)
        elif length > _MOST:
            first += length - _MOST
        self._take(first, min(length, _MOST))

    def reveal(self, ref: Ref) -> int | None:
        """The row of a task, after moving to where it stands; None where it is not in this column."""
        row = self.row_of(ref)
        if row is None and self._listing is not None and self._total:
            position = self._listing.position(ref.id)
            if position is not None:
                self._take(0 if position < STEP else position - _BEFORE, STEP)
                row = self.row_of(ref)
        return row

    def row_of(self, ref: Ref) -> int | None:
        """The row of a task among those that are read."""
        return next((row for row, card in enumerate(self._cards) if card.ref == ref), None)

    def card(self, row: int) -> Card | None:
        """The card in a row."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(card.explained())
        return card.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.can_drag else flags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        card = self.card(indexes[0].row()) if indexes else None
        if card is not None:
            data.setData(MIME, card.ref.id.encode())
        return data

    def _query_for(self, shared: SharedFilter) -> ListQuery:
        wanted = every((Compare("status", self.status.value), scope("task", shared)))
        if self.status in UNFINISHED:
            return ListQuery("task", COLUMNS, wanted, "due_last")
        return ListQuery("task", COLUMNS, wanted, "id", descending=True)

    def _take(self, first: int, length: int) -> bool:
        """Shows a stretch of the list; only what differs is announced where the same cards are in it."""
        rows = self._listing.rows(first, length) if self._listing is not None else []
        cards, was = [card_of(row) for row in rows], self._cards
        if [card.ref for card in cards] == [card.ref for card in was]:
            self._first, self._cards = first, cards
            for row, (new, old) in enumerate(zip(cards, was, strict=True)):
                if new != old:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return True
        self.beginResetModel()
        self._first, self._cards = first, cards
        self.endResetModel()
        return False
