"""The story of a new record: the dialog with the fewest fields, a refused value, deleting with one undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QTableView

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.workspace import Workspace
from ministrack.ui.main_window import MainWindow


def test_a_new_meeting_takes_the_next_number_and_a_taken_one_is_refused(window: MainWindow) -> None:
    window.menus.commands["new.meeting"].trigger()
    dialog = window.findChild(QDialog, "new.meeting")
    assert dialog is not None
    number = dialog.findChild(QLineEdit, "field.new.meeting.number")
    add = dialog.findChild(QPushButton, "new.meeting.add")
    assert number is not None
    assert add is not None
    assert number.text() == "4"
    number.selectAll()
    QTest.keyClicks(number, "2")
    add.click()
    assert window.desk.read.count("meeting") == 3
    said = dialog.findChild(QLabel, "error.new.meeting.number")
    assert said is not None
    assert "Second meeting" in said.text()
    number.selectAll()
    QTest.keyClicks(number, "4")
    add.click()
    assert window.desk.read.count("meeting") == 4
    assert window.desk.focus.record is not None
    assert window.desk.focus.record.table == "meeting"


def test_deleting_a_meeting_says_what_goes_and_one_undo_brings_all_back(window: MainWindow) -> None:
    (second,) = window.desk.read.find(Meeting, Compare("number", 2))
    window.desk.focus.select(Ref("meeting", second.id))
    window.menus.commands["delete"].trigger()
    box = window.findChild(QMessageBox, "deleteQuestion")
    assert box is not None
    assert "Delegations: 6" in box.informativeText()
    accept = box.findChild(QPushButton, "deleteQuestion.accept")
    assert accept is not None
    accept.click()
    assert window.desk.read.count("meeting") == 2
    assert window.desk.read.count("delegation") == 0
    window.menus.commands["undo"].trigger()
    assert window.desk.read.count("meeting") == 3
    assert window.desk.read.count("delegation") == 6


def test_the_delete_key_asks_nothing_where_the_dossier_can_only_be_read(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    (second,) = window.desk.read.find(Meeting, Compare("number", 2))
    window.desk.focus.open("meetings", Ref("meeting", second.id))
    table = window.findChild(QTableView, "meetingsTable")
    assert table is not None
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert window.findChild(QMessageBox, "deleteQuestion") is None
    assert window.status_line.currentMessage() == "This dossier can only be read. Nothing is deleted."


def test_the_next_meeting_is_planned_with_the_same_delegations(window: MainWindow) -> None:
    baku = window.desk.read.find(Meeting, Compare("number", 2))[0]
    assert not window.menus.commands["duplicate"].isEnabled()
    window.desk.focus.select(Ref("meeting", baku.id))
    window.menus.commands["duplicate"].trigger()
    made = window.desk.focus.record
    assert made is not None
    assert made.id != baku.id
    assert window.desk.read.count("delegation", Compare("meeting", made.id)) == 6
    undo = window.menus.commands["undo"]
    assert undo.text() == "Undo: Meeting after Second meeting of the justice ministers"
    undo.trigger()
    assert not window.desk.read.exists(made)
