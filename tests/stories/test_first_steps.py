"""The story of the first afternoon: four steps on the sample, each ticked when done, away for good."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ministrack import paths
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.program import Program
from ministrack.settings import Settings
from ministrack.ui.main_window import MainWindow
from ministrack.ui.welcome.strip import WelcomeStrip

NAMES = ("country", "level", "date", "owed")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    shown = first_start(qtbot, qapp)
    yield shown
    shown.close()


def first_start(qtbot: QtBot, app: QApplication) -> MainWindow:
    shown = Program(app, Settings(paths.settings_file())).open_usual()
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def strip(window: MainWindow) -> WelcomeStrip | None:
    return window.findChild(WelcomeStrip)


def step(window: MainWindow, name: str) -> QPushButton:
    button = window.findChild(QPushButton, f"firstStep.{name}")
    assert isinstance(button, QPushButton)
    return button


def done(window: MainWindow) -> list[str]:
    return [name for name in NAMES if step(window, name).accessibleName().endswith(", done")]


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_step_leads_there_and_is_ticked(window: MainWindow) -> None:
    assert done(window) == []
    click(step(window, "country"))
    assert done(window) == ["country"]
    country = window.desk.read.find(Party, Compare("code", "KG"))[0]
    assert window.desk.focus.filter.parties == (country.id,)
    click(step(window, "level"))
    assert window.desk.focus.view == "delegations"
    assert done(window) == ["country", "level"]
    click(step(window, "owed"))
    assert window.desk.focus.view == "tasks"
    assert window.desk.focus.filter.is_empty
    assert done(window) == ["country", "level", "owed"]


def test_the_date_is_ticked_when_it_is_given_and_not_before(window: MainWindow) -> None:
    click(step(window, "date"))
    third = window.desk.read.find(Meeting, Compare("number", 3))[0]
    assert window.desk.focus.record == Ref("meeting", third.id)
    assert window.focusWidget().objectName() == "field.meeting.date"
    assert done(window) == []
    window.desk.runner.attempt(
        change_record(window.desk.read, Ref("meeting", third.id), new={"date": "2026-23"})
    )
    assert done(window) == ["date"]


def test_steps_done_in_another_way_are_noticed(window: MainWindow) -> None:
    country = window.desk.read.find(Party, Compare("code", "KG"))[0]
    window.desk.focus.set_filter(SharedFilter(parties=(country.id,)))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert done(window) == ["country", "owed"]


def test_ticks_last_until_the_next_start(qtbot: QtBot, qapp: QApplication) -> None:
    first = first_start(qtbot, qapp)
    click(step(first, "owed"))
    first.close()
    again = first_start(qtbot, qapp)
    assert done(again) == ["owed"]
    again.close()


def test_closed_once_it_never_comes_back(qtbot: QtBot, qapp: QApplication) -> None:
    first = first_start(qtbot, qapp)
    close = first.findChild(QPushButton, "closeWelcome")
    assert isinstance(close, QPushButton)
    click(close)
    shown = strip(first)
    assert shown is not None
    assert not shown.isVisible()
    assert first.focusWidget().objectName() == "meetingsTable"
    first.close()
    again = first_start(qtbot, qapp)
    assert strip(again) is None
    again.close()


def test_the_sample_itself_is_not_taken_back_by_one_undo_too_many(window: MainWindow) -> None:
    assert not window.menus.commands["undo"].isEnabled()
    assert window.desk.workspace.undo_label() is None
    assert window.desk.read.count("meeting") == 3
