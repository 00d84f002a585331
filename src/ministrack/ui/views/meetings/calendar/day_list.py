"""All that is on one day, as a menu: every entry leads to its record, and a meeting can be added."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ministrack.domain.language import tr, trn
from ministrack.domain.record import Ref
from ministrack.edits.wording import cut
from ministrack.ui.day_words import day_in_words
from ministrack.ui.desk import Desk
from ministrack.ui.naming import dotted
from ministrack.ui.views.meetings.calendar.entries import Entry

_MOST = 40  # lines
_LONGEST = 70  # characters


def show_day(
    parent: QWidget,
    desk: Desk,
    day: date,
    entries: list[Entry],
    chosen: Callable[[Ref], None],
    add: Callable[[date], None],
    place: QPoint,
) -> QMenu:
    """Opens the list at a place of the screen."""
    menu = QMenu(parent)
    menu.setObjectName("dayList")
    menu.setAccessibleName(day_in_words(day))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addSection(day_in_words(day))
    for entry in entries[:_MOST]:
        words = dotted((cut(entry.title, _LONGEST), entry.place, entry.said)).replace("&", "&&")
        action = menu.addAction(desk.icons.icon(entry.icon), words)
        action.triggered.connect(partial(_choose, chosen, entry.ref))
    if len(entries) > _MOST:
        rest = len(entries) - _MOST
        menu.addAction(trn("and {n} more, in the table", "and {n} more, in the table", rest)).setEnabled(
            False
        )
    menu.addSeparator()
    new = menu.addAction(desk.icons.icon("calendar-plus"), tr("New meeting on this day…"))
    new.setEnabled(not desk.workspace.read_only)
    new.triggered.connect(partial(_add, add, day))
    menu.popup(place)
    return menu


def _choose(chosen: Callable[[Ref], None], ref: Ref, _: bool = False) -> None:
    chosen(ref)


def _add(add: Callable[[date], None], day: date, _: bool = False) -> None:
    add(day)
