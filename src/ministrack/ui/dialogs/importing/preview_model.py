"""Rows of a file as a Qt model: what each would do, and which of them are wanted."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import N_, tr
from ministrack.exchange.imports import Row
from ministrack.exchange.plan import Verdict
from ministrack.exchange.tables.fields import file_targets
from ministrack.ui.dialogs.importing.verdicts import SHOWN
from ministrack.ui.models.answers import CELL_ROLE, CELL_ROLES, cell_answer
from ministrack.ui.models.column import Cell, Look

Index = QModelIndex | QPersistentModelIndex

VERDICT_ROLE = CELL_ROLE + 20
"""The Verdict of a row."""
TICK, LINE, RESULT, RECORD, WORDS = range(5)

_ROOT = QModelIndex()
_TITLES = (N_("Import"), N_("Line"), N_("Result"), N_("Record"), N_("What happens"))
_WANTED = frozenset((Verdict.NEW, Verdict.CHANGES))
_CAN_BE_WANTED = _WANTED | {Verdict.CONFLICT}


class PreviewModel(QAbstractTableModel):
    """Knows rows by their place in the plan and shows those of one verdict, or all. Cells are made when seen.

    Signals: `ticked()` when other rows are wanted.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._shown: Sequence[int] = ()
        self._wanted: set[int] = set()
        self._only: Verdict | None = None
        self._counts: Counter[Verdict] = Counter()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Takes the rows of another plan; what is new or changes is wanted, conflicts are not yet."""
        self._rows = rows
        self._counts = Counter(row.verdict for row in rows if _is_told(row))
        self._wanted = {place for place, row in enumerate(rows) if row.verdict in _WANTED}
        if self._only is not None and not self._counts[self._only]:
            self._only = None
        self.show_only(self._only)
        self.ticked.emit()

    def show_only(self, verdict: Verdict | None) -> None:
        """Shows the rows of one verdict, or all but blank lines."""
        self.beginResetModel()
        self._only = verdict
        self._shown = [
            place for place, row in enumerate(self._rows) if verdict in (None, row.verdict) and _is_told(row)
        ]
        self.endResetModel()

    @property
    def only(self) -> Verdict | None:
        """The verdict that is shown alone."""
        return self._only

    def counts(self) -> Counter[Verdict]:
        """How many rows come to what."""
        return self._counts

    def wanted(self) -> frozenset[int]:
        """The places in the plan of the rows that are to be stored."""
        return frozenset(self._wanted)

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        return self._rows[self._shown[index.row()]] if index.isValid() else None

    def problems(self) -> list[Row]:
        """The rows that cannot be stored as they are."""
        return [row for row in self._rows if row.verdict in (Verdict.PROBLEM, Verdict.CONFLICT)]

    def shown_ticks(self) -> tuple[int, bool]:
        """How many of the shown rows `tick` would reach at once, and whether all of them are wanted."""
        places = self._reached(range(len(self._shown)))
        return len(places), places <= self._wanted

    def tick(self, rows: Iterable[int]) -> None:
        """Wants rows that are shown, or none of them where all are wanted already.

        Conflicts are looked at one by one, or among themselves: among other rows they stay as they are.
        """
        places = self._reached(rows)
        if not places:
            return
        self._wanted = self._wanted - places if places <= self._wanted else self._wanted | places
        self.dataChanged.emit(self.index(0, TICK), self.index(self.rowCount() - 1, TICK))
        self.ticked.emit()

    def _reached(self, rows: Iterable[int]) -> set[int]:
        able = [self._shown[row] for row in rows if self._can_be_wanted(row)]
        usual = {place for place in able if self._rows[place].verdict in _WANTED}
        return usual or set(able)

    def _can_be_wanted(self, row: int) -> bool:
        return self._rows[self._shown[row]].verdict in _CAN_BE_WANTED

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
            return self._rows[self._shown[index.row()]].verdict
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
        row = self._rows[self._shown[index.row()]]
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


def _is_told(row: Row) -> bool:
    """Whether there is something to say about a row; a line with nothing in it is passed over."""
    return row.verdict is not Verdict.BLANK or bool(row.words)


def kind_of(row: Row) -> str:
    """What a row makes, in words."""
    return tr(RECORD_TYPES[row.table].ONE) if row.table in RECORD_TYPES else ""


def field_name(row: Row) -> str:
    """The field of a row to look at, as the window calls it; a column or property as the file does."""
    offered = file_targets(row.table) if row.table in RECORD_TYPES else ()
    called = (row.field, f"{row.table}.{row.field}")
    return next((each.label for each in offered if each.key in called), row.field)
