"""Lines as a Qt model: their cells, and beside them what becomes of each line."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from ministrack.domain.language import N_, tr
from ministrack.edits.changes import Edit
from ministrack.edits.workspace import Workspace
from ministrack.exchange.columns import mapped
from ministrack.exchange.grid import Grid
from ministrack.exchange.plan import Planned, Planner, Verdict
from ministrack.exchange.targets import Target, targets
from ministrack.exchange.values import Given
from ministrack.ui.dialogs.entering.lines import Lines
from ministrack.ui.models.answers import CELL_ROLE, CELL_ROLES, cell_answer
from ministrack.ui.models.column import Cell, Look
from ministrack.ui.style.theme import Tone

Index = QModelIndex | QPersistentModelIndex

GIVEN_ROLE = CELL_ROLE + 1
"""The Given of a cell."""

_ROOT = QModelIndex()
_AT_ONCE = 60  # lines that are planned with every key; more of them a moment later
_MOMENT = 250  # milliseconds
_SAID: Mapping[Verdict, tuple[str, Tone]] = {
    Verdict.NEW: (N_("New"), Tone.HELD),
    Verdict.CHANGES: (N_("Changes"), Tone.PLANNED),
    Verdict.SAME: (N_("Same"), Tone.NEUTRAL),
    Verdict.PROBLEM: (N_("Not clear"), Tone.OVERDUE),
}


class EntryModel(QAbstractTableModel):
    """Columns of fields, then the verdict and what it means.

    Signals: `planned()` when it is known what becomes of the lines.
    """

    planned = Signal()

    def __init__(
        self,
        workspace: Workspace,
        table: str,
        columns: Sequence[Target | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._offered = targets(table)
        self._planner = Planner(workspace, table, self._offered)
        self._common: Mapping[str, object] = {}
        self.lines = Lines(columns)
        self._plan: list[Planned] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_MOMENT)
        self._later.timeout.connect(self.plan_now)
        self.plan_now()

    @property
    def offered(self) -> tuple[Target, ...]:
        """What a column may hold."""
        return self._offered

    def counts(self) -> Counter[Verdict]:
        """How many lines come to what."""
        return Counter(each.verdict for each in self._plan)

    def told(self, row: int) -> tuple[Verdict, str]:
        """What becomes of a line, and why."""
        plan = self._plan[row] if 0 <= row < len(self._plan) else Planned(Verdict.BLANK)
        return plan.verdict, plan.words

    def next_unclear(self, row: int) -> int | None:
        """The next line below a row, or else from the top, that is not clear."""
        unclear = [number for number, plan in enumerate(self._plan) if plan.verdict is Verdict.PROBLEM]
        return next((number for number in unclear if number > row), unclear[0] if unclear else None)

    def edit(self) -> Edit:
        """The step that the lines are."""
        return self._planner.edit(self._plan)

    def is_field(self, column: int) -> bool:
        """Whether a column is filled in, and not said about the line."""
        return 0 <= column < len(self.lines.columns)

    # what changes the lines

    def set_common(self, common: Mapping[str, object]) -> None:
        """What all new records start with."""
        if common != self._common:
            self._common = dict(common)
            self._plan_soon()

    def forget(self) -> None:
        """The dossier has changed meanwhile."""
        self._planner.forget()
        self._plan_soon()

    def take_table(self, grid: Grid) -> None:
        """Replaces everything by a table whose columns are to be told."""
        found = mapped(self._workspace.read, grid, self._offered)
        self._anew(lambda: self.lines.take_table(found))

    def write_over(self, row: int, column: int, grid: Grid) -> None:
        """Puts cells over those that are there, from one cell on."""
        self._anew(lambda: self.lines.write_over(row, column, grid))

    def call_column(self, column: int, target: Target | None) -> None:
        """Says what a column holds."""
        self._anew(lambda: self.lines.call_column(column, target))

    def remove(self, rows: Iterable[int]) -> None:
        """Takes lines out."""
        self._anew(lambda: self.lines.remove(rows))

    def clear(self, indexes: Iterable[Index]) -> None:
        """Empties cells."""
        cells = [(each.row(), each.column()) for each in indexes if self.is_field(each.column())]
        self._anew(lambda: self.lines.clear(cells))

    def _anew(self, change: Callable[[], None]) -> None:
        self.beginResetModel()
        change()
        self._plan = []
        self.endResetModel()
        self._plan_soon()

    def _plan_soon(self) -> None:
        if len(self.lines) <= _AT_ONCE:
            self.plan_now()
        else:
            self._later.start()

    def plan_now(self) -> None:
        """Finds out what becomes of each line."""
        self._later.stop()
        self._plan = self._planner.plan(self.lines.to_plan(), self._common)
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.planned.emit()

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines.columns) + 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_field(index.column()) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        if role in (GIVEN_ROLE, Qt.ItemDataRole.EditRole):
            given = self.lines.cell(index.row(), index.column()) if self.is_field(index.column()) else Given()
            return given if role == GIVEN_ROLE else given.text
        if role not in CELL_ROLES:
            return None
        title = str(self.headerData(index.column(), Qt.Orientation.Horizontal))
        return cell_answer(role, title, self._cell(index.row(), index.column()))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or not self.is_field(index.column()):
            return False
        given = value if isinstance(value, Given) else Given(str(value))
        if given == self.lines.cell(index.row(), index.column()):
            return True
        self.lines.set_cell(index.row(), index.column(), given)
        if self.lines.needs_line:
            self.beginInsertRows(_ROOT, len(self.lines), len(self.lines))
            self.lines.add_line()
            self.endInsertRows()
        self._plan_soon()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        if self.is_field(section):
            target = self.lines.columns[section]
            return target.label if target is not None else tr("(left out)")
        return tr("Result") if section == len(self.lines.columns) else tr("What happens")

    def _cell(self, row: int, column: int) -> Cell:
        plan = self._plan[row] if row < len(self._plan) else Planned(Verdict.BLANK)
        if not self.is_field(column):
            return _verdict(plan) if column == len(self.lines.columns) else _words(plan)
        given, target = self.lines.cell(row, column), self.lines.columns[column]
        if target is None:
            return Cell(given.text, Look.SOFT)
        if target.key == plan.problem:
            return Cell(given.text or tr("missing"), Look.ALARM, tip=plan.words)
        if given.is_blank and target.key in plan.guessed:
            return _guess(plan.guessed[target.key])
        return Cell(given.text)


def _guess(words: str) -> Cell:
    return Cell(
        words, Look.LOOSE, spoken=tr("{level} (from the title)", level=words), tip=tr("From the title")
    )


def _verdict(plan: Planned) -> Cell:
    if plan.verdict is Verdict.BLANK:
        return Cell()
    words, tone = _SAID[plan.verdict]
    return Cell(tr(words), pill=tone)


def _words(plan: Planned) -> Cell:
    return Cell(plan.words, Look.ALARM if plan.verdict is Verdict.PROBLEM else Look.PLAIN, tip=plan.words)
