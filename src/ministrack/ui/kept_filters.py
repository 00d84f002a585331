"""Saved filters in the navigation: listed by name, switched on and off, renamed, changed and deleted."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.filing import SavedFilter
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.edits.asking import Reader
from ministrack.edits.records import remove_record
from ministrack.edits.saved_filters import kept_filter, rename_filter, replace_filter
from ministrack.ui.desk import Desk
from ministrack.ui.filter_bar.naming import NamePopup
from ministrack.ui.models.places import FilterPlace
from ministrack.ui.views import views


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
    known = {entry.name for entry in views()}  # imported from elsewhere, it may name any other
    if kept.view and kept.view in known:
        desk.focus.show_view(kept.view)


def show_kept_menu(desk: Desk, place: FilterPlace, where: QPoint, opener: QWidget) -> None:
    """What can be done with a saved filter, at a global place."""
    menu = QMenu(opener)
    menu.setObjectName("savedFilterMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(tr("Rename…"), partial(rename_kept, desk, place, where, opener))
    update = menu.addAction(tr("Change to what is filtered now"), partial(_replace, desk, place))
    menu.addSeparator()
    menu.addAction(tr("Delete saved filter"), partial(delete_kept, desk, place))
    for action in menu.actions():
        action.setEnabled(not desk.workspace.read_only)
    if desk.focus.filter.is_empty or place.is_chosen:
        update.setEnabled(False)
    menu.popup(where)


def rename_kept(desk: Desk, place: FilterPlace, where: QPoint, opener: QWidget) -> None:
    """Asks for another name of a saved filter."""
    popup = NamePopup(opener, place.label)
    popup.named.connect(partial(_rename, desk, place))
    popup.open_below()
    popup.move(where)


def _rename(desk: Desk, place: FilterPlace, name: str) -> None:
    try:
        desk.runner.run(rename_filter(desk.read, place.id, name))
    except InvalidValue as error:
        desk.runner.failed.emit(error)


def _replace(desk: Desk, place: FilterPlace) -> None:
    desk.runner.run(replace_filter(desk.read, place.id, desk.focus.view, desk.focus.filter))


def delete_kept(desk: Desk, place: FilterPlace) -> None:
    """Deletes a saved filter; the window stays narrowed as it is."""
    desk.runner.run(remove_record(desk.read, Ref(SavedFilter.TABLE, place.id)))


def _is_on(kept: SavedFilter, shared: SharedFilter) -> bool:
    try:
        return not shared.is_empty and kept_filter(kept) == shared
    except InvalidValue:
        return False
