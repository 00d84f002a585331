"""The story of a hand that never leaves the keyboard: F6 from pane to pane, Escape back to the table."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views import views

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
PANES = ["navigation", "filterBar", "viewStack", "inspector", "timeline"]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Ədliyyə.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.desk.focus.select(Ref("meeting", shown.desk.read.find(Meeting, Compare("number", 2))[0].id))
    yield shown
    shown.close()


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.focusWidget(), key, held)


def pane(window: MainWindow) -> str:
    """The pane that has the keyboard."""
    part: QWidget | None = window.focusWidget()
    while part is not None and part.objectName() not in PANES:
        part = part.parentWidget()
    return part.objectName() if part is not None else ""


def test_f6_visits_every_pane_and_comes_back(window: MainWindow) -> None:
    assert pane(window) == "viewStack"
    seen = []
    for _ in PANES:
        press(window, Qt.Key.Key_F6)
        seen.append(pane(window))
    assert seen == ["inspector", "timeline", "navigation", "filterBar", "viewStack"]
    press(window, Qt.Key.Key_F6, SHIFT)
    assert pane(window) == "filterBar"
    press(window, Qt.Key.Key_F6, SHIFT)
    assert pane(window) == "navigation"


def test_a_hidden_pane_is_left_out(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F9)
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_F6)
    assert pane(window) == "navigation"


@pytest.mark.parametrize("steps", range(1, len(PANES)))
def test_escape_leads_back_to_the_table(window: MainWindow, steps: int) -> None:
    table = window.focusWidget()
    for _ in range(steps):
        press(window, Qt.Key.Key_F6)
    assert window.focusWidget() is not table
    press(window, Qt.Key.Key_Escape)
    assert window.focusWidget() is table


@pytest.mark.parametrize("view", [entry.name for entry in views()])
def test_every_view_takes_the_keyboard(window: MainWindow, view: str) -> None:
    window.desk.focus.show_view(view)
    press(window, Qt.Key.Key_Escape)
    assert pane(window) == "viewStack"
    assert window.focusWidget() is not window.views.current()


def test_what_was_stored_and_undone_is_said(window: MainWindow) -> None:
    said = window.findChild(QWidget, "status.saved")
    assert isinstance(said, QWidget)
    second = window.desk.read.find(Meeting, Compare("number", 2))[0]
    window.desk.runner.run(change_record(window.desk.read, Ref("meeting", second.id), new={"city": "Şuşa"}))
    assert said.accessibleDescription().startswith("Saved: ")
    assert "Şuşa" in said.accessibleDescription()
    window.desk.runner.undo()
    assert said.accessibleDescription().startswith("Saved: Undo: ")
