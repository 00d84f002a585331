"""The story of the inspector on a second screen: it moves out, follows, and comes back when closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.inspector_window import InspectorWindow
from ministrack.ui.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    return path


@pytest.fixture
def window(qtbot: QtBot, dossier: Path) -> Iterator[MainWindow]:
    yield opened(qtbot, dossier)
    for each in QApplication.topLevelWidgets():
        if isinstance(each, MainWindow):
            each.close()


def opened(qtbot: QtBot, dossier: Path) -> MainWindow:
    shown = open_window(dossier)
    shown.desk.focus.show_view("meetings")
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def own(window: MainWindow) -> InspectorWindow | None:
    found = [each for each in window.findChildren(InspectorWindow) if each.isVisible()]
    return found[0] if found else None


def meeting(window: MainWindow, number: int) -> Ref:
    return Ref("meeting", window.desk.read.find(Meeting, Compare("number", number))[0].id)


def move(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_I, CONTROL | SHIFT)


def test_it_moves_out_follows_the_focus_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.focus.select(meeting(window, 2))
    room = window.views.width()
    move(qtbot, window)
    outside = own(window)
    assert outside is not None
    assert outside.isAncestorOf(window.inspector)
    assert outside.windowTitle() == "Details of Adliyyə nazirləri — ministrack"
    assert window.views.width() > room
    assert not window.menus.commands["pane.inspector"].isChecked()
    window.desk.focus.select(meeting(window, 3))
    title = outside.findChild(QWidget, "inspector.title")
    assert title is not None
    assert "Third" in title.property("text")
    outside.close()
    assert own(window) is None
    assert window.inspector.isVisible()
    assert window.inspector.window() is window
    assert window.views.width() == room
    assert not window.menus.commands["inspector.window"].isChecked()


def test_keys_of_the_window_hold_there_too(qtbot: QtBot, window: MainWindow) -> None:
    ref = meeting(window, 2)
    window.desk.focus.select(ref)
    move(qtbot, window)
    outside = own(window)
    assert outside is not None
    window.inspector.edit_field("city")
    city = outside.findChild(QLineEdit, "field.meeting.city")
    assert city is not None
    city.selectAll()
    QTest.keyClicks(city, "Quba")
    QTest.keyClick(city, Qt.Key.Key_Return)
    outside.activateWindow()
    qtbot.waitUntil(outside.isActiveWindow)
    window.inspector.setFocus()
    QTest.keyClick(outside, Qt.Key.Key_Z, CONTROL)
    saved = window.desk.read.get(Meeting, ref.id)
    assert saved is not None
    assert saved.city == "Baku"
    QTest.keyClick(outside, Qt.Key.Key_W, CONTROL)
    assert own(window) is None
    assert window.isVisible()


def test_the_button_in_its_head_leads_out_and_back(window: MainWindow) -> None:
    window.desk.focus.select(meeting(window, 2))
    button = window.findChild(QToolButton, "inspector.move")
    assert button is not None
    button.click()
    assert own(window) is not None
    assert button.accessibleName() == "Back into the main window"
    button.click()
    assert own(window) is None
    assert button.accessibleName().startswith("In its own window")


def test_enter_in_a_table_leads_to_the_form_outside(qtbot: QtBot, window: MainWindow) -> None:
    move(qtbot, window)
    window.edit_record(meeting(window, 2))
    outside = own(window)
    assert outside is not None
    qtbot.waitUntil(outside.isActiveWindow)
    number = outside.findChild(QLineEdit, "field.meeting.number")
    assert number is not None
    assert outside.focusWidget() is number
    QTest.keyClick(number, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.isActiveWindow)


def test_what_is_half_typed_survives_the_move(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.focus.select(meeting(window, 2))
    window.inspector.edit_field("city")
    city = window.findChild(QLineEdit, "field.meeting.city")
    assert city is not None
    city.selectAll()
    QTest.keyClicks(city, "Qu")
    move(qtbot, window)
    assert city.text() == "Qu"


@pytest.mark.parametrize("width", [1024, 1440])
def test_it_is_remembered_and_comes_back_at_any_width(qtbot: QtBot, dossier: Path, width: int) -> None:
    window = opened(qtbot, dossier)
    window.resize(width, 700)
    move(qtbot, window)
    outside = own(window)
    assert outside is not None
    outside.resize(500, 600)
    window.close()
    again = opened(qtbot, dossier)
    outside = own(again)
    assert outside is not None
    assert (outside.width(), outside.height()) == (500, 600)
    assert again.menus.commands["inspector.window"].isChecked()
    again.resize(2200 - width, 700)  # folds or unfolds while it is out
    QApplication.processEvents()
    QTest.keyClick(again, Qt.Key.Key_F8)
    assert own(again) is None
    assert again.inspector.isVisible()
    assert again.inspector.window() is again
    again.close()
    last = opened(qtbot, dossier)
    assert own(last) is None
    last.close()


def test_each_of_two_windows_has_its_own(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.commands["new_window"].trigger()
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    (other,) = [each for each in windows if each is not window]
    move(qtbot, window)
    move(qtbot, other)
    window.desk.focus.select(meeting(window, 2))
    other.desk.focus.select(meeting(other, 3))
    first, second = own(window), own(other)
    assert first is not None
    assert second is not None
    assert second.windowTitle() == "Details of Adliyyə nazirləri (2) — ministrack"
    other.close()
    assert first.isVisible()
    assert window.inspector.isVisible()
