"""What the whole window looks at: the view, the record and the filter, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ministrack.domain.filters import SharedFilter
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass

_REMEMBERED = 100  # steps of the way back


@dataclass(frozen=True, slots=True)
class Place:
    """A view (by name) and the record selected there."""

    view: str
    record: Ref | None = None


def _none() -> list[Ref]:
    return []


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of one table: how many, and what lists them when that is asked for; there may be very many."""

    table: str = ""
    count: int = 0
    refs: Callable[[], list[Ref]] = _none


class Focus(QObject):
    """Shared by all views, which never know each other.

    Signals: `record_changed(Ref | None)` when another record is selected; `view_changed(str)` when another
    view is to be shown; `filter_changed(SharedFilter)` when the window is narrowed; `way_changed()`
    when `can_go_back` or `can_go_forward` may differ; `selection_changed()` when other rows are selected.
    """

    record_changed = Signal(object)
    view_changed = Signal(str)
    filter_changed = Signal(object)
    way_changed = Signal()
    selection_changed = Signal()

    def __init__(self, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._filter = SharedFilter()
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._recent: dict[Ref, None] = {}  # oldest first
        self._selection = Selection()

    @property
    def view(self) -> str:
        """The name of the view shown."""
        return self._place.view

    @property
    def record(self) -> Ref | None:
        """The record selected."""
        return self._place.record

    @property
    def filter(self) -> SharedFilter:
        """What the window is narrowed to."""
        return self._filter

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place that was left by going back."""
        return bool(self._forward)

    def recent(self) -> list[Ref]:
        """The records that were selected, the last one first, without the present one."""
        return [ref for ref in reversed(self._recent) if ref != self._place.record]

    @property
    def selection(self) -> Selection:
        """The rows that are selected in the view shown; nothing where it has none."""
        return self._selection

    def set_selection(self, selection: Selection) -> None:
        """Says which rows are selected now."""
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit()

    def select(self, record: Ref | None) -> None:
        """Selects a record everywhere; the view stays."""
        self._go(Place(self._place.view, record))

    def show_view(self, view: str) -> None:
        """Shows another view; the record stays."""
        self._go(Place(view, self._place.record))

    def open(self, view: str, record: Ref) -> None:
        """Shows a record in a view."""
        self._go(Place(view, record))

    def set_filter(self, shared: SharedFilter) -> None:
        """Narrows or widens the whole window."""
        if shared != self._filter:
            self._filter = shared
            self.filter_changed.emit(shared)

    def clear_filter(self) -> None:
        """Shows everything again."""
        self.set_filter(SharedFilter())

    def copy(self) -> "Focus":
        """Another one that looks at the same place through the same filter, without the way back."""
        other = Focus(self._place)
        other.set_filter(self._filter)
        return other

    def go_back(self) -> None:
        """Returns to the place before."""
        if self._back:
            self._forward.append(self._place)
            self._move(self._back.pop())

    def go_forward(self) -> None:
        """Returns to the place that `go_back` left."""
        if self._forward:
            self._back.append(self._place)
            self._move(self._forward.pop())

    def _go(self, place: Place) -> None:
        if place == self._place:
            return
        if self._place.record is not None or self._place.view != place.view:
            self._back.append(self._place)
            del self._back[:-_REMEMBERED]
        self._forward.clear()
        self._move(place)

    def _move(self, place: Place) -> None:
        before, self._place = self._place, place
        if place.record is not None:
            self._recent.pop(place.record, None)
            self._recent[place.record] = None
            if len(self._recent) > _REMEMBERED:
                del self._recent[next(iter(self._recent))]
        if before.view != place.view:
            self.view_changed.emit(place.view)
        if before.record != place.record:
            self.record_changed.emit(place.record)
        self.way_changed.emit()
