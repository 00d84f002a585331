"""Saved filters in the navigation: listed by name, switched on and off, deleted as one undo."""

from ministrack.domain.errors import InvalidValue
from ministrack.domain.filing import SavedFilter
from ministrack.domain.filters import SharedFilter
from ministrack.domain.record import Ref
from ministrack.edits.asking import Reader
from ministrack.edits.records import remove_record
from ministrack.edits.saved_filters import kept_filter
from ministrack.ui.desk import Desk
from ministrack.ui.models.places import FilterPlace


def kept_places(read: Reader, shared: SharedFilter) -> list[FilterPlace]:
    """The saved filters by name."""
    return [
        FilterPlace(kept.id, kept.name, _is_on(kept, shared)) for kept in read.find(SavedFilter, order="name")
    ]


def toggle_kept(desk: Desk, place: FilterPlace) -> None:
    """Narrows the window by a saved filter and shows its view; everything again if it was on already."""
    kept = desk.read.get(SavedFilter, place.id)
    if kept is None:
        return
    if place.is_chosen:
        desk.focus.clear_filter()
        return
    try:
        shared = kept_filter(kept)
    except InvalidValue as error:
        desk.runner.failed.emit(error)
        return
    desk.focus.set_filter(shared)
    if kept.view:
        desk.focus.show_view(kept.view)


def delete_kept(desk: Desk, place: FilterPlace) -> None:
    """Deletes a saved filter; the window stays narrowed as it is."""
    desk.runner.run(remove_record(desk.read, Ref(SavedFilter.TABLE, place.id)))


def _is_on(kept: SavedFilter, shared: SharedFilter) -> bool:
    try:
        return not shared.is_empty and kept_filter(kept) == shared
    except InvalidValue:
        return False
