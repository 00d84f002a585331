"""Entries to tick, below headings where there are several kinds."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

from ministrack.domain.values import dataclass, replace
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.flags import Flags

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Option:
    """Something to tick: its id, its label, the code of its flag, what it means. A heading has no id."""

    id: str
    label: str
    code: str = ""
    is_ticked: bool = False
    meaning: str = ""


class ChoiceModel(QAbstractListModel):
    """Signals: `ticked(str)` with the id of an entry whose tick was set or taken away."""

    ticked = Signal(str)

    def __init__(self, flags: Flags, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._flags = flags
        self._options: list[Option] = []

    def offer(self, options: Iterable[Option]) -> None:
        """Replaces all entries."""
        self.beginResetModel()
        self._options = list(options)
        self.endResetModel()

    def options(self) -> Sequence[Option]:
        """The entries, headings included."""
        return tuple(self._options)

    def toggle(self, row: int) -> None:
        """Sets a tick or takes it away."""
        option = self._options[row] if 0 <= row < len(self._options) else None
        if option is None or not option.id:
            return
        self._options[row] = replace(option, is_ticked=not option.is_ticked)
        self.dataChanged.emit(self.index(row), self.index(row))
        self.ticked.emit(option.id)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._options)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._options[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        option = self._options[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and option.id:
            return Qt.CheckState.Checked if option.is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and option.code:
            return self._icon(option.code)
        return _words(option, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

    def _icon(self, code: str) -> QIcon | None:
        icon = self._flags.icon(code)
        return None if icon.isNull() else icon


def _words(option: Option, role: int) -> str | None:
    """The label, or what the entry means."""
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return option.label
    if role == Qt.ItemDataRole.AccessibleDescriptionRole:
        return option.meaning
    return plain_tip(option.meaning) if role == Qt.ItemDataRole.ToolTipRole and option.meaning else None
