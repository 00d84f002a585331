"""Days with the names of their weekdays, for people and for assistive tools."""

from datetime import date

from PySide6.QtCore import QLocale

from ministrack.domain.dates import show_long
from ministrack.domain.language import interface_language, tr


def weekday(number: int, form: QLocale.FormatType = QLocale.FormatType.LongFormat) -> str:
    """The name of a day of the week, 1 Monday to 7 Sunday."""
    return QLocale(interface_language()).standaloneDayName(number, form)


def day_in_words(day: date) -> str:
    """ "Thursday 20 November 2025"."""
    return tr(
        "{weekday} {day}",
        weekday=weekday(day.isoweekday()),
        day=show_long(day.isoformat(), interface_language()),
    )
