"""The views as a person uses them: lists that follow filter, selection and edits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.edits.workspace import Workspace
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.models.answers import RECORD_ROLE
from ministrack.ui.style.theme import DARK
from ministrack.ui.views import view_of_table, views
from ministrack.ui.widgets.record_table import RecordTable
from ministrack.ui.widgets.record_view import RecordView
from tests.dossiers import AYGUN
from tests.ui.conftest import make_desk

ENTRIES = {entry.name: entry for entry in views()}
EXPECTED = {
    "meetings": (3, 1),
    "delegations": (6, 1),
    "people": (6, 1),
    "tasks": (5, 0),
    "documents": (2, 0),
    "bodies": (2, 0),
    "sources": (1, 1),
}
"""How many rows the sample has, and how many of them belong to Kyrgyzstan."""


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    workspace = Workspace.create(tmp_path / "Boş.ministrack", AYGUN)
    made = make_desk(workspace)
    yield made
    made.feed.stop()
    workspace.close()


def shown(qtbot: QtBot, desk: Desk, name: str) -> RecordView:
    view = ENTRIES[name].make(desk)
    assert isinstance(view, RecordView)
    qtbot.addWidget(view)
    view.resize(862, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


def party(desk: Desk, name: str) -> str:
    return desk.read.find(Party, Compare("name", name))[0].id


def meeting(desk: Desk, number: int) -> Ref:
    return Ref("meeting", desk.read.find(Meeting, Compare("number", number))[0].id)


def texts(table: RecordTable, column: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def count_text(view: RecordView) -> str:
    label = view.findChild(QLabel, "viewCount")
    assert label is not None
    return label.text()


def selected(table: RecordTable) -> list[Ref]:
    return table.selected_refs()


def click_row(table: RecordTable, row: int, modifier: Qt.KeyboardModifier | None = None) -> None:
    place = table.visualRect(table.model().index(row, 1)).center()
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        modifier or Qt.KeyboardModifier.NoModifier,
        place,
    )


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_country_narrows_every_view_and_its_count(qtbot: QtBot, desk: Desk, name: str) -> None:
    view = shown(qtbot, desk, name)
    every, kyrgyz = EXPECTED[name]
    assert view.table_widget.model().rowCount() == every
    assert count_text(view).startswith(str(every))
    desk.focus.set_filter(SharedFilter(parties=(party(desk, "Kyrgyzstan"),)))
    assert view.table_widget.model().rowCount() == kyrgyz
    assert count_text(view) == f"{kyrgyz} of {every}"
    assert view.table_widget.isVisible() == bool(kyrgyz)
    desk.focus.clear_filter()
    assert view.table_widget.model().rowCount() == every
    assert view.table_widget.isVisible()


def test_meetings_show_what_is_known_and_say_what_is_not(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    assert count_text(view) == "3 in 1 series"
    assert texts(table, 0) == ["1", "2", "3"]
    assert texts(table, 2) == ["2024", "20 Nov 2025", "2026"]
    assert texts(table, 3) == ["Astana", "Baku", "city not set"]
    assert texts(table, 4) == ["Held", "Held", "Planned"]
    assert texts(table, 5) == ["not recorded", "+OTS", "—"]
    assert texts(table, 6) == ["0", "5", "5 carried"]
    desk.runner.run(add_record(Task(title="Book the hall", made_at=meeting(desk, 3).id)))
    assert texts(table, 6) == ["0", "5", "1 + 5 carried"]


def test_the_buttons_of_presentations_stay_where_they_are(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "delegations")
    button = view.findChild(QToolButton, "presentation.attendance")
    assert button is not None
    place = button.mapTo(view, QPoint(0, 0))
    button.click()
    QTest.qWait(0)
    assert button.mapTo(view, QPoint(0, 0)) == place


def test_a_task_due_by_a_meeting_says_so_and_moves_with_it(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "tasks")
    table = view.table_widget
    row = texts(table, 0).index("Hold the third meeting")
    assert texts(table, 3)[row] == "by 3rd meeting · 2026"
    desk.runner.run(change_record(desk.read, meeting(desk, 3), new={"date": "2026-05-12"}))
    assert texts(table, 3)[row] == "by 3rd meeting · 12 May 2026"


def test_an_overdue_task_says_how_long_in_words(qtbot: QtBot, desk: Desk) -> None:
    desk.runner.run(add_record(Task(title="Протоколду жөнөтүү", due="2025-01-01")))
    view = shown(qtbot, desk, "tasks")
    table = view.table_widget
    row = texts(table, 0).index("Протоколду жөнөтүү")
    assert texts(table, 5)[row].endswith("weeks")


def test_a_click_selects_the_record_everywhere(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    click_row(table, 1)
    assert desk.focus.record == meeting(desk, 2)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert desk.focus.record == meeting(desk, 3)


def test_a_record_chosen_elsewhere_is_selected_here_without_an_echo(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    picked = QSignalSpy(table.picked)
    desk.focus.select(meeting(desk, 3))
    assert selected(table) == [meeting(desk, 3)]
    desk.focus.select(Ref("task", "another"))
    assert selected(table) == []
    assert picked.count() == 0
    click_row(table, 2)
    assert desk.focus.record == meeting(desk, 3)


def test_a_hidden_view_catches_up_when_it_is_shown(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    view.hide()
    desk.focus.set_filter(SharedFilter(parties=(party(desk, "Kazakhstan"),)))
    desk.focus.select(meeting(desk, 1))
    desk.runner.run(change_record(desk.read, meeting(desk, 1), new={"city": "Nur-Sultan"}))
    view.show()
    assert count_text(view) == "2 of 3"
    assert "Nur-Sultan" in texts(view.table_widget, 3)
    assert selected(view.table_widget) == [meeting(desk, 1)]


def test_selection_survives_filter_sorting_edits_and_removal(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    click_row(table, 1)
    click_row(table, 2, Qt.KeyboardModifier.ControlModifier)
    both = {meeting(desk, 2), meeting(desk, 3)}
    desk.focus.set_filter(SharedFilter(parties=(party(desk, "Türkiye"),)))
    assert set(selected(table)) == both
    assert table.model().rowCount() == 2
    desk.focus.clear_filter()
    desk.runner.run(change_record(desk.read, meeting(desk, 1), new={"city": "Astana"}))
    desk.runner.run(change_record(desk.read, meeting(desk, 1), new={"date": "2027"}))
    assert texts(table, 0) == ["2", "3", "1"]
    assert set(selected(table)) == both
    desk.runner.run(remove_record(desk.read, meeting(desk, 3)))
    assert selected(table) == [meeting(desk, 2)]


def test_the_record_in_focus_is_selected_again_when_the_filter_lets_it_through(
    qtbot: QtBot, desk: Desk
) -> None:
    view = shown(qtbot, desk, "meetings")
    click_row(view.table_widget, 2)
    desk.focus.set_filter(SharedFilter(parties=(party(desk, "Kyrgyzstan"),)))
    assert selected(view.table_widget) == []
    assert desk.focus.record == meeting(desk, 3)
    desk.focus.clear_filter()
    assert selected(view.table_widget) == [meeting(desk, 3)]


def test_headers_sort_and_the_arrow_stays_where_there_is_an_order(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    header = table.horizontalHeader()
    assert header.sortIndicatorSection() == 2
    press_header(table, 0)
    press_header(table, 0)
    assert texts(table, 0) == ["3", "2", "1"]
    press_header(table, 5)
    assert header.sortIndicatorSection() == 0
    assert texts(table, 0) == ["3", "2", "1"]
    press_header(table, 3)
    assert texts(table, 3) == ["Astana", "Baku", "city not set"]


def press_header(table: RecordTable, column: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_keys_open_delete_and_copy(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    opened, deleted = QSignalSpy(view.activated), QSignalSpy(view.delete_wanted)
    view.focus_content()
    click_row(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.at(0)[0] == meeting(desk, 2)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert deleted.at(0)[0] == [meeting(desk, 1), meeting(desk, 2)]
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["No.", "Meeting", "Date"]
    assert len(lines) == 3
    assert "Azerbaijan, Türkiye, Uzbekistan, Kazakhstan, Kyrgyzstan, OTS Secretariat" in lines[2]


def test_a_copied_cell_is_never_a_formula(qtbot: QtBot, desk: Desk) -> None:
    desk.runner.run(add_record(Meeting(name="=cmd|' /C calc'!A0", number=7, date="2020")))
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    click_row(table, 0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1].split("\t")[1].startswith("'=cmd")


def test_an_edit_out_of_view_keeps_the_current_row(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    click_row(table, 2)
    desk.runner.run(remove_record(desk.read, meeting(desk, 1)))
    assert table.currentIndex().data(RECORD_ROLE) == meeting(desk, 3)
    desk.runner.undo()
    assert table.currentIndex().row() == 2


def test_widths_and_sorting_are_remembered(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    view = shown(qtbot, desk, "meetings")
    press_header(view.table_widget, 1)
    view.table_widget.setColumnWidth(3, 222)
    memory = LayoutMemory(tmp_path / "window.ini")
    view.keep_layout(memory)
    other = ENTRIES["meetings"].make(desk)
    assert isinstance(other, RecordView)
    qtbot.addWidget(other)
    other.restore_layout(memory)
    other.resize(862, 500)
    other.show()
    assert other.table_widget.columnWidth(3) == 222
    assert other.table_widget.horizontalHeader().sortIndicatorSection() == 1
    assert texts(other.table_widget, 0) == ["1", "2", "3"]
    memory.keep_bytes("columns.meetingsTable", QByteArray(b"torn"))
    other.restore_layout(memory)
    assert other.table_widget.columnWidth(3) == 222


def test_columns_follow_a_wider_window(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    before = view.table_widget.columnWidth(1)
    view.resize(1300, 500)
    assert view.table_widget.columnWidth(1) > before
    assert view.table_widget.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_an_empty_view_says_what_belongs_there_and_offers_the_first_step(
    qtbot: QtBot, empty_desk: Desk, name: str
) -> None:
    view = shown(qtbot, empty_desk, name)
    wanted = QSignalSpy(view.create_wanted)
    text, button = empty_parts(view)
    assert "stand here" in text.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted.at(0)[0] == ENTRIES[name].table
    assert not view.table_widget.isVisible()


def test_what_the_filter_hides_is_said_and_one_press_shows_it(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "tasks")
    desk.focus.set_filter(SharedFilter(parties=(party(desk, "Kyrgyzstan"),)))
    text, button = empty_parts(view)
    assert text.text() == "No task matches the filter. 5 are hidden."
    assert button.text() == tr("Clear filter")
    view.focus_content()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert view.table_widget.isVisible()
    assert desk.focus.filter.is_empty


def empty_parts(view: RecordView) -> tuple[QLabel, QPushButton]:
    text, button = view.findChild(QLabel, "emptyText"), view.findChild(QPushButton, "emptyAction")
    assert text is not None
    assert button is not None
    assert text.isVisible()
    return text, button


def test_the_menu_of_a_row_edits_copies_and_deletes(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    opened, deleted = QSignalSpy(view.activated), QSignalSpy(view.delete_wanted)
    click_row(table, 1)
    table.menu_wanted.emit(QPoint(10, 10))
    menu = view.findChild(QMenu, "recordMenu")
    assert menu is not None
    actions = [action for action in menu.actions() if action.text()]
    assert [action.text() for action in actions] == ["Edit", "Copy", "Delete…"]
    for action in actions:
        action.trigger()
    menu.close()
    assert opened.at(0)[0] == meeting(desk, 2)
    assert deleted.at(0)[0] == [meeting(desk, 2)]


def test_every_row_is_painted_in_both_themes_and_without_flags(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    table = view.table_widget
    light = table.grab().toImage()
    desk.themes.set_theme(DARK)
    dark = table.grab().toImage()
    assert light != dark
    desk.flags.set_enabled(False)
    assert table.grab().toImage() != dark


def test_selecting_all_of_them_deletes_all_of_them(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "people")
    deleted = QSignalSpy(view.delete_wanted)
    view.table_widget.setFocus()
    view.table_widget.selectAll()
    QTest.keyClick(view.table_widget, Qt.Key.Key_Delete)
    assert len(deleted.at(0)[0]) == 6
    model = view.table_widget.selectionModel()
    model.select(view.table_widget.model().index(0, 0), QItemSelectionModel.SelectionFlag.Clear)


def test_each_table_has_its_view() -> None:
    listed = [entry for entry in views() if entry.table]
    assert [view_of_table(str(entry.table)) for entry in listed] == [entry.name for entry in listed]
    assert view_of_table("level") is None


def test_the_keyboard_alone_chooses_no_record(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "meetings")
    view.focus_content()
    qtbot.waitUntil(view.table_widget.hasFocus)
    assert view.table_widget.currentIndex().row() == 0
    assert desk.focus.record is None
    QTest.keyClick(view.table_widget, Qt.Key.Key_Down)
    assert desk.focus.record == meeting(desk, 2)
