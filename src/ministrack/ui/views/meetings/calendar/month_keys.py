"""Where the keyboard goes in a calendar: by day, week and month."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from ministrack.domain.months import DAYS_IN_WEEK, month_of, within_calendar

_DAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_IN_WEEK,
    Qt.Key.Key_Down: DAYS_IN_WEEK,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def day_after_key(key: int, day: date, *, mirrored: bool = False) -> date | None:
    """The day that a key leads to from this one; None for a key that leads nowhere."""
    if key in _DAYS:
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        step = -_DAYS[Qt.Key(key)] if mirrored and sideways else _DAYS[Qt.Key(key)]
        return within_calendar(day + timedelta(days=step))
    if key in _MONTHS:
        month = month_of(day).shifted(_MONTHS[Qt.Key(key)])
        return month.first.replace(day=min(day.day, month.last.day))
    if key == Qt.Key.Key_Home:
        return month_of(day).first
    return month_of(day).last if key == Qt.Key.Key_End else None
