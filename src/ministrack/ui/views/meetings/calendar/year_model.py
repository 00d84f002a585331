"""A year as a Qt model: twelve months, each with the number of meetings on its days."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ministrack.domain.filters import SharedFilter
from ministrack.domain.known_days import days_from, known_days
from ministrack.domain.language import tr, trn
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.months import Month
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.ui.day_words import day_in_words
from ministrack.ui.views.meetings.calendar.entries import known_between
from ministrack.ui.views.meetings.calendar.words import month_in_words

MONTHS = 12
_NAMED = 12  # days of a month that are read out
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(slots=True)
class OnDay:
    """The meetings of one day: how many, and how many of them were held."""

    count: int = 0
    held: int = 0


class YearModel(QAbstractTableModel):
    """The months of a year in so many columns, as the dossier was when it was read."""

    def __init__(self, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._columns = 4
        self.year = date.today().year
        self._days: dict[date, OnDay] = {}
        self._months = [0] * MONTHS

    def show(self, year: int, shared: SharedFilter) -> None:
        """Reads a year anew."""
        first, last = date(year, 1, 1), date(year, MONTHS, 31)
        found = self._read.counted_by_date("meeting", "date", known_between(shared, first, last))
        self.beginResetModel()
        self.year, self._days, self._months = year, {}, [0] * MONTHS
        for edtf, status, count in found:
            days = known_days(edtf)
            if days is not None and days[0] <= last and days[1] >= first:
                self._add(days_from(max(days[0], first), min(days[1], last)), status, count)
        self.endResetModel()

    def set_columns(self, columns: int) -> None:
        """Shows the months in so many columns, a divisor of twelve."""
        if columns != self._columns:
            self.beginResetModel()
            self._columns = columns
            self.endResetModel()

    def month(self, index: Index) -> Month:
        """The month of a cell."""
        return Month(self.year, index.row() * self._columns + index.column() + 1)

    def index_of(self, number: int) -> QModelIndex:
        """The cell of a month, 1 to 12."""
        return self.index(*divmod(number - 1, self._columns))

    def on_day(self, day: date) -> OnDay | None:
        """What is on a day, if anything."""
        return self._days.get(day)

    def count(self) -> int:
        """How many meetings have a day in the year; one that lasts into the next month counts in both."""
        return sum(self._months)

    def count_of(self, month: Month) -> int:
        """How many meetings have a day in a month."""
        return self._months[month.number - 1]

    def _add(self, days: list[date], status: str, count: int) -> None:
        for day in days:
            on_day = self._days.setdefault(day, OnDay())
            on_day.count += count
            on_day.held += count if status == MeetingStatus.HELD.value else 0
        for number in {day.month for day in days}:
            self._months[number - 1] += count

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else MONTHS // self._columns

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return month_in_words(self.month(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self.month(index))
        return None

    def _spoken(self, month: Month) -> str:
        count = self.count_of(month)
        said = trn("{month}, {n} meeting", "{month}, {n} meetings", count, month=month_in_words(month))
        days = [day for day in days_from(month.first, month.last) if day in self._days]
        if not days:
            return said
        listed = ", ".join(day_in_words(day) for day in days[:_NAMED])
        if len(days) > _NAMED:
            listed = trn(
                "{days} and {n} more day", "{days} and {n} more days", len(days) - _NAMED, days=listed
            )
        return tr("{month}: {days}", month=said, days=listed)
