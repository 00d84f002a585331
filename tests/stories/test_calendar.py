"""The story of a planned meeting that gets its day: from the tray of the calendar, with what hangs on it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views.meetings.calendar.month_table import MonthTable
from ministrack.ui.views.meetings.calendar.tray import TrayList


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "Adalet bakanları.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    return path


@pytest.fixture
def window(qtbot: QtBot, dossier: Path) -> Iterator[MainWindow]:
    shown = opened(qtbot, dossier)
    yield shown
    shown.close()


def opened(qtbot: QtBot, dossier: Path) -> MainWindow:
    shown = open_window(dossier)
    shown.resize(1440, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.desk.focus.show_view("meetings")
    return shown


def show_calendar(window: MainWindow) -> MonthTable:
    button = window.views.current().findChild(QToolButton, "presentation.calendar")
    assert button is not None
    button.click()
    table = window.findChild(MonthTable, "monthTable")
    assert table is not None
    return table


def tray(window: MainWindow) -> TrayList:
    found = window.findChild(TrayList, "calendarTray")
    assert found is not None
    return found


def third(window: MainWindow) -> Meeting:
    return window.desk.read.find(Meeting, Compare("number", 3))[0]


def test_the_third_meeting_gets_its_day_and_loses_it_again(window: MainWindow) -> None:
    table = show_calendar(window)
    table.setFocus()
    table.go_to(date(2026, 5, 4))
    window.desk.focus.select(Ref("meeting", third(window).id))
    tray(window).setFocus()
    QTest.keyClick(tray(window), Qt.Key.Key_M)
    assert QApplication.focusWidget() is table
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(table, key)
    assert third(window).date == "2026-06-11"
    title = window.findChild(QLabel, "calendarTitle")
    assert title is not None
    assert title.text() == "June 2026"
    assert window.desk.focus.record == Ref("meeting", third(window).id)
    window.menus.commands["undo"].trigger()
    assert third(window).date == "2026"
    assert tray(window).lines.index_of(Ref("meeting", third(window).id)).isValid()


def test_a_new_meeting_on_an_empty_day_has_its_date(window: MainWindow) -> None:
    table = show_calendar(window)
    table.setFocus()
    table.go_to(date(2027, 3, 18))
    QTest.keyClick(table, Qt.Key.Key_Return)
    dialog = window.findChild(QDialog, "new.meeting")
    assert dialog is not None
    shown = dialog.findChild(QLineEdit, "field.new.meeting.date")
    add = dialog.findChild(QPushButton, "new.meeting.add")
    assert shown is not None
    assert add is not None
    assert shown.text() == "18 Mar 2027"
    add.click()
    assert window.desk.read.find(Meeting, Compare("number", 4))[0].date == "2027-03-18"
    assert "4th meeting" in str(
        table.days.index_of(date(2027, 3, 18)).data(Qt.ItemDataRole.AccessibleTextRole)
    )


def test_the_calendar_comes_back_as_it_was_left(qtbot: QtBot, dossier: Path) -> None:
    window = opened(qtbot, dossier)
    show_calendar(window)
    year = window.findChild(QToolButton, "calendarZoom.year")
    assert year is not None
    year.click()
    window.close()
    again = opened(qtbot, dossier)
    year = again.findChild(QToolButton, "calendarZoom.year")
    assert year is not None
    assert year.isVisible()
    assert year.isChecked()
    again.close()
