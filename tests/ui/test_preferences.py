"""What a person prefers is told to every window at once, and only when it is another value."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from ministrack.settings import Settings, ThemeChoice, WeekStart
from ministrack.ui.preferences import Preferences


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Preferences:
    return Preferences(Settings(tmp_path / "settings.json"))


def test_a_change_is_told_once_and_kept(preferences: Preferences) -> None:
    told: list[str] = []
    preferences.changed.connect(told.append)
    preferences.set(Settings.week_start, WeekStart.SUNDAY)
    preferences.set(Settings.week_start, WeekStart.SUNDAY)
    assert told == ["week_start"]
    assert Settings(preferences.settings.path).week_start is WeekStart.SUNDAY


def test_the_week_begins_as_chosen_or_as_the_system_has_it(preferences: Preferences) -> None:
    assert preferences.first_weekday == QLocale().firstDayOfWeek()
    preferences.set(Settings.week_start, WeekStart.SATURDAY)
    assert preferences.first_weekday is Qt.DayOfWeek.Saturday


def test_defaults_come_back_and_only_what_differed_is_told(preferences: Preferences) -> None:
    settings = preferences.settings
    settings.first_start_done = True
    preferences.set(Settings.theme, ThemeChoice.DARK)
    told: list[str] = []
    preferences.changed.connect(told.append)
    preferences.restore_defaults()
    assert told == ["theme"]
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.first_start_done
    assert Settings(settings.path).theme is ThemeChoice.SYSTEM
