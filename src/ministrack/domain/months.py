"""Months as a calendar shows them: their weeks, the numbers of the weeks, and the way from one to another."""

from calendar import monthrange
from datetime import date, timedelta

from ministrack.domain.values import dataclass

DAYS_IN_WEEK = 7
_MONTHS_IN_YEAR = 12
_FIRST_YEAR, _LAST_YEAR = 3, 9997  # a long meeting beyond them would leave the years that dates have
_THURSDAY = 4


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def shifted(self, by: int) -> "Month":
        """The month so many months later; earlier, with a number below 0."""
        years, month = divmod(self.year * _MONTHS_IN_YEAR + self.number - 1 + by, _MONTHS_IN_YEAR)
        if years < _FIRST_YEAR:
            return Month(_FIRST_YEAR, 1)
        return Month(years, month + 1) if years <= _LAST_YEAR else Month(_LAST_YEAR, _MONTHS_IN_YEAR)

    def weeks(self, week_start: int) -> list[date]:
        """The first day of each week that has a day of the month; `week_start` is 1 Monday to 7 Sunday."""
        begin = self.first - timedelta(days=(self.first.isoweekday() - week_start) % DAYS_IN_WEEK)
        count = ((self.last - begin).days // DAYS_IN_WEEK) + 1
        return [begin + timedelta(days=DAYS_IN_WEEK * week) for week in range(count)]


def month_of(day: date) -> Month:
    """The month of a day; days of years that no calendar reaches count as the nearest month."""
    return Month(day.year, day.month).shifted(0)


def within_calendar(day: date) -> date:
    """The day, or the nearest one that a calendar reaches."""
    return min(max(day, date(_FIRST_YEAR, 1, 1)), date(_LAST_YEAR, _MONTHS_IN_YEAR, 31))


def week_number(first_day: date) -> int:
    """The number (ISO 8601) of the week that begins on this day: that of its Thursday."""
    return (first_day + timedelta(days=(_THURSDAY - first_day.isoweekday()) % DAYS_IN_WEEK)).isocalendar()[1]
