"""Editing at speed, by keyboard alone: many records at once, and a delegation list of ten."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ministrack.app import open_window
from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.edits.workspace import Identity
from ministrack.paths import settings_file
from ministrack.program import create_sample
from ministrack.settings import Settings
from ministrack.ui.dialogs.bulk import BulkEdit
from ministrack.ui.dialogs.entering.dialog import EnterLines
from ministrack.ui.main_window import MainWindow
from ministrack.ui.widgets.record_view import RecordView

CONTROL = Qt.KeyboardModifier.ControlModifier

LIST = """Country\tPosition\tName
Türkiye\tMinister of Justice\tYılmaz Tunç
Azerbaijan\tMinister of Justice\tFarid Ahmadov
Kazakhstan\tMinister of Justice\tYerlan Sarsembayev
Kyrgyz Republic\tDeputy Minister of Justice\tIskender Sydygaliev
Uzbekistan\tMinister of Justice\tAkbar Tashkulov
Hungary\tState Secretary\tBence Tuzson
Turkmenistan\tAmbassador\tŞatlyk Annaýew
OTS Secretariat\tSecretary General\tKubanychbek Omuraliev
Turkic Academy\tPresident of the Academy\tShahin Mustafayev
Tajikistan\tMinister\tКаримзода Рустам
"""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Türk Dövletleri.ministrack"
    create_sample(path, Identity("Aygün", Settings(settings_file()).desk)).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    yield shown
    if isValid(shown):
        for dialog in shown.findChildren(QDialog):
            dialog.done(0)
        shown.close()


def meeting(window: MainWindow, number: int) -> Meeting:
    return window.desk.read.find(Meeting, Compare("number", number))[0]


def view_table(qtbot: QtBot, window: MainWindow, name: str) -> QTableView:
    window.menus.commands[f"view.{name}"].trigger()
    table = window.findChild(QTableView, f"{name}Table")
    assert table is not None
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    return table


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    (found,) = window.findChildren(kind)
    assert found.isVisible()
    return found


def button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def cells(dialog: QDialog, name: str) -> list[list[str]]:
    table = dialog.findChild(QTableView, name)
    assert table is not None
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def seats(window: MainWindow, number: int) -> list[Delegation]:
    return window.desk.read.find(Delegation, Compare("meeting", meeting(window, number).id))


def test_a_field_of_all_selected_meetings_is_changed_with_a_preview(qtbot: QtBot, window: MainWindow) -> None:
    table = view_table(qtbot, window, "meetings")
    table.selectAll()
    window.menus.commands["change_all"].trigger()
    dialog = dialog_of(window, BulkEdit)
    box = dialog.findChild(QComboBox, "field.bulkEdit.value")
    assert box is not None
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    QTest.keyClick(dialog, Qt.Key.Key_Tab)  # from the field straight on to its value
    assert dialog.focusWidget() is box
    QTest.keyClicks(box, "Postp")
    qtbot.waitUntil(lambda: "Postponed" in str(cells(dialog, "bulkEdit.preview")))
    assert [line[1:] for line in cells(dialog, "bulkEdit.preview")] == [
        ["Held", "Postponed", "Changes"],
        ["Held", "Postponed", "Changes"],
        ["Planned", "Postponed", "Changes"],
    ]
    assert {each.status for each in window.desk.read.find(Meeting)} != {MeetingStatus.POSTPONED}
    button(dialog, "bulkEdit.apply").click()
    assert {each.status for each in window.desk.read.find(Meeting)} == {MeetingStatus.POSTPONED}
    assert window.menus.commands["undo"].text() == "Undo: Change status of 3 records to Postponed"
    window.menus.commands["undo"].trigger()
    assert meeting(window, 3).status is MeetingStatus.PLANNED


def test_what_a_preview_refuses_says_why_and_the_others_change(qtbot: QtBot, window: MainWindow) -> None:
    view_table(qtbot, window, "meetings").selectAll()
    window.menus.commands["change_all"].trigger()
    dialog = dialog_of(window, BulkEdit)
    fields = dialog.findChild(QComboBox, "bulkEdit.field")
    assert fields is not None
    fields.setCurrentText("Number")
    line = dialog.findChild(QLineEdit, "field.bulkEdit.value")
    assert line is not None
    assert not button(dialog, "bulkEdit.apply").isEnabled()  # nothing is proposed by itself
    QTest.keyClicks(line, "7")
    qtbot.waitUntil(lambda: "already" in str(cells(dialog, "bulkEdit.preview")))
    assert button(dialog, "bulkEdit.apply").text() == "Change 1 record"
    QTest.keyClicks(line, "x")
    qtbot.waitUntil(lambda: not button(dialog, "bulkEdit.apply").isEnabled())
    empty = dialog.findChild(QCheckBox, "bulkEdit.empty")
    assert empty is not None
    empty.click()
    qtbot.waitUntil(button(dialog, "bulkEdit.apply").isEnabled)
    button(dialog, "bulkEdit.apply").click()
    assert window.desk.read.count("meeting", Compare("number", None)) == 3


def test_the_keyboard_stays_in_the_table_when_the_first_record_is_shown_beside_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    table = view_table(qtbot, window, "delegations")
    table.setCurrentIndex(table.model().index(2, 4))
    QApplication.processEvents()
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert focused().objectName() == "field.delegate.person.cell"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_the_inspector_says_how_many_are_selected_and_offers_to_change_them(
    qtbot: QtBot, window: MainWindow
) -> None:
    table = view_table(qtbot, window, "people")
    window.desk.focus.select(Ref("person", window.desk.read.find(Person)[0].id))
    bar = window.findChild(QWidget, "inspector.selection")
    assert bar is not None
    assert not bar.isVisible()
    table.selectAll()
    assert bar.isVisible()
    (text,) = [label.text() for label in bar.findChildren(QLabel)]
    assert text == "6 people selected"
    button(bar, "inspector.selection.change").click()
    dialog_of(window, BulkEdit).reject()
    window.desk.focus.show_view("overview")
    assert not bar.isVisible()


def test_what_a_cell_holds_and_cannot_be_stored_is_not_lost_on_closing(
    qtbot: QtBot, window: MainWindow
) -> None:
    table = view_table(qtbot, window, "meetings")
    table.setCurrentIndex(table.model().index(2, 2))
    QTest.keyClicks(table, "x")
    window.close()
    assert window.isVisible()
    question = window.findChild(QDialog, "leaveQuestion")
    assert question is not None
    question.accept()


def test_what_was_copied_here_is_pasted_here_without_a_change(qtbot: QtBot, window: MainWindow) -> None:
    table = view_table(qtbot, window, "meetings")
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    dialog = dialog_of(window, EnterLines)
    results = [line for line in cells(dialog, "entryTable") if line[0]]
    assert [line[-2] for line in results] == ["Same"] * 3


def test_a_delegation_list_of_ten_is_pasted_in_four_steps(qtbot: QtBot, window: MainWindow) -> None:
    """Select the meeting, go to the delegations, paste, add: in a spreadsheet it is ten times three cells."""
    window.desk.focus.select(Ref("meeting", meeting(window, 3).id))
    table = view_table(qtbot, window, "delegations")
    QGuiApplication.clipboard().setText(LIST)
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    dialog = dialog_of(window, EnterLines)
    assert isinstance(dialog, EnterLines)
    lines = cells(dialog, "entryTable")
    assert len(lines) == 11
    assert lines[3][3:5] == ["Deputy minister", "New"]
    assert lines[8][4] == "Not clear"
    assert "Turkic Academy" in lines[8][5]
    assert button(dialog, "entry.add").text() == "Add 9 lines, leave out 1"
    entries = dialog.table
    qtbot.waitUntil(entries.hasFocus)
    entries.setCurrentIndex(entries.entries.index(8, 0))
    QTest.keyClick(entries, Qt.Key.Key_F2)
    picker = QApplication.focusWidget()
    assert isinstance(picker, QLineEdit)
    picker.selectAll()
    QTest.keyClicks(picker, "Turkic Academy")
    QTest.keyClick(picker, Qt.Key.Key_Tab)  # takes "Create “Turkic Academy”"
    assert cells(dialog, "entryTable")[8][4] == "New"
    button(dialog, "entry.add").click()
    assert len(seats(window, 3)) == 10
    assert window.menus.commands["undo"].text() == "Undo: Add 10 delegations"
    window.menus.commands["undo"].trigger()
    assert seats(window, 3) == []


def test_delegations_are_typed_line_by_line(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.focus.select(Ref("meeting", meeting(window, 3).id))
    window.menus.commands["add_delegations"].trigger()
    dialog = dialog_of(window, EnterLines)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and dialog.isActiveWindow())
    for country, name, title in (
        ("turk", "Tunc", "Minister of Justice"),
        ("hung", "Bence Tuzson", "State Secretary"),
    ):
        for words in (country, name):
            type_on(words)
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        type_on(title)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        QApplication.processEvents()
    lines = cells(dialog, "entryTable")
    assert lines[0][:5] == ["Türkiye", "Yılmaz Tunç", "Minister of Justice", "Minister", "New"]
    assert lines[1][3:5] == ["State secretary", "New"]
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert len(seats(window, 3)) == 2
    (head,) = window.desk.read.find(Delegate, Compare("delegation", seats(window, 3)[0].id))
    assert head.level == "minister"
    assert not dialog.isVisible()


def focused() -> QLineEdit | QTableView:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit | QTableView)
    return found


def type_on(words: str) -> None:
    """As a keyboard does: the first letter may open an editor that gets the rest."""
    for letter in words:
        QTest.keyClicks(focused(), letter)


def test_what_was_typed_is_not_lost_by_a_wrong_key(window: MainWindow) -> None:
    window.menus.commands["add_delegations"].trigger()
    dialog = dialog_of(window, EnterLines)
    assert isinstance(dialog, EnterLines)
    dialog.table.entries.write_over(0, 0, [["Hungary"]])
    dialog.reject()
    assert dialog.isVisible()
    question = dialog.findChild(QDialog, "leaveLines")
    assert question is not None
    question.accept()
    assert not dialog.isVisible()
    assert window.desk.workspace.undo_label() is None


def test_another_column_is_said_to_hold_the_name(window: MainWindow) -> None:
    window.desk.focus.select(Ref("meeting", meeting(window, 3).id))
    QGuiApplication.clipboard().setText("Georgia\tPaata Salia\tX\nMongolia\tKhishgee Nyambaatar\tY")
    window.desk.focus.show_view("delegations")
    window.menus.commands["paste_rows"].trigger()
    dialog = dialog_of(window, EnterLines)
    assert isinstance(dialog, EnterLines)
    dialog.table.setCurrentIndex(dialog.table.entries.index(0, 2))
    button(dialog, "entry.column").click()
    menu = dialog.findChild(QMenu, "entry.columns")
    assert menu is not None
    next(each for each in menu.actions() if each.text() == "Leave this column out").trigger()
    menu.close()
    assert dialog.table.entries.headerData(2, Qt.Orientation.Horizontal) == "(left out)"
    button(dialog, "entry.add").click()
    heads = [
        each
        for seat in seats(window, 3)
        for each in window.desk.read.find(Delegate, Compare("delegation", seat.id))
    ]
    assert [each.title for each in heads] == [None, None]


def test_the_menu_of_a_meeting_plans_the_next_one(qtbot: QtBot, window: MainWindow) -> None:
    table = view_table(qtbot, window, "meetings")
    window.desk.focus.select(Ref("meeting", meeting(window, 2).id))
    view = window.views.current()
    assert isinstance(view, RecordView)
    view.table_widget.menu_wanted.emit(table.mapToGlobal(table.rect().center()))
    menu = view.findChild(QMenu, "recordMenu")
    assert menu is not None
    texts = [each.text() for each in menu.actions()]
    assert "Plan the next meeting with the same delegations" in texts
    next(each for each in menu.actions() if each.text().startswith("Plan the next")).trigger()
    menu.close()
    assert len(seats(window, 4)) == len(seats(window, 2))


def title_editor(qtbot: QtBot, window: MainWindow) -> QLineEdit:
    table = view_table(qtbot, window, "tasks")
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit, "field.task.title.cell")
    assert editor is not None
    editor.selectAll()
    return editor


def test_closing_the_window_stores_what_is_typed_in_a_cell(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClicks(title_editor(qtbot, window), "Typed last")
    path = window.desk.workspace.path
    assert window.close()
    after = open_window(path)
    assert after.desk.read.count("task", Compare("title", "Typed last")) == 1
    after.close()


def test_closing_asks_where_a_cell_cannot_be_stored(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(title_editor(qtbot, window), Qt.Key.Key_Delete)
    window.desk.focus.show_view("meetings")
    assert not window.close()
    assert not window.close()
    assert window.desk.focus.view == "tasks"
    (question,) = window.findChildren(QMessageBox, "leaveQuestion")
    leave = question.findChild(QPushButton, "leaveQuestion.accept")
    assert leave is not None
    leave.click()
    assert not isValid(window) or not window.isVisible()


def test_closing_asks_where_lines_would_be_lost(window: MainWindow) -> None:
    window.menus.commands["add_delegations"].trigger()
    QGuiApplication.clipboard().setText(LIST)
    dialog = dialog_of(window, EnterLines)
    assert isinstance(dialog, EnterLines)
    QTest.keyClick(dialog.table, Qt.Key.Key_V, CONTROL)
    assert not window.close()
    assert not window.close()
    (question,) = dialog.findChildren(QMessageBox, "leaveLines")
    assert question.defaultButton() is question.button(
        QMessageBox.StandardButton.Cancel
    )  # Enter loses nothing
    leave = question.findChild(QPushButton, "leaveLines.accept")
    assert leave is not None
    leave.click()
    assert window.close()
