"""The story of two windows on one dossier: each looks where it likes, both show what is written in either."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    window = open_window(path)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    for left in windows():
        left.close()


def windows() -> list[MainWindow]:
    shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return [each for each in shown if isinstance(each, MainWindow)]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, key, held)


def another(qtbot: QtBot, window: MainWindow) -> MainWindow:
    before = windows()
    press(qtbot, window, Qt.Key.Key_N, CONTROL | SHIFT)
    (new,) = [each for each in windows() if each not in before]
    qtbot.waitUntil(new.isActiveWindow)
    return new


def meeting(window: MainWindow, number: int) -> Ref:
    return Ref("meeting", window.desk.read.find(Meeting, Compare("number", number))[0].id)


def type_city(window: MainWindow, ref: Ref, text: str) -> QLineEdit:
    window.desk.focus.open("meetings", ref)
    window.inspector.edit_field("city")
    city = window.findChild(QLineEdit, "field.meeting.city")
    assert city is not None
    city.selectAll()
    QTest.keyClicks(city, text)
    return city


def test_titles_tell_them_apart(qtbot: QtBot, first: MainWindow) -> None:
    second = another(qtbot, first)
    third = another(qtbot, second)
    assert [each.windowTitle() for each in (first, second, third)] == [
        "Adliyyə nazirləri — ministrack",
        "Adliyyə nazirləri (2) — ministrack",
        "Adliyyə nazirləri (3) — ministrack",
    ]
    second.close()
    assert another(qtbot, third).windowTitle() == "Adliyyə nazirləri (2) — ministrack"
    assert first.pos() != third.pos()


def test_it_begins_where_the_first_one_is_and_then_goes_its_own_way(qtbot: QtBot, first: MainWindow) -> None:
    held = SharedFilter(meeting_statuses=("held",))
    first.desk.focus.open("meetings", meeting(first, 2))
    first.desk.focus.set_filter(held)
    second = another(qtbot, first)
    assert (second.desk.focus.record, second.desk.focus.filter) == (meeting(first, 2), held)
    second.desk.focus.clear_filter()
    second.desk.focus.show_view("tasks")
    assert first.desk.focus.filter == held
    assert first.desk.focus.view == "meetings"


def test_what_is_written_in_one_shows_in_the_other_at_once_and_either_takes_it_back(
    qtbot: QtBot, first: MainWindow
) -> None:
    second = another(qtbot, first)
    ref = meeting(first, 2)
    second.desk.focus.open("meetings", ref)
    shown = second.findChild(QLineEdit, "field.meeting.city")
    assert shown is not None
    before = shown.text()
    QTest.keyClick(type_city(first, ref, "Quba"), ENTER)
    assert shown.text() == "Quba"
    assert second.menus.commands["undo"].text() == first.menus.commands["undo"].text()
    second.menus.commands["undo"].trigger()
    again = first.findChild(QLineEdit, "field.meeting.city")
    assert again is not None
    assert (shown.text(), again.text()) == (before, before)


def test_many_edits_from_both_never_wait_for_each_other(qtbot: QtBot, first: MainWindow) -> None:
    second = another(qtbot, first)
    ref = meeting(first, 2)
    for number in range(6):
        window = (first, second)[number % 2]
        QTest.keyClick(type_city(window, ref, f"Quba {number}"), ENTER)
    saved = first.desk.read.get(Meeting, ref.id)
    assert saved is not None
    assert saved.city == "Quba 5"
    assert not QApplication.activeModalWidget()


def test_closing_one_leaves_the_other_at_work(qtbot: QtBot, first: MainWindow) -> None:
    second = another(qtbot, first)
    press(qtbot, first, Qt.Key.Key_W, CONTROL)
    assert windows() == [second]
    QTest.keyClick(type_city(second, meeting(second, 2), "Quba"), ENTER)
    saved = second.desk.read.get(Meeting, meeting(second, 2).id)
    assert saved is not None
    assert saved.city == "Quba"


def test_its_own_layout_is_remembered(qtbot: QtBot, first: MainWindow) -> None:
    second = another(qtbot, first)
    first.resize(1500, 950)
    second.resize(1100, 700)
    second.close()
    first.close()
    window = open_window(first.desk.workspace.path)
    with qtbot.waitExposed(window):
        window.show()
    assert window.width() == 1500
    assert another(qtbot, window).width() == 1100


def test_quit_closes_all_and_asks_where_something_cannot_be_stored(qtbot: QtBot, first: MainWindow) -> None:
    second = another(qtbot, first)
    second.desk.focus.open("meetings", meeting(second, 2))
    second.inspector.edit_field("date")
    date = second.findChild(QLineEdit, "field.meeting.date")
    assert date is not None
    date.selectAll()
    QTest.keyClicks(date, "some day or other")
    press(qtbot, first, Qt.Key.Key_Q, CONTROL)
    assert windows() == [second]
    box = second.findChild(QMessageBox, "leaveQuestion")
    assert box is not None
    box.reject()
    assert windows() == [second]
    third = another(qtbot, second)
    press(qtbot, third, Qt.Key.Key_Q, CONTROL)
    boxes = [each for each in second.findChildren(QMessageBox, "leaveQuestion") if each.isVisible()]
    assert set(windows()) == {second, third}
    leave = boxes[0].findChild(QPushButton, "leaveQuestion.accept")
    assert leave is not None
    leave.click()
    assert not windows()
