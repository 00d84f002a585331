"""Reminders that have come: one quiet line, one edit each, and no second time for what was put aside."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ministrack.domain.record import Ref
from ministrack.domain.task import Task, TaskStatus
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from ministrack.ui import reminders
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.reminders import Reminders

TODAY = date(2026, 11, 26)


class Clock:
    """A day that a test moves on."""

    def __init__(self) -> None:
        self.day = TODAY

    def today(self) -> date:
        """What day it is."""
        return self.day


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def memory(tmp_path: Path) -> LayoutMemory:
    return LayoutMemory(tmp_path / "layout.ini")


@pytest.fixture
def strip(qtbot: QtBot, desk: Desk, memory: LayoutMemory, clock: Clock) -> Reminders:
    return shown(qtbot, desk, memory, clock)


def shown(qtbot: QtBot, desk: Desk, memory: LayoutMemory, clock: Clock) -> Reminders:
    made = Reminders(desk, memory, None, clock.today)
    qtbot.addWidget(made)
    made.resize(1000, 40)
    return made


def remember(desk: Desk, title: str, on: str, status: TaskStatus = TaskStatus.OPEN) -> Ref:
    task = Task(title=title, reminder=on, status=status)
    desk.runner.run(add_record(task))
    return Ref("task", task.id)


def said(strip: Reminders) -> str:
    label = strip.findChild(QLabel, "reminders.words")
    return label.text() if label is not None and strip.isVisible() else ""


def button(strip: Reminders, name: str) -> QPushButton:
    found = strip.findChild(QPushButton, f"reminders.{name}")
    assert found is not None
    return found


def press(strip: Reminders, name: str) -> None:
    QTest.mouseClick(button(strip, name), Qt.MouseButton.LeftButton)


def choose(strip: Reminders, name: str, words: str) -> None:
    menu = button(strip, name).menu()
    next(action for action in menu.actions() if action.text() == words).trigger()


def reminder(desk: Desk, ref: Ref) -> str | None:
    found = desk.read.get(Task, ref.id)
    assert found is not None
    return found.reminder


def test_nothing_is_said_before_the_day_nor_of_what_is_finished(strip: Reminders, desk: Desk) -> None:
    remember(desk, "Позвонить в Анкару", "2026-11-27")
    remember(desk, "Göndərmək", "2026-11-01", TaskStatus.DONE)
    assert said(strip) == ""


def test_a_reminder_that_has_come_is_said_and_done_with(strip: Reminders, desk: Desk) -> None:
    ref = remember(desk, "Позвонить в Анкару", "2026-11-25")
    assert said(strip) == "Reminder of 25 Nov 2026: Позвонить в Анкару"
    assert strip.accessibleName() == said(strip)
    assert not button(strip, "others").isVisible()
    press(strip, "done")
    assert reminder(desk, ref) is None
    assert said(strip) == ""
    assert desk.workspace.undo_label() == "Clear reminder of Позвонить в Анкару"
    desk.runner.undo()
    assert said(strip).endswith("Позвонить в Анкару")


@pytest.mark.parametrize(("words", "days"), [("Tomorrow", 1), ("In a week", 7), ("In a month", 30)])
def test_it_is_put_off(strip: Reminders, desk: Desk, clock: Clock, words: str, days: int) -> None:
    ref = remember(desk, "Şuşa protokolu", "2026-11")
    choose(strip, "later", words)
    assert reminder(desk, ref) == (TODAY + timedelta(days=days)).isoformat()
    assert said(strip) == ""
    clock.day += timedelta(days=days)
    strip.look()
    assert said(strip).endswith("Şuşa protokolu")


def test_midnight_passes_while_the_program_runs(
    qtbot: QtBot, desk: Desk, memory: LayoutMemory, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "EVERY_MS", 1)
    strip = shown(qtbot, desk, memory, clock)
    remember(desk, "Позвонить в Анкару", "2026-11-27")
    assert said(strip) == ""
    clock.day = date(2026, 11, 27)
    qtbot.waitUntil(lambda: said(strip) != "")


def test_several_are_counted_and_can_be_chosen(strip: Reminders, desk: Desk) -> None:
    first = remember(desk, "Эскиртме", "2026-11-01")
    second = remember(desk, "R&D hesabatı", "2026-11-02")
    remember(desk, "Üçüncü", "2026-11-03")
    assert said(strip).endswith("Эскиртме")
    assert button(strip, "others").text() == "and 2 more"
    choose(strip, "others", "R&&D hesabatı")
    assert said(strip).endswith("R&D hesabatı")
    press(strip, "done")
    assert reminder(desk, second) is None
    assert reminder(desk, first) == "2026-11-01"
    assert said(strip).endswith("Эскиртме")
    assert button(strip, "others").text() == "and 1 more"


def test_what_was_hidden_does_not_come_back_unless_its_date_is_another(
    qtbot: QtBot, strip: Reminders, desk: Desk, memory: LayoutMemory, clock: Clock
) -> None:
    ref = remember(desk, "Позвонить в Анкару", "2026-11-25")
    before = desk.workspace.undo_label()
    press(strip, "close")
    assert said(strip) == ""
    assert desk.workspace.undo_label() == before
    clock.day += timedelta(days=3)
    strip.look()
    assert said(strip) == ""
    assert said(shown(qtbot, desk, memory, clock)) == ""
    desk.runner.run(change_record(desk.read, ref, new={"reminder": "2026-11-26"}))
    assert said(strip) != ""


def test_the_task_is_opened_and_the_keyboard_is_given_back(
    qtbot: QtBot, strip: Reminders, desk: Desk
) -> None:
    opened, left = QSignalSpy(strip.opened), QSignalSpy(strip.left)
    ref = remember(desk, "Позвонить в Анкару", "2026-11-25")
    press(strip, "open")
    assert opened.at(0)[0] == ref
    strip.activateWindow()
    button(strip, "done").setFocus()
    qtbot.waitUntil(lambda: button(strip, "done").hasFocus())
    QTest.keyClick(button(strip, "done"), Qt.Key.Key_Space)
    assert left.count() == 1


def test_where_one_may_only_read_it_can_be_opened_and_hidden(
    qtbot: QtBot, desk: Desk, memory: LayoutMemory, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(desk, "Позвонить в Анкару", "2026-11-25")
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    strip = shown(qtbot, desk, memory, clock)
    assert said(strip) != ""
    assert not button(strip, "later").isVisible()
    assert not button(strip, "done").isVisible()
    press(strip, "close")
    assert said(strip) == ""
