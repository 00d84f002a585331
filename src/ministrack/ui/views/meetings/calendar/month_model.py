"""A month as a Qt model: weeks down, days across, with what is on each day."""

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.months import DAYS_IN_WEEK, Month, month_of, week_number
from ministrack.edits.asking import Reader
from ministrack.ui.day_words import weekday
from ministrack.ui.views.meetings.calendar.entries import Entry, meetings_between, tasks_between
from ministrack.ui.views.meetings.calendar.weeks import Piece, arranged
from ministrack.ui.views.meetings.calendar.words import spoken_day

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TEXT = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class MonthModel(QAbstractTableModel):
    """The days of whole weeks around a month, as the dossier was when it was read."""

    def __init__(self, read: Reader, week_start: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._week_start = week_start
        self.month = month_of(date.today())
        self._weeks: list[date] = []
        self._pieces: list[list[list[Piece]]] = []

    def show(self, month: Month, shared: SharedFilter, week_start: int, *, with_tasks: bool) -> None:
        """Reads a month anew."""
        weeks = month.weeks(week_start)
        end = weeks[-1] + timedelta(days=DAYS_IN_WEEK - 1)
        entries = meetings_between(self._read, shared, weeks[0], end)
        if with_tasks:
            entries += tasks_between(self._read, shared, weeks[0], end)
        self.beginResetModel()
        self.month, self._weeks, self._week_start = month, weeks, week_start
        self._pieces = [arranged(entries, week) for week in weeks]
        self.endResetModel()

    @property
    def first(self) -> date:
        """The first day shown, perhaps of the month before."""
        return self._weeks[0] if self._weeks else self.month.first

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.first + timedelta(days=DAYS_IN_WEEK * len(self._weeks) - 1)

    def day(self, index: Index) -> date:
        """The day of a cell."""
        return self._weeks[index.row()] + timedelta(days=index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day, or none where it is not shown."""
        offset = (day - self.first).days
        if not self._weeks or not 0 <= offset < DAYS_IN_WEEK * len(self._weeks):
            return QModelIndex()
        return self.index(*divmod(offset, DAYS_IN_WEEK))

    def pieces(self, index: Index) -> list[Piece]:
        """What is on the day of a cell, by line."""
        return self._pieces[index.row()][index.column()] if index.isValid() else []

    def entries(self, index: Index) -> list[Entry]:
        """The same, without where it stands."""
        return [piece.entry for piece in self.pieces(index)]

    def is_of_month(self, day: date) -> bool:
        """Whether a day belongs to the month itself."""
        return self.month.first <= day <= self.month.last

    def count(self) -> int:
        """How many meetings touch the days of the month itself."""
        found = {
            piece.entry.ref
            for week, pieces in zip(self._weeks, self._pieces, strict=True)
            for column, on_day in enumerate(pieces)
            if self.is_of_month(week + timedelta(days=column))
            for piece in on_day
            if piece.entry.is_meeting
        }
        return len(found)

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else DAYS_IN_WEEK

    def data(self, index: Index, role: int = _TEXT) -> object:
        if not index.isValid():
            return None
        if role == _TEXT:
            return str(self.day(index).day)
        if role == _SPOKEN:
            day = self.day(index)
            return spoken_day(day, self.entries(index), is_today=day == date.today())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _TEXT) -> object:
        if role not in (_TEXT, _SPOKEN):
            return None
        if orientation is Qt.Orientation.Horizontal:
            form = QLocale.FormatType.ShortFormat if role == _TEXT else QLocale.FormatType.LongFormat
            return weekday((self._week_start + section - 1) % DAYS_IN_WEEK + 1, form)
        if section >= len(self._weeks):
            return None
        number = week_number(self._weeks[section])
        return str(number) if role == _TEXT else tr("Week {number}", number=number)
