"""The days of a month as a table that is painted by hand: what it shows, where things are, how it fits."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.months import Month, month_of, within_calendar
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.views.meetings.calendar.carrying import Carrying
from ministrack.ui.views.meetings.calendar.entries import Entry
from ministrack.ui.views.meetings.calendar.month_delegate import MonthDelegate
from ministrack.ui.views.meetings.calendar.month_model import MonthModel
from ministrack.ui.views.meetings.calendar.painted_table import PaintedTable
from ministrack.ui.views.meetings.calendar.room import DayRoom, day_room, least_day

Index = QModelIndex | QPersistentModelIndex


class MonthGrid(PaintedTable):
    """Whole weeks around a month.

    Signals: `month_wanted(Month)` when a day of another month is gone to.
    """

    month_wanted = Signal(object)

    def __init__(
        self, desk: Desk, carrying: Carrying, week_start: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("monthTable", parent)
        self.setAccessibleName(tr("Calendar of meetings"))
        self.days = MonthModel(desk.read, week_start, self)
        self.setModel(self.days)
        self._paints = MonthDelegate(desk, self.days, carrying, self)
        self.setItemDelegate(self._paints)
        self._dress()
        carrying.changed.connect(self.repaint_cells)
        desk.themes.changed.connect(self.repaint_cells)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setAccessibleName(tr("Days of the week"))
        down.setAccessibleName(tr("Weeks"))
        for header in (across, down):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fit()

    # what is shown

    def show_month(self, month: Month, shared: SharedFilter, week_start: int, *, with_tasks: bool) -> None:
        """Reads a month; the keyboard stays on its day, or goes to the same day of that month."""
        before = self.current_day()
        self.days.show(month, shared, week_start, with_tasks=with_tasks)
        day = before or date.today()
        if not self.days.is_of_month(day):
            day = month.first.replace(day=min(day.day, month.last.day))
        self.setCurrentIndex(self.days.index_of(day))

    def current_day(self) -> date | None:
        """The day under the keyboard."""
        return self.days.day(self.currentIndex()) if self.currentIndex().isValid() else None

    def go_to(self, day: date) -> None:
        """Puts the keyboard on a day, in its own month; nothing is chosen."""
        day = within_calendar(day)
        if not self.days.is_of_month(day):
            self.month_wanted.emit(month_of(day))
        index = self.days.index_of(day)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def chosen(self) -> Entry | None:
        """The entry in focus, where it is on the day under the keyboard."""
        entries = self.days.entries(self.currentIndex())
        return next((entry for entry in entries if entry.ref == self._paints.chosen), None)

    def mark(self, ref: Ref | None) -> None:
        """Shows which entry is in focus."""
        self._paints.chosen = ref
        self.repaint_cells()

    def day_at(self, place: QPoint) -> date | None:
        """The day below a point of the viewport."""
        index = self.indexAt(place) if self.viewport().rect().contains(place) else QModelIndex()
        return self.days.day(index) if index.isValid() else None

    def entry_at(self, place: QPoint) -> Entry | None:
        """The entry below a point of the viewport."""
        index = self.indexAt(place)
        if not index.isValid():
            return None
        piece = self.room(index).piece_at(place, self.days.pieces(index))
        return piece.entry if piece else None

    def tip_at(self, place: QPoint) -> str:
        entry = self.entry_at(place)
        return entry.tip if entry else ""

    def turn(self, pages: int) -> None:
        self.month_wanted.emit(self.days.month.shifted(pages))

    # how it looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def fit(self) -> None:
        width, height = least_day(self.font())
        self.horizontalHeader().setMinimumSectionSize(width)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setFixedWidth(self.fontMetrics().horizontalAdvance("00") + 20)

    def room(self, index: Index) -> DayRoom:
        """How the cell of a day is divided."""
        return day_room(self.visualRect(index), self.font())
