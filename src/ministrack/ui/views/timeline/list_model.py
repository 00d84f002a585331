"""The items of the timeline as rows in the order of time: nothing is made before it is looked at."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.domain.dates import show
from ministrack.domain.language import N_, interface_language, tr
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.headings import row_name
from ministrack.ui.views.timeline.items import Item, Lane, Ref
from ministrack.ui.views.timeline.spoken import tip_of

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def _date(item: Item, _: Mapping[str, str]) -> str:
    date = item.said.date if item.said else ""
    return show(date, interface_language()) if date else tr("no date")


def _kind(item: Item, _: Mapping[str, str]) -> str:
    return item.said.kind if item.said else ""


def _name(item: Item, _: Mapping[str, str]) -> str:
    return item.said.name if item.said else item.label


def _status(item: Item, _: Mapping[str, str]) -> str:
    return item.said.status if item.said else item.tone


def _series(item: Item, names: Mapping[str, str]) -> str:
    return row_name(item.group, dict(names)) if item.lane is Lane.MEETINGS else ""


_COLUMNS: tuple[tuple[str, Callable[[Item, Mapping[str, str]], str]], ...] = (
    (N_("Date"), _date),
    (N_("Kind"), _kind),
    (N_("Name"), _name),
    (N_("Status"), _status),
    (N_("Series"), _series),
)
NAME = 2
_TITLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class TimelineListModel(QAbstractTableModel):
    """One row for each item that has a place in time."""

    def __init__(self, content: Content, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._count = content.count_by_time()

    def set_content(self, content: Content) -> None:
        """Lists other items."""
        self.beginResetModel()
        self._content = content
        self._count = content.count_by_time()
        self.endResetModel()

    def ref_at(self, row: int) -> Ref | None:
        """The record of a row."""
        item = self._item(row)
        return item.ref if item is not None else None

    def row_of(self, ref: Ref | None) -> int | None:
        """Where a record is listed; None where it is not."""
        number = self._content.numbers.get(ref, -1) if ref is not None else -1
        return self._content.place_of(number) if number >= 0 else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self._item(index.row()) if index.isValid() else None
        if item is None:
            return None
        title, words = _COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words(item, self._content.names)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = words(item, self._content.names)
            return tr("{column}: {value}", column=tr(title), value=said) if said else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(item)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_COLUMNS):
            return None
        return tr(_COLUMNS[section][0]) if role in _TITLES else None

    def _item(self, row: int) -> Item | None:
        # The content may have grown or shrunk since: rows are those that were announced.
        if not 0 <= row < min(self._count, self._content.count_by_time()):
            return None
        return self._content.items[self._content.at_place(row)]
