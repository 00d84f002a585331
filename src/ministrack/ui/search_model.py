"""What the search over everything found, as a list: records with their kind and what tells them apart."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.language import tr
from ministrack.edits.asking import Hit

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SearchModel(QAbstractListModel):
    """The hits of one search, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replaces what is listed."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (kind_of(hit), hit.label, hit.context) if part)
            case _ if role == HIT_ROLE:
                return hit
        return None


def kind_of(hit: Hit) -> str:
    """The kind of record in words."""
    return tr(RECORD_TYPES[hit.ref.table].ONE)
