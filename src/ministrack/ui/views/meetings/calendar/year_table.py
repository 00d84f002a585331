"""The year: a cell for each month, one of them under the keyboard."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr, trn
from ministrack.domain.months import Month, month_of
from ministrack.ui.day_words import day_in_words
from ministrack.ui.desk import Desk
from ministrack.ui.views.meetings.calendar.painted_table import PaintedTable
from ministrack.ui.views.meetings.calendar.year_delegate import YearDelegate
from ministrack.ui.views.meetings.calendar.year_model import MONTHS, YearModel
from ministrack.ui.views.meetings.calendar.year_room import least_month

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LAYOUTS = (4, 3, 2)  # months beside each other, as wide as there is room for


class YearTable(PaintedTable):
    """Twelve months.

    Signals: `month_wanted(Month)` when another month is under the keyboard, perhaps of another year;
    `opened(Month, date | None)` by Enter or a double click, with the day below the pointer;
    `add_wanted(Month)` for a new meeting some day in a month.
    """

    month_wanted = Signal(object)
    opened = Signal(object, object)
    add_wanted = Signal(object)

    def __init__(self, desk: Desk, week_start: int, parent: QWidget | None = None) -> None:
        super().__init__("yearTable", parent)
        self._number = date.today().month
        self.setAccessibleName(tr("Months of the year"))
        self.months = YearModel(desk.read, self)
        self.setModel(self.months)
        self._paints = YearDelegate(desk, self.months, week_start, self)
        self.setItemDelegate(self._paints)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        desk.themes.changed.connect(self.repaint_cells)
        self.fit()

    def show_year(self, month: Month, shared: SharedFilter, week_start: int) -> None:
        """Reads the year of a month, which comes under the keyboard."""
        self._paints.week_start = week_start
        self._number = month.number
        self.months.show(month.year, shared)
        self._place()

    def current_month(self) -> Month:
        """The month under the keyboard."""
        return Month(self.months.year, self._number)

    # keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.months.columnCount(),
            Qt.Key.Key_Down: self.months.columnCount(),
            Qt.Key.Key_PageUp: -MONTHS,
            Qt.Key.Key_PageDown: MONTHS,
            Qt.Key.Key_Home: 1 - self._number,
            Qt.Key.Key_End: MONTHS - self._number,
        }
        month, key = self.current_month(), event.key()
        if key in steps:
            self.month_wanted.emit(month.shifted(steps[Qt.Key(key)]))
        elif key in _ENTER:
            self.opened.emit(month, None)
        elif key == Qt.Key.Key_N:
            self.add_wanted.emit(month)
        elif key == Qt.Key.Key_T:
            self.month_wanted.emit(month_of(date.today()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.month_wanted.emit(self.months.month(index))
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            month = self.months.month(index)
            self.opened.emit(month, self._paints.room(index).day_at(event.position().toPoint(), month))

    def turn(self, pages: int) -> None:
        self.month_wanted.emit(self.current_month().shifted(pages * MONTHS))

    def tip_at(self, place: QPoint) -> str:
        index = self.indexAt(place)
        if not index.isValid():
            return ""
        day = self._paints.room(index).day_at(place, self.months.month(index))
        found = self.months.on_day(day) if day else None
        if day is None or found is None:
            return ""
        return trn("{day}: {n} meeting", "{day}: {n} meetings", found.count, day=day_in_words(day))

    # how it looks

    def fit(self) -> None:
        width, height = least_month(self.font())
        self.horizontalHeader().setMinimumSectionSize(width)
        self.verticalHeader().setMinimumSectionSize(height)
        room = self.viewport().width()
        self.months.set_columns(next((n for n in _LAYOUTS if n * width <= room), _LAYOUTS[-1]))
        self._place()

    def _place(self) -> None:
        index: QModelIndex = self.months.index_of(self._number)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.repaint_cells()
