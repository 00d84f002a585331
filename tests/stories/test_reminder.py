"""The story of a reminder: it stands above the views, leads to its task, and is gone."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow
from ministrack.ui.reminders import Reminders


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    workspace = create_sample(path, Identity("Aygün", "desk-1"))
    task = next(each for each in workspace.read.find(Task) if "Forensic" in each.title)
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    workspace.run(change_record(workspace.read, Ref("task", task.id), new={"reminder": yesterday}))
    workspace.close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def strip(window: MainWindow) -> Reminders:
    found = window.findChild(Reminders, "reminders")
    assert found is not None
    return found


def press(window: MainWindow, name: str) -> None:
    button = window.findChild(QPushButton, f"reminders.{name}")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_reminder_leads_to_its_task_and_is_done_with(window: MainWindow) -> None:
    assert strip(window).isVisible()
    window.desk.focus.show_view("meetings")
    press(window, "open")
    assert window.desk.focus.view == "tasks"
    assert window.desk.focus.record is not None
    assert "Forensic" in window.desk.read.label(window.desk.focus.record)
    press(window, "done")
    assert not strip(window).isVisible()
    window.menus.commands["undo"].trigger()
    assert strip(window).isVisible()


def test_a_hidden_reminder_stays_hidden_next_time(qtbot: QtBot, window: MainWindow) -> None:
    path = window.desk.workspace.path
    press(window, "close")
    assert not strip(window).isVisible()
    again = open_window(path)
    with qtbot.waitExposed(again):
        again.show()
    assert not strip(again).isVisible()
    again.close()


def test_a_task_that_is_finished_needs_no_reminder(window: MainWindow) -> None:
    desk = window.desk
    task = next(each for each in desk.read.find(Task) if each.reminder)
    desk.runner.run(change_record(desk.read, Ref("task", task.id), new={"status": "done"}))
    assert not strip(window).isVisible()
