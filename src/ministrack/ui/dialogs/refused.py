"""What was refused: a message, or a table of the fields in the way, with values, author and time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.errors import Conflict, FieldConflict, MinistrackError, UndoRefused
from ministrack.domain.language import N_, tr
from ministrack.domain.record import Ref
from ministrack.edits.asking import Reader
from ministrack.edits.differences import DifferenceLine, line_of
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.messages import show_error
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.metrics import DIALOG_MARGINS, MARGIN, SPACE
from ministrack.ui.style.tables import dress_table
from ministrack.ui.widgets.dialog import Dialog
from ministrack.ui.widgets.words import words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEADINGS = (
    N_("Field"),
    N_("Record"),
    N_("Now"),
    N_("Would become"),
    N_("Last changed by"),
    N_("When"),
)
_LEAST_ROWS, _MOST_ROWS = 3, 10
_SIZE = (880, 220)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def show_refused(parent: QWidget, desk: Desk, error: MinistrackError, *, todo: str = "") -> QDialog:
    """Shows an error over its window; fields in conflict are listed. `todo` says better what to do next."""
    if not isinstance(error, (Conflict, UndoRefused)) or not error.conflicts:
        return show_error(parent, error)
    dialog = Refused(desk, error, todo or error.todo, parent)
    dialog.open()
    return dialog


class Differences(QAbstractTableModel):
    """Conflicts as lines; each is put in words when it is first looked at."""

    def __init__(self, read: Reader, conflicts: Sequence[FieldConflict], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._conflicts = conflicts
        self._lines: dict[int, DifferenceLine] = {}

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._conflicts)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self.line(index.row())[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(_HEADINGS[index.column()])}: {text}"
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADINGS[section])
        return None

    def line(self, row: int) -> DifferenceLine:
        """A conflict in words."""
        if row not in self._lines:
            self._lines[row] = line_of(self._read, self._conflicts[row])
        return self._lines[row]

    def ref(self, row: int) -> Ref:
        """The record of a line."""
        return Ref(self._conflicts[row].table, self._conflicts[row].row)


class Refused(Dialog):
    """Says what was refused and why. Enter or a double click shows the record of a line."""

    def __init__(self, desk: Desk, error: Conflict | UndoRefused, todo: str, parent: QWidget) -> None:
        super().__init__("refused", tr("Not done"), parent)
        self._desk = desk
        self._model = Differences(desk.read, error.conflicts, self)
        self._table = _Table(self)
        self._table.setModel(self._model)
        self._table.doubleClicked.connect(self._open)
        self._table.entered_on.connect(self._open)
        _share_width(self._table)
        what = words("title", error.what)
        what.setObjectName("refused.what")
        advice = words("", " ".join(part for part in (error.safe, todo) if part))
        advice.setObjectName("refused.advice")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy the table"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("refused.copy")
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(DIALOG_MARGINS)
        column.setSpacing(3 * SPACE)
        for part in (what, self._table, advice, buttons):
            column.addWidget(part)
        self.resize(min(_SIZE[0], max(parent.width() - 8 * MARGIN, 420)), _SIZE[1])
        self._table.setFocus()
        self._table.selectRow(0)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            ref = self._model.ref(index.row())
            self.accept()
            self._desk.focus.select(ref)

    def _copy(self) -> None:
        lines = [[tr(heading) for heading in _HEADINGS]]
        lines += [list(self._model.line(row)) for row in range(self._model.rowCount())]
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(text)


class _Table(QTableView):
    """As high as its lines, within limits; Tab leaves it. Signals: `entered_on(QModelIndex)` on Enter."""

    entered_on = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("refused.table")
        self.setAccessibleName(tr("Fields that were changed later"))
        dress_table(self)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered_on.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


_SHARES: Mapping[int, QHeaderView.ResizeMode] = {
    0: QHeaderView.ResizeMode.ResizeToContents,
    4: QHeaderView.ResizeMode.ResizeToContents,
    5: QHeaderView.ResizeMode.ResizeToContents,
}


def _share_width(table: QTableView) -> None:
    """Short columns take what they need, the values share the rest; the height fits a few lines."""
    header = table.horizontalHeader()
    header.setStretchLastSection(False)
    for section in range(len(_HEADINGS)):
        header.setSectionResizeMode(section, _SHARES.get(section, QHeaderView.ResizeMode.Stretch))
    rows = max(_LEAST_ROWS, min(table.model().rowCount(), _MOST_ROWS))
    table.setMinimumHeight(
        rows * table.verticalHeader().defaultSectionSize() + header.sizeHint().height() + 2
    )
