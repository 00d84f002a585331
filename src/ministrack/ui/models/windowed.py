"""A list of records as a Qt model that holds only the rows which are looked at."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery, Row, Value
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.asking import Listing, Reader
from ministrack.ui.models.answers import CELL_ROLES, RECORD_ROLE, cell_answer
from ministrack.ui.models.column import Cell, Column

Index = QModelIndex | QPersistentModelIndex

_PAGE = 64  # rows read at a time
_PAGES = 64  # pages kept
_ROOT = QModelIndex()


class WindowedModel(QAbstractTableModel):
    """Rows of one query, read in pages where they are looked at; a million rows cost what a hundred do."""

    def __init__(
        self, read: Reader, query: ListQuery, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._columns = tuple(columns)
        self._query = query
        self._listing: Listing = read.listing(query)
        self._count = self._listing.count()
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._positions: dict[str, int | None] = {}  # asked for since the list was read
        self._is_editable = False
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare)

    @property
    def columns(self) -> tuple[Column, ...]:
        """What is shown, from the first to the last column."""
        return self._columns

    @property
    def query(self) -> ListQuery:
        """What is listed."""
        return self._query

    def set_query(self, query: ListQuery) -> None:
        """Lists something else, or in another order."""
        if query != self._query:
            self._query = query
            self.reload()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Shows other columns, or the same ones in another order; only what they need is asked for."""
        self._reset(replace(self._query, columns=query_columns(columns)), tuple(columns))

    def reload(self) -> None:
        """Reads everything anew; views lose selection and place, which RecordTable brings back."""
        self._reset(self._query, self._columns)

    def _reset(self, query: ListQuery, columns: tuple[Column, ...]) -> None:
        self.beginResetModel()
        self._query, self._columns = query, columns
        self._listing = self._read.listing(self._query)
        self._count = self._listing.count()
        self._pages.clear()
        self._positions.clear()
        self.endResetModel()
        self._go_on()

    def refresh(self, shown: range, pinned: Mapping[str, int]) -> bool:
        """After an edit: announces just the rows that differ, where no row has moved; True if it could.

        `shown` are the rows in view, `pinned` the rows of ids that must be where they were.
        """
        fresh = self._read.listing(self._query)
        shown = range(max(shown.start, 0), min(shown.stop, self._count))
        before = {number: self._pages[number // _PAGE] for number in shown if number // _PAGE in self._pages}
        same = fresh.count() == self._count and all(
            fresh.position(identity) == row for identity, row in pinned.items()
        )
        rows = fresh.rows(shown.start, len(shown)) if same else []
        old = [_at(page, number % _PAGE) for number, page in before.items()]
        if not same or [row["id"] for row in rows] != [row["id"] if row else None for row in old]:
            self.reload()
            return False
        self._listing = fresh
        self._pages.clear()
        self._positions.clear()
        for number in shown[::_PAGE]:  # what is in view must be known as it is now when the next edit comes
            self._row(number)
        changed = [number for number, new, was in zip(shown, rows, old, strict=True) if new != was]
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))
        self._go_on()
        return True

    def row_of(self, ref: Ref) -> int | None:
        """Where a record is listed; None where it is not."""
        if ref.table != self._query.table:
            return None
        if ref.id not in self._positions:
            self._positions[ref.id] = self._listing.position(ref.id)
        return self._positions[ref.id]

    def ref_at(self, row: int) -> Ref | None:
        """The record in a row."""
        found = self._row(row)
        return Ref(self._query.table, str(found["id"])) if found else None

    def refs(self, rows: range) -> list[Ref]:
        """The records of many rows, without reading what they show."""
        return [Ref(self._query.table, found) for found in self._listing.ids(rows.start, len(rows))]

    def cell(self, row: int, column: int) -> Cell:
        """What a cell shows; an empty one where the row has gone meanwhile."""
        found = self._row(row)
        return self._columns[column].cell(found) if found else Cell()

    def value(self, row: int, name: str) -> Value:
        """What the query has in one of its columns; None where the row has gone meanwhile."""
        found = self._row(row)
        return found[name] if found else None

    def let_edit(self, wanted: bool) -> None:
        """Whether cells are said to be editable, where their column is."""
        self._is_editable = wanted

    def work_when_idle(self, wanted: bool) -> None:
        """Whether the way to distant rows is prepared while nothing else happens."""
        if wanted:
            self._go_on()
        else:
            self._idle.stop()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ROLES:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == RECORD_ROLE:
            return self.ref_at(index.row())
        return cell_answer(role, tr(column.title), self.cell(index.row(), index.column()))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._is_editable and index.isValid() and self._columns[index.column()].edits is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return tr(column.title) if role in _TITLES else None

    def _row(self, row: int) -> Row | None:
        if not 0 <= row < self._count:
            return None
        number = row // _PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._listing.rows(number * _PAGE, _PAGE)
            self._pages[number] = page
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return _at(page, row % _PAGE)

    def _go_on(self) -> None:
        if self._count > _PAGE:
            self._idle.start()

    def _prepare(self) -> None:
        if not self._listing.extend_anchors():
            self._idle.stop()


_TITLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_ROLES = CELL_ROLES | {int(Qt.ItemDataRole.TextAlignmentRole), RECORD_ROLE}


def query_columns(columns: Sequence[Column]) -> tuple[str, ...]:
    """What must be asked for to show these columns, each once."""
    return tuple(dict.fromkeys(need for column in columns for need in column.needs))


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if column.is_number else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter


def _at(page: list[Row], place: int) -> Row | None:
    return page[place] if place < len(page) else None


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken run of rising numbers."""
    if not numbers:
        return
    start = numbers[0]
    for before, after in pairwise(numbers):
        if after != before + 1:
            yield start, before
            start = after
    yield start, numbers[-1]
