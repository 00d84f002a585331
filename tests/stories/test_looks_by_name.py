"""The story of somebody without a mouse who wants the board, the matrix, the calendar, and other columns."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ministrack.ui.main_window import MainWindow


def call(window: MainWindow, words: str) -> None:
    """Types the name of a command into the search and runs the first one."""
    window.focus_search()
    QTest.keyClicks(window.top_bar.search, f">{words}")
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("words", "view", "shown"),
    [
        ("board", "tasks", "tasksBoard"),
        ("attendance", "delegations", "attendanceMatrix"),
        ("calendar", "meetings", "meetingsCalendar"),
    ],
)
def test_another_look_is_called_by_its_name_and_left_again(
    window: MainWindow, words: str, view: str, shown: str
) -> None:
    call(window, words)
    assert window.desk.focus.view == view
    look = window.findChild(QWidget, shown)
    assert look is not None
    assert look.isVisible()
    keyboard = QApplication.focusWidget()
    assert keyboard is not None
    assert keyboard is look or look.isAncestorOf(keyboard)
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not look.isVisible()
    assert window.desk.focus.view == view


def test_columns_are_offered_by_name(window: MainWindow) -> None:
    call(window, "columns")
    popup = window.findChild(QWidget, "columnsPopup")
    assert popup is not None
    assert popup.isVisible()
    popup.close()
