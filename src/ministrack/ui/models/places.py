"""The rows of the navigation: views, and series below a heading."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.domain.language import counted, tr, trn
from ministrack.domain.values import dataclass
from ministrack.ui.models.tips import plain_tip

PLACE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Place in a row."""
SHOWN_ROLE = PLACE_ROLE + 1
"""Whether it is the view that is shown, or a series that the window is narrowed to."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class ViewPlace:
    """A view: its name, its label, its icon, how many records it lists, if it is a list, and how many of them
    are overdue."""

    name: str
    label: str
    icon: str
    count: int | None
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """Words above the rows that follow."""

    label: str


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """A series, and whether the window is narrowed to it."""

    id: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FilterPlace:
    """A filter that was kept under a name, and whether the window is narrowed by it."""

    id: str
    label: str
    is_chosen: bool


Place = ViewPlace | Heading | SeriesPlace | FilterPlace


class PlaceModel(QAbstractListModel):
    """The rows, one below the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []
        self._shown = ""

    def show(self, places: Sequence[Place]) -> None:
        """Shows these rows; while they are the same kinds of rows, the current one stays."""
        if [_key(place) for place in places] != [_key(place) for place in self._places]:
            self.beginResetModel()
            self._places = list(places)
            self.endResetModel()
            return
        changed = [row for row, place in enumerate(places) if place != self._places[row]]
        self._places = list(places)
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def set_shown(self, view: str) -> None:
        """Marks the view that is shown."""
        self._shown = view
        if self._places:
            self.dataChanged.emit(self.index(0), self.index(len(self._places) - 1))

    def place(self, row: int) -> Place | None:
        """What stands in a row."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def row_of_view(self, name: str) -> int | None:
        """The row of a view."""
        rows = (row for row, place in enumerate(self._places) if isinstance(place, ViewPlace))
        return next((row for row in rows if _key(self._places[row]) == name), None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._places)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.place(index.row()), Heading) or not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.place(index.row()) if index.isValid() else None
        if place is None:
            return None
        if role == SHOWN_ROLE:
            return self._is_shown(place)
        answer = _ANSWERS.get(role)
        return answer(place) if answer else None

    def _is_shown(self, place: Place) -> bool:
        if isinstance(place, SeriesPlace | FilterPlace):
            return place.is_chosen
        return isinstance(place, ViewPlace) and place.name == self._shown


def _label(place: Place) -> str:
    return place.label


def _itself(place: Place) -> Place:
    return place


def _key(place: Place) -> str:
    if isinstance(place, ViewPlace):
        return place.name
    return place.label if isinstance(place, Heading) else place.id


def _spoken(place: Place) -> str:
    if isinstance(place, ViewPlace):
        late = trn("{n} overdue", "{n} overdue", place.overdue) if place.overdue else ""
        count = "" if place.count is None else counted(place.count)
        return ", ".join(part for part in (place.label, count, late) if part)
    if isinstance(place, SeriesPlace | FilterPlace) and place.is_chosen:
        return tr("{series}, the window is narrowed to it", series=place.label)
    return place.label


def _tip(place: Place) -> str | None:
    if not isinstance(place, SeriesPlace | FilterPlace):
        return None
    if place.is_chosen:
        return plain_tip(tr("{series}\nClick to show everything again", series=place.label))
    return plain_tip(tr("{series}\nClick to narrow everything to it", series=place.label))


_ANSWERS: Mapping[int, Callable[[Place], object]] = {
    Qt.ItemDataRole.DisplayRole: _label,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _tip,
    PLACE_ROLE: _itself,
}
