"""The month under keys and pointer: one day under the keyboard, meetings that can be carried."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.views.meetings.calendar.carrying import Carrying
from ministrack.ui.views.meetings.calendar.day_list import show_day
from ministrack.ui.views.meetings.calendar.entries import Entry
from ministrack.ui.views.meetings.calendar.month_grid import MonthGrid
from ministrack.ui.views.meetings.calendar.month_keys import day_after_key

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MonthTable(MonthGrid):
    """Days of whole weeks.

    Signals: `picked(Ref)` when an entry is chosen; `pointed()` when it was by a click; `opened(Ref)` by
    Enter or a double click; `add_wanted(date)` for a new meeting; `delete_wanted(list[Ref])` by Delete; those
    of the grid, also when a person turns the wheel.
    """

    picked = Signal(object)
    pointed = Signal()
    opened = Signal(object)
    add_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(
        self, desk: Desk, carrying: Carrying, week_start: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, carrying, week_start, parent)
        self._desk = desk
        self._carrying = carrying
        self._pressed: Entry | None = None
        self._pressed_at = QPoint()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self.current_day()
        if day is None:
            super().keyPressEvent(event)
            return
        to = day_after_key(
            event.key(), day, mirrored=self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        )
        if to is not None:
            self._move_to(to)
        elif not (self._carry_key(event.key()) if self._carrying.entry else self._day_key(event.key(), day)):
            super().keyPressEvent(event)

    def _move_to(self, day: date) -> None:
        self.go_to(day)
        if self._carrying.entry:
            self._carrying.over(self.current_day())
            return
        entries = self.days.entries(self.currentIndex())
        if entries:
            self.picked.emit(entries[0].ref)

    def _carry_key(self, key: int) -> bool:
        if key in _ENTER:
            self._carrying.put_down()
        elif key == Qt.Key.Key_Escape:
            self._carrying.give_up()
        return key in _ENTER or key == Qt.Key.Key_Escape

    def _day_key(self, key: int, day: date) -> bool:
        entries = self.days.entries(self.currentIndex())
        if key == Qt.Key.Key_N:
            self.add_wanted.emit(day)
        elif key == Qt.Key.Key_T:
            self._move_to(date.today())
        elif key in _ENTER:
            self._enter(day, entries)
        else:
            return bool(entries) and self._entry_key(key, day, entries)
        return True

    def _enter(self, day: date, entries: list[Entry]) -> None:
        if not entries:
            self.add_wanted.emit(day)
        elif len(entries) == 1:
            self.opened.emit(entries[0].ref)
        else:
            self._list(self.currentIndex())

    def _entry_key(self, key: int, day: date, entries: list[Entry]) -> bool:
        chosen = self.chosen()
        if key == Qt.Key.Key_Space:
            after = (entries.index(chosen) + 1) % len(entries) if chosen else 0
            self.picked.emit(entries[after].ref)
        elif key == Qt.Key.Key_M:
            if self._carrying.pick_up(chosen or entries[0], day):
                self._carrying.over(day)
        elif key == Qt.Key.Key_Delete and chosen:
            self.delete_wanted.emit([chosen.ref])
        else:
            return False
        return True

    # pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._pressed = None
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        entry = self.entry_at(event.position().toPoint())
        if entry is not None:
            self._pressed, self._pressed_at = entry, event.position().toPoint()
            self.picked.emit(entry.ref)
            self.pointed.emit()
        elif self.room(index).is_on_more(event.position().toPoint(), self.days.pieces(index)):
            self._list(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._carrying.entry and event.buttons() & Qt.MouseButton.LeftButton:
            self._carrying.over(self.day_at(place))
            return
        far = (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._pressed is not None and far and event.buttons() & Qt.MouseButton.LeftButton:
            entry, self._pressed = self._pressed, None
            if self._carrying.pick_up(entry, self.day_at(self._pressed_at)):
                self._carrying.over(self.day_at(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._carrying.entry and event.button() is Qt.MouseButton.LeftButton:
            self._carrying.put_down()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index, entry = self.indexAt(place), self.entry_at(place)
        self._pressed = None
        if entry is not None:
            self.opened.emit(entry.ref)
        elif index.isValid() and not self.room(index).is_on_more(place, self.days.pieces(index)):
            self.add_wanted.emit(self.days.day(index))

    # the list of a day

    def _list(self, index: Index) -> None:
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        day = self.days.day(index)
        show_day(self, self._desk, day, self.days.entries(index), self._open, self.add_wanted.emit, place)

    def _open(self, ref: Ref) -> None:
        self.picked.emit(ref)
        self.opened.emit(ref)
