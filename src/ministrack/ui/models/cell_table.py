"""A short table that is known as a whole: a preview, line by line, painted like the tables of records."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.ui.models.answers import CELL_ROLES, cell_answer
from ministrack.ui.models.column import Cell

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CellTable(QAbstractTableModel):
    """Lines of cells below titles."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._lines: list[Sequence[Cell]] = []

    def show_lines(self, lines: Sequence[Sequence[Cell]]) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in CELL_ROLES:
            return None
        return cell_answer(role, self._titles[index.column()], self._lines[index.row()][index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is not Qt.Orientation.Horizontal or not shown:
            return None
        return self._titles[section] if 0 <= section < len(self._titles) else None
