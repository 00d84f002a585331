"""The story of the board: a promise is moved to done, by key and through the menu, and everything follows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views.tasks.board.cards import CardList
from ministrack.ui.widgets.pill import Pill
from ministrack.ui.widgets.record_table import RecordTable

MOVE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.desk.focus.show_view("tasks")
    yield shown
    if isValid(shown):
        shown.close()


def show(window: MainWindow, presentation: str) -> None:
    button = window.findChild(QToolButton, f"presentation.{presentation}")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def cards(window: MainWindow, status: str) -> CardList:
    found = window.findChild(CardList, f"board.{status}")
    assert found is not None
    return found


def titles(window: MainWindow, status: str) -> list[str]:
    deck = cards(window, status).deck
    return [str(deck.index(row).data()) for row in range(deck.rowCount())]


def click(listed: CardList, row: int = 0) -> None:
    place = listed.visualRect(listed.deck.index(row)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_card_moved_by_key_is_one_step_that_shows_everywhere(window: MainWindow) -> None:
    show(window, "board")
    click(cards(window, "open"))
    QTest.keyClick(cards(window, "open"), Qt.Key.Key_Right, MOVE)
    pill = window.inspector.findChild(Pill, "inspector.status")
    assert pill is not None
    assert pill.text() == "In progress"
    assert "Hold the third meeting" in titles(window, "in progress")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Hold the third meeting" in titles(window, "open")
    assert pill.text() == "Open"


def test_a_card_moved_to_the_last_column_is_brought_into_view(window: MainWindow) -> None:
    window.resize(1024, 640)
    show(window, "board")
    click(cards(window, "open"))
    for status in ("open", "in progress", "partly", "done", "dropped"):
        assert cards(window, status).hasFocus()
        QTest.keyClick(cards(window, status), Qt.Key.Key_Right, MOVE)
    last = cards(window, "superseded")
    assert last.hasFocus()
    assert titles(window, "superseded") == ["Hold the third meeting"]
    right = last.mapTo(window.views, QPoint(last.width(), 0)).x()
    assert 0 < right <= window.views.width()


def test_enter_on_a_card_leads_to_its_form(window: MainWindow) -> None:
    show(window, "board")
    click(cards(window, "in progress"), 1)
    QTest.keyClick(cards(window, "in progress"), Qt.Key.Key_Return)
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "field.task.title"


def test_the_board_is_shown_again_next_time(qtbot: QtBot, window: MainWindow) -> None:
    path = window.desk.workspace.path
    show(window, "board")
    window.close()
    again = open_window(path)
    with qtbot.waitExposed(again):
        again.show()
    again.desk.focus.show_view("tasks")
    assert cards(again, "open").isVisible()
    again.close()


def test_several_rows_of_the_table_take_a_status_from_the_menu(window: MainWindow) -> None:
    table = window.findChild(RecordTable, "tasksTable")
    assert table is not None
    table.selectAll()
    table.menu_wanted.emit(QPoint(0, 0))
    statuses = window.findChild(QMenu, "statusMenu")
    assert statuses is not None
    assert not any(action.isChecked() for action in statuses.actions())  # they have different ones
    next(action for action in statuses.actions() if action.text() == "Done").trigger()
    assert {task.status.value for task in window.desk.read.find(Task)} == {"done"}
    window.menus.commands["undo"].trigger()
    assert {task.status.value for task in window.desk.read.find(Task)} == {"open", "in progress"}


def test_what_an_earlier_meeting_left_is_said_to_be_carried(window: MainWindow) -> None:
    first = window.desk.read.find(Meeting, Compare("number", 1))[0]
    task = Task(title="Подготовить проект соглашения", made_at=first.id)
    window.desk.workspace.run(add_record(task))
    window.desk.focus.select(Ref("task", task.id))
    link = window.inspector.findChild(TextLink, "inspector.belongs.0")
    assert link is not None
    assert link.text() == "carried from 1st meeting, Astana"
    table = window.findChild(RecordTable, "tasksTable")
    assert table is not None
    row = table.records.row_of(Ref("task", task.id))
    assert row is not None
    assert table.records.cell(row, 2).words == "carried from 1st · Astana"
    show(window, "board")
    assert "carried from 1st · Astana" in str(
        cards(window, "open")
        .deck.index(titles(window, "open").index(task.title))
        .data(Qt.ItemDataRole.AccessibleTextRole)
    )


def test_a_task_due_before_a_meeting_moves_with_it_on_the_board(window: MainWindow) -> None:
    show(window, "board")
    third = window.desk.read.find(Meeting, Compare("number", 3))[0]
    late = {"date": "2026-05-12"}
    window.desk.workspace.run(change_record(window.desk.read, Ref("meeting", third.id), new=late))
    deck = cards(window, "open").deck
    said = str(deck.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "due: by 3rd meeting · 12 May 2026" in said
    assert "overdue by" in said
    window.desk.workspace.run(
        change_record(window.desk.read, Ref("meeting", third.id), new={"date": "2099-05-12"})
    )
    said = str(deck.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "due: by 3rd meeting · 12 May 2099" in said
    assert "overdue" not in said
    count = window.findChild(QLabel, "board.open.count")
    assert count is not None
    assert count.text() == "2"
