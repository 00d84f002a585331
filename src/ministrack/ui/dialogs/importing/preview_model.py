"""Rows of a file as a Qt model: what each would do, and which of them are wanted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import N_, tr
from ministrack.exchange.imports import Row
from ministrack.exchange.plan import Verdict
from ministrack.exchange.tables.fields import file_targets
from ministrack.ui.dialogs.importing.sorted_rows import WANTED, SortedRows
from ministrack.ui.dialogs.importing.verdicts import SHOWN
from ministrack.ui.models.answers import CELL_ROLE, CELL_ROLES, cell_answer
from ministrack.ui.models.column import Cell, Look

Index = QModelIndex | QPersistentModelIndex

VERDICT_ROLE = CELL_ROLE + 20
"""The Verdict of a row."""
TICK, LINE, RESULT, RECORD, WORDS = range(5)

_ROOT = QModelIndex()
_TITLES = (N_("Import"), N_("Line"), N_("Result"), N_("Record"), N_("What happens"))
_CAN_BE_WANTED = frozenset((*WANTED, Verdict.CONFLICT))


class PreviewModel(QAbstractTableModel):
    """Knows rows by their place in the plan and shows those of one verdict, or all. Cells are made when seen.

    Signals: `ticked()` when other rows are wanted.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sorted = SortedRows()
        self._shown: Sequence[int] = ()
        self._wanted: frozenset[int] = frozenset()
        self._only: Verdict | None = None

    def show_rows(self, rows: SortedRows) -> None:
        """Takes the rows of another plan; what is new or changes is wanted, conflicts are not yet."""
        self._sorted = rows
        self._wanted = rows.usual
        if self._only is not None and not rows.counts[self._only]:
            self._only = None
        self.show_only(self._only)
        self.ticked.emit()

    def show_only(self, verdict: Verdict | None) -> None:
        """Shows the rows of one verdict, or all but blank lines."""
        self.beginResetModel()
        self._only = verdict
        self._shown = self._sorted.shown(verdict)
        self.endResetModel()

    @property
    def only(self) -> Verdict | None:
        """The verdict that is shown alone."""
        return self._only

    def counts(self) -> Counter[Verdict]:
        """How many rows come to what."""
        return self._sorted.counts

    def wanted(self) -> frozenset[int]:
        """The places in the plan of the rows that are to be stored."""
        return self._wanted

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        return self._row(index.row()) if index.isValid() else None

    def problems(self) -> list[Row]:
        """The rows that cannot be stored as they are."""
        places = [self._sorted.by_verdict[each] for each in (Verdict.PROBLEM, Verdict.CONFLICT)]
        return [self._sorted.rows[place] for place in sorted(chain(*places))]

    def shown_ticks(self) -> tuple[int, bool]:
        """How many of the shown rows `tick_all` reaches, and whether all of them are wanted."""
        places = self._all_reached()
        return len(places), places <= self._wanted

    def tick_all(self) -> None:
        """Wants all rows that are shown, or none of them, as `tick` does."""
        self._turn(self._all_reached())

    def tick(self, rows: Iterable[int]) -> None:
        """Wants rows that are shown, or none of them where all are wanted already.

        Conflicts are looked at one by one, or among themselves: among other rows they stay as they are.
        """
        self._turn(self._reached(rows))

    def _turn(self, places: frozenset[int]) -> None:
        if not places:
            return
        self._wanted = self._wanted - places if places <= self._wanted else self._wanted | places
        self.dataChanged.emit(self.index(0, TICK), self.index(self.rowCount() - 1, TICK))
        self.ticked.emit()

    def _reached(self, rows: Iterable[int]) -> frozenset[int]:
        places = frozenset(self._shown[row] for row in rows)
        return places & self._sorted.usual or places & self._sorted.disputed

    def _all_reached(self) -> frozenset[int]:
        if self._only is None:
            return self._sorted.usual or self._sorted.disputed
        return self._reached(range(len(self._shown)))

    def _row(self, row: int) -> Row:
        return self._sorted.rows[self._shown[row]]

    def _can_be_wanted(self, row: int) -> bool:
        return self._row(row).verdict in _CAN_BE_WANTED

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == TICK and self._can_be_wanted(index.row()):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            return self._tick_state(index.row())
        if role == VERDICT_ROLE:
            return self._row(index.row()).verdict
        if role not in CELL_ROLES:
            return None
        if role == CELL_ROLE and index.column() == RESULT:
            return Cell()  # the table paints an icon beside the word
        return cell_answer(role, tr(_TITLES[index.column()]), self._cell(index))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """The tick of one row, for assistive tools; keys and clicks tick by `tick`."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if not self._can_be_wanted(index.row()):
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) != self._is_wanted(index.row()):
            self.tick([index.row()])
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_TITLES):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(_TITLES[section])
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if section == TICK else tr(_TITLES[section])
        return None

    def _is_wanted(self, row: int) -> bool:
        return self._shown[row] in self._wanted

    def _tick_state(self, row: int) -> Qt.CheckState | None:
        if not self._can_be_wanted(row):
            return None
        return Qt.CheckState.Checked if self._is_wanted(row) else Qt.CheckState.Unchecked

    def _cell(self, index: Index) -> Cell:
        row = self._row(index.row())
        shown = SHOWN.get(row.verdict)
        match index.column():
            case 0:
                return Cell(spoken=self._tick_in_words(index.row()))
            case 1:
                return Cell(str(row.where) if row.where else "", Look.SOFT)
            case 2:
                return Cell(tr(shown.words)) if shown else Cell()
            case 3:
                return Cell(row.label or "–", Look.NAME, tip=f"{kind_of(row)}: {row.label}")
        alarming = row.verdict is Verdict.PROBLEM
        said = " · ".join(part for part in (row.words, row.holds) if part)
        return Cell(" ".join(said.split()), Look.ALARM if alarming else Look.PLAIN, tip=said)

    def _tick_in_words(self, row: int) -> str:
        if not self._can_be_wanted(row):
            return tr("cannot be imported")
        return tr("ticked") if self._is_wanted(row) else tr("not ticked")


def kind_of(row: Row) -> str:
    """What a row makes, in words."""
    return tr(RECORD_TYPES[row.table].ONE) if row.table in RECORD_TYPES else ""


def field_name(row: Row) -> str:
    """The field of a row to look at, as the window calls it; a column or property as the file does."""
    offered = file_targets(row.table) if row.table in RECORD_TYPES else ()
    called = (row.field, f"{row.table}.{row.field}")
    return next((each.label for each in offered if each.key in called), row.field)
