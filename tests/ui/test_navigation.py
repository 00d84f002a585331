"""The navigation as a person uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.task import Task
from ministrack.edits.records import add_record
from ministrack.ui.desk import Desk
from ministrack.ui.models.places import SHOWN_ROLE
from ministrack.ui.navigation import Navigation


@pytest.fixture
def navigation(qtbot: QtBot, desk: Desk) -> Navigation:
    made = Navigation(desk)
    qtbot.addWidget(made)
    made.resize(204, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def spoken(navigation: Navigation) -> list[str]:
    model = navigation.list.model()
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())
    ]


def click(places: QListView, text: str) -> None:
    model = places.model()
    row = next(row for row in range(model.rowCount()) if str(model.index(row, 0).data()) == text)
    QTest.mouseClick(
        places.viewport(), Qt.MouseButton.LeftButton, pos=places.visualRect(model.index(row, 0)).center()
    )


def test_views_say_what_they_hold(navigation: Navigation) -> None:
    assert spoken(navigation) == [
        "Overview",
        "Meetings, 3",
        "Delegations, 6",
        "People, 6",
        "Tasks, 5",
        "Documents, 2",
        "Bodies, 2",
        "Sources, 1",
        "Unknown",
        "Series",
        "OTS · Justice ministers",
    ]


def test_counts_follow_the_filter_and_edits(navigation: Navigation, desk: Desk) -> None:
    kyrgyzstan = desk.read.find(Party, Compare("code", "KG"))[0].id
    desk.focus.set_filter(SharedFilter(parties=(kyrgyzstan,)))
    assert spoken(navigation)[1:5] == ["Meetings, 1", "Delegations, 1", "People, 1", "Tasks, 0"]
    desk.focus.clear_filter()
    desk.runner.run(add_record(Meeting(name="Дөртүнчү жолугушуу", date="2027")))
    assert spoken(navigation)[1] == "Meetings, 4"
    desk.runner.undo()
    assert spoken(navigation)[1] == "Meetings, 3"


def test_overdue_tasks_are_counted_in_words(navigation: Navigation, desk: Desk) -> None:
    desk.runner.run(add_record(Task(title="Taslağı gönder", due="2025-03")))
    assert spoken(navigation)[4] == "Tasks, 6, 1 overdue"
    assert not navigation.list.grab().toImage().isNull()


def test_a_hidden_navigation_catches_up(navigation: Navigation, desk: Desk) -> None:
    navigation.hide()
    desk.runner.run(add_record(Meeting(name="Dördüncü görüş", date="2027")))
    navigation.show()
    assert spoken(navigation)[1] == "Meetings, 4"


def test_a_click_shows_a_view(navigation: Navigation, desk: Desk) -> None:
    click(navigation.list, "Tasks")
    assert desk.focus.view == "tasks"
    desk.focus.show_view("people")
    model = navigation.list.model()
    shown = [str(model.index(row, 0).data()) for row in range(8) if model.index(row, 0).data(SHOWN_ROLE)]
    assert shown == ["People"]


def test_arrows_step_through_views_and_wait_at_series(navigation: Navigation, desk: Desk) -> None:
    navigation.list.setFocus()
    QTest.keyClick(navigation.list, Qt.Key.Key_Down)
    assert desk.focus.view == "delegations"
    for _ in range(7):
        QTest.keyClick(navigation.list, Qt.Key.Key_Down)
    assert desk.focus.view == "unknown"
    assert str(navigation.list.currentIndex().data()) == "OTS · Justice ministers"
    assert desk.focus.filter.is_empty
    QTest.keyClick(navigation.list, Qt.Key.Key_Return)
    assert len(desk.focus.filter.series) == 1
    assert spoken(navigation)[-1] == "OTS · Justice ministers, the window is narrowed to it"
    QTest.keyClick(navigation.list, Qt.Key.Key_Space)
    assert desk.focus.filter.is_empty


def test_a_click_on_a_series_narrows_and_widens(navigation: Navigation, desk: Desk) -> None:
    click(navigation.list, "OTS · Justice ministers")
    assert len(desk.focus.filter.series) == 1
    click(navigation.list, "OTS · Justice ministers")
    assert desk.focus.filter.is_empty
