"""What the person prefers, for every part of every window to read and to follow."""

from typing import TypeVar

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from ministrack.settings import Settings, WeekStart, declared
from ministrack.settings.setting import Setting

V = TypeVar("V")

_DAYS = {
    WeekStart.MONDAY: Qt.DayOfWeek.Monday,
    WeekStart.SATURDAY: Qt.DayOfWeek.Saturday,
    WeekStart.SUNDAY: Qt.DayOfWeek.Sunday,
}


class Preferences(QObject):
    """One for all windows of a run. Read the values in `settings`, and set them here.

    Signals: `changed(str)` with the name of a setting that has another value now.
    """

    changed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings

    @property
    def first_weekday(self) -> Qt.DayOfWeek:
        """The day in the first column of a calendar; follow `changed("week_start")`."""
        return _DAYS.get(self.settings.week_start) or QLocale().firstDayOfWeek()

    def value(self, setting: Setting[V]) -> V:
        """The value of a setting."""
        return setting.__get__(self.settings, Settings)

    def set(self, setting: Setting[V], value: V) -> None:
        """Stores a value and tells everybody, unless it is the same."""
        if value != self.value(setting):
            setting.__set__(self.settings, value)
            self.changed.emit(setting.key)

    def restore_defaults(self) -> None:
        """Lets the default of every setting hold that a person can set."""
        seen = [each for each in declared() if not each.hidden]
        before = {each.key: self.value(each) for each in seen}
        self.settings.forget_set(before)
        for each in seen:
            if self.value(each) != before[each.key]:
                self.changed.emit(each.key)
