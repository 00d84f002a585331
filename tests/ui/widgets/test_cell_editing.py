"""Cells edited in place: by F2, typing and double click, with the editors of the forms."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.delegation import Delegate, Delegation, Presence
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.ui.desk import Desk
from ministrack.ui.views import views
from ministrack.ui.widgets.record_table import RecordTable
from ministrack.ui.widgets.record_view import RecordView

ENTRIES = {entry.name: entry for entry in views()}


def shown(qtbot: QtBot, desk: Desk, name: str) -> RecordView:
    view = ENTRIES[name].make(desk)
    assert isinstance(view, RecordView)
    qtbot.addWidget(view)
    view.resize(1000, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.focus_content()
    qtbot.waitUntil(view.table_widget.hasFocus)
    return view


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> RecordView:
    return shown(qtbot, desk, "meetings")


@pytest.fixture
def table(view: RecordView) -> RecordTable:
    return view.table_widget


def column(table: RecordTable, name: str) -> int:
    return [each.name for each in table.records.columns].index(name)


def go_to(table: RecordTable, row: int, name: str) -> None:
    table.setCurrentIndex(table.records.index(row, column(table, name)))


def editor(table: RecordTable, name: str) -> QWidget:
    """What one types into, as it is found by its object name."""
    found = [each for each in table.findChildren(QWidget, f"field.{name}.cell") if each.isVisible()]
    assert len(found) == 1
    return found[0]


def is_open(table: RecordTable) -> bool:
    return any(each.isVisible() for each in table.findChildren(QWidget, "cellEditor"))


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def type_at(table: RecordTable, text: str) -> None:
    """Types with the keyboard at the current cell: the first letter opens the editor, which gets the rest."""
    QTest.keyClicks(table, text[0])
    line = QApplication.focusWidget()
    if line is not None and line is not table:
        QTest.keyClicks(line, text[1:])


def text(widget: QWidget, name: str) -> list[str]:
    labels = widget.findChildren(QLabel, name)
    return [label.text() for label in labels if label.isVisible()]


def meeting(desk: Desk, number: int) -> Meeting:
    return desk.read.find(Meeting, Compare("number", number))[0]


def test_typing_replaces_and_enter_stores_and_moves_down(desk: Desk, table: RecordTable) -> None:
    go_to(table, 0, "place")
    type_at(table, "Nur-Sultan")
    line = editor(table, "meeting.city")
    press(line, Qt.Key.Key_Return)
    assert meeting(desk, 1).city == "Nur-Sultan"
    assert not is_open(table)
    assert table.hasFocus()
    assert table.currentIndex().row() == 1
    assert table.currentIndex().column() == column(table, "place")
    assert (
        desk.workspace.undo_label() == "Change city of First meeting of the justice ministers to Nur-Sultan"
    )
    desk.runner.undo()
    assert meeting(desk, 1).city == "Astana"


def test_f2_keeps_the_text_and_escape_gives_up(desk: Desk, table: RecordTable) -> None:
    go_to(table, 1, "place")
    before = desk.workspace.undo_label()
    press(table, Qt.Key.Key_F2)
    line = editor(table, "meeting.city")
    assert isinstance(line, QLineEdit)
    assert line.text() == "Baku"
    assert line.accessibleName() == "Place"
    QTest.keyClicks(line, "x")
    press(line, Qt.Key.Key_Escape)
    assert not is_open(table)
    assert table.hasFocus()
    assert desk.workspace.undo_label() == before


def test_what_was_understood_of_a_date_stands_below_it(desk: Desk, table: RecordTable) -> None:
    go_to(table, 2, "date")
    press(table, Qt.Key.Key_F2)
    line = editor(table, "meeting.date")
    QTest.keyClicks(line, "autumn 2026")
    (hint,) = text(table, "hint.meeting.date.cell")
    assert "between 1 September" in hint
    press(line, Qt.Key.Key_Return)
    assert meeting(desk, 3).date == "2026-23"


def test_what_is_not_understood_stays_with_the_reason_and_nothing_is_stored(
    desk: Desk, table: RecordTable
) -> None:
    go_to(table, 2, "date")
    press(table, Qt.Key.Key_F2)
    line = editor(table, "meeting.date")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "2026-02-30")
    press(line, Qt.Key.Key_Return)
    assert is_open(table)
    assert line.property("invalid") is True
    assert line.text() == "2026-02-30"
    assert text(table, "error.meeting.date.cell")
    assert line.accessibleDescription()
    table.setFocus()  # also when it is left otherwise
    assert is_open(table)
    go_to(table, 0, "place")
    press(table, Qt.Key.Key_F2)
    assert line.hasFocus()
    assert meeting(desk, 3).date == "2026"
    press(line, Qt.Key.Key_Escape)
    assert not is_open(table)


def test_a_rule_between_records_is_told_in_the_cell(desk: Desk, table: RecordTable) -> None:
    go_to(table, 2, "number")
    type_at(table, "2")
    line = editor(table, "meeting.number")
    press(line, Qt.Key.Key_Return)
    assert "already" in text(table, "error.meeting.number.cell")[0]
    press(line, Qt.Key.Key_Escape)
    assert meeting(desk, 3).number == 3


def test_tab_stores_and_goes_on_to_the_next_cell_that_can_be_edited(desk: Desk, table: RecordTable) -> None:
    go_to(table, 2, "place")
    press(table, Qt.Key.Key_F2)
    line = editor(table, "meeting.city")
    QTest.keyClicks(line, "Ankara")
    press(line, Qt.Key.Key_Tab)
    assert meeting(desk, 3).city == "Ankara"
    box = editor(table, "meeting.status")
    assert isinstance(box, QComboBox)
    QTest.keyClicks(box, "Ann")
    press(box, Qt.Key.Key_Backtab)
    assert meeting(desk, 3).status.value == "announced"
    assert editor(table, "meeting.city").hasFocus()
    press(editor(table, "meeting.city"), Qt.Key.Key_Escape)
    go_to(table, 0, "status")
    press(table, Qt.Key.Key_F2)
    box = editor(table, "meeting.status")
    assert isinstance(box, QComboBox)
    box.hidePopup()
    press(box, Qt.Key.Key_Tab)
    assert table.currentIndex().row() == 1
    assert editor(table, "meeting.number").hasFocus()


def test_a_choice_from_the_list_is_stored_at_once(desk: Desk, table: RecordTable) -> None:
    go_to(table, 2, "status")
    press(table, Qt.Key.Key_F2)
    box = editor(table, "meeting.status")
    assert isinstance(box, QComboBox)
    assert box.view().isVisible()
    press(box.view(), Qt.Key.Key_Down)
    press(box.view(), Qt.Key.Key_Return)
    assert meeting(desk, 3).status.value == "announced"
    assert not is_open(table)
    assert table.hasFocus()


def double_click(table: RecordTable, row: int, name: str) -> None:
    place = table.visualRect(table.records.index(row, column(table, name))).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_double_click_edits_the_cell_or_opens_the_record(table: RecordTable) -> None:
    opened = QSignalSpy(table.opened)
    double_click(table, 1, "place")
    press(editor(table, "meeting.city"), Qt.Key.Key_Escape)
    assert opened.count() == 0
    double_click(table, 1, "open_tasks")
    assert opened.count() == 1
    assert not is_open(table)
    press(table, Qt.Key.Key_Return)
    assert opened.count() == 2


def test_arrows_choose_the_cell_and_derived_ones_are_not_edited(table: RecordTable) -> None:
    go_to(table, 1, "status")
    press(table, Qt.Key.Key_Right)
    assert table.currentIndex().column() == column(table, "delegations")
    press(table, Qt.Key.Key_F2)
    type_at(table, "x")
    assert not is_open(table)
    ring = table.grab().toImage()
    press(table, Qt.Key.Key_Left)
    assert table.grab().toImage() != ring


def test_a_country_is_picked_by_typing_its_beginning(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "delegations")
    table = view.table_widget
    row = [table.records.cell(each, 0).text for each in range(table.records.rowCount())].index("Türkiye")
    go_to(table, row, "party")
    type_at(table, "Hung")
    line = editor(table, "delegation.party")
    press(line, Qt.Key.Key_Return)
    hungary = desk.read.find(Party, Compare("code", "HU"))[0]
    assert desk.read.count("delegation", Compare("party", hungary.id)) == 1
    desk.runner.undo()
    assert not desk.read.find(Party, Compare("code", "HU"))


def test_head_title_and_level_of_a_delegation_are_edited_in_its_row(qtbot: QtBot, desk: Desk) -> None:
    baku = meeting(desk, 2)
    hungary = Party(name="Magyarország", code="HU")
    seat = Delegation(meeting=baku.id, party=hungary.id, status=Presence.ATTENDED)
    desk.runner.run(add_record(hungary))
    desk.runner.run(add_record(seat))
    view = shown(qtbot, desk, "delegations")
    table = view.table_widget
    row = table.records.row_of(Ref("delegation", seat.id))
    assert row is not None
    go_to(table, row, "head")
    type_at(table, "Bence Tuzson")
    press(editor(table, "delegate.person"), Qt.Key.Key_Tab)
    QTest.keyClicks(editor(table, "delegate.title"), "Minister")
    press(editor(table, "delegate.title"), Qt.Key.Key_Return)
    (head,) = desk.read.find(Delegate, Compare("delegation", seat.id))
    assert head.title == "Minister"
    assert (
        desk.read.get(Person, head.person or "") == desk.read.find(Person, Compare("name", "Bence Tuzson"))[0]
    )


def test_the_owner_of_a_task_and_its_date_take_the_place_of_another(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "tasks")
    table = view.table_widget
    (task,) = desk.read.find(Task, Compare("title", "Hold the third meeting"))
    row = table.records.row_of(Ref("task", task.id))
    assert row is not None
    go_to(table, row, "due")
    type_at(table, "2026-10-09")
    press(editor(table, "task.due"), Qt.Key.Key_Return)
    after = desk.read.get(Task, task.id)
    assert after is not None
    assert (after.due, after.due_meeting) == ("2026-10-09", None)


def test_what_another_wrote_meanwhile_is_shown_beside_and_not_overwritten(
    desk: Desk, table: RecordTable
) -> None:
    go_to(table, 2, "place")
    type_at(table, "Ankara")
    ref = Ref("meeting", meeting(desk, 3).id)
    desk.workspace.run(change_record(desk.read, ref, new={"city": "İzmir"}))
    line = editor(table, "meeting.city")
    press(line, Qt.Key.Key_Return)
    assert is_open(table)
    assert meeting(desk, 3).city == "İzmir"
    keep = table.findChild(QWidget, "keepMine.meeting.city.cell")
    assert keep is not None
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert meeting(desk, 3).city == "Ankara"


def test_a_record_deleted_elsewhere_takes_its_editor_along(desk: Desk, table: RecordTable) -> None:
    go_to(table, 0, "place")
    press(table, Qt.Key.Key_F2)
    desk.workspace.run(remove_record(desk.read, Ref("meeting", meeting(desk, 1).id)))
    assert not is_open(table)


def test_a_cell_at_the_bottom_shows_its_reason_inside_the_table(desk: Desk, table: RecordTable) -> None:
    for number in range(4, 40):
        desk.workspace.run(add_record(Meeting(name=f"Görüş {number}", number=number, date="2030")))
    last = table.records.rowCount() - 1
    table.scrollToBottom()
    go_to(table, last, "date")
    type_at(table, "x")
    press(editor(table, "meeting.date"), Qt.Key.Key_Return)
    QApplication.processEvents()
    (frame,) = [each for each in table.findChildren(QWidget, "cellEditor") if each.isVisible()]
    assert table.viewport().rect().contains(frame.geometry())
    press(editor(table, "meeting.date"), Qt.Key.Key_Escape)


def test_the_model_says_which_cells_can_be_edited(desk: Desk, table: RecordTable) -> None:
    QAbstractItemModelTester(table.records, QAbstractItemModelTester.FailureReportingMode.Fatal)
    editable = [
        bool(table.records.index(0, place).flags() & Qt.ItemFlag.ItemIsEditable)
        for place in range(table.records.columnCount())
    ]
    assert editable == [True, True, True, True, True, False, False]
    table.records.let_edit(False)
    press(table, Qt.Key.Key_F2)
    assert not is_open(table)


def test_copied_rows_are_text_and_a_table_without_formulas(desk: Desk, table: RecordTable) -> None:
    desk.workspace.run(add_record(Meeting(name="=cmd|' /C calc'!A0", number=7, date="2020")))
    table.selectAll()
    copy = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(table, copy)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[1].split("\t")[1] == "'=cmd|' /C calc'!A0"
    assert "<td>&#x27;=cmd|" in data.html()
    assert data.html().count("<tr>") == 5
