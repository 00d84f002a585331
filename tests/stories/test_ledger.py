"""The story of a promise that was kept: it is reported in the ledger, and the task takes the status along."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.domain.task import Progress, Task, TaskStatus
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Identity, Workspace
from ministrack.program import create_sample
from ministrack.ui.inspector.ledger.lines import LedgerList
from ministrack.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.desk.focus.open("tasks", task(shown, "draft agreement"))
    yield shown
    if isValid(shown):
        assert shown.close()


def task(window: MainWindow, words: str) -> Ref:
    return next(Ref("task", found.id) for found in window.desk.read.find(Task) if words in found.title)


def entries(window: MainWindow) -> list[str]:
    listed = window.inspector.findChild(LedgerList)
    assert listed is not None
    model = listed.entries
    return [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def press(window: MainWindow, name: str) -> None:
    button = window.inspector.findChild(QAbstractButton, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def note(window: MainWindow) -> QPlainTextEdit:
    found = window.inspector.findChild(QPlainTextEdit, "field.entry.note")
    assert found is not None
    return found


def line(window: MainWindow, name: str) -> QLineEdit:
    found = window.inspector.findChild(QLineEdit, f"field.entry.{name}")
    assert found is not None
    return found


def choose_status(window: MainWindow, words: str) -> None:
    box = window.inspector.findChild(QComboBox, "field.entry.status")
    assert box is not None
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def begin(window: MainWindow) -> None:
    window.inspector.show_tab("progress")
    press(window, "ledger.add")


def test_the_ledger_tells_what_was_reported_and_what_is_to_come(window: MainWindow) -> None:
    window.inspector.show_tab("progress")
    reported, coming = entries(window)
    assert reported.startswith("20 Nov 2025 · 2nd meeting, Baku, In progress, Activities of the Expert Group")
    assert "“" in reported
    assert reported.endswith("News.Az")
    assert coming == "2026 · 3rd meeting, Türkiye, nothing reported yet"


def test_two_actions_record_that_a_promise_was_kept(qtbot: QtBot, window: MainWindow) -> None:
    here = task(window, "draft agreement")
    window.menus.commands["ledger.add"].trigger()  # Ctrl+J
    assert note(window).hasFocus()
    QTest.keyClicks(note(window), "Draft sent to all members")
    QTest.keyClick(note(window), Qt.Key.Key_Return)
    made = window.desk.read.find(Progress, Compare("note", "Draft sent to all members"))
    assert [(each.task, each.date, each.status) for each in made] == [
        (here.id, date.today().isoformat(), TaskStatus.IN_PROGRESS)
    ]
    qtbot.waitUntil(lambda: window.inspector.findChild(QWidget, "ledger.entry") is None)
    assert "Draft sent to all members" in entries(window)[1]
    assert window.desk.focus.record == here
    assert window.desk.workspace.undo_label() == (
        "Entry about Finish the draft agreement on mutual legal assistance in ci…"
    )


def test_an_entry_takes_the_task_to_its_status_in_the_same_step(window: MainWindow) -> None:
    here = task(window, "draft agreement")
    begin(window)
    also = window.inspector.findChild(QCheckBox, "ledger.entry.also")
    assert also is not None
    assert not also.isVisible()
    choose_status(window, "Done")
    assert also.isVisible()
    assert also.isChecked()
    QTest.keyClicks(note(window), "Signed")
    press(window, "ledger.entry.add")
    found = window.desk.read.get(Task, here.id)
    assert found is not None
    assert found.status is TaskStatus.DONE
    assert not any("nothing reported" in words for words in entries(window))
    window.menus.commands["undo"].trigger()
    found = window.desk.read.get(Task, here.id)
    assert found is not None
    assert found.status is TaskStatus.IN_PROGRESS
    assert len(entries(window)) == 2


def test_the_status_of_the_task_stays_where_that_is_wanted(window: MainWindow) -> None:
    here = task(window, "draft agreement")
    begin(window)
    choose_status(window, "Partly done")
    press(window, "ledger.entry.also")
    QTest.keyClick(note(window), Qt.Key.Key_Return)
    found = window.desk.read.get(Task, here.id)
    assert found is not None
    assert found.status is TaskStatus.IN_PROGRESS
    assert len(window.desk.read.find(Progress, Compare("status", "partly"))) == 1


def test_the_meeting_of_the_day_is_proposed(window: MainWindow) -> None:
    begin(window)
    assert line(window, "meeting").text() == ""
    line(window, "date").setFocus()
    line(window, "date").selectAll()
    QTest.keyClicks(line(window, "date"), "2025-11-20")
    note(window).setFocus()
    assert "Baku" in line(window, "meeting").text()
    QTest.keyClicks(note(window), "Reported orally")
    QTest.keyClick(note(window), Qt.Key.Key_Return)
    (made,) = window.desk.read.find(Progress, Compare("note", "Reported orally"))
    assert made.date == "2025-11-20"
    assert made.meeting == window.desk.read.find(Meeting, Compare("number", 2))[0].id


def test_a_meeting_just_held_is_proposed_at_once(window: MainWindow) -> None:
    third = window.desk.read.find(Meeting, Compare("number", 3))[0]
    lately = (date.today() - timedelta(days=3)).isoformat()
    window.desk.workspace.run(
        change_record(window.desk.read, Ref("meeting", third.id), new={"date": lately, "status": "held"})
    )
    begin(window)
    assert "3rd" in line(window, "meeting").text()


def test_a_date_that_is_none_stays_and_nothing_is_stored(window: MainWindow) -> None:
    begin(window)
    before = window.desk.read.count("progress")
    line(window, "date").selectAll()
    QTest.keyClicks(line(window, "date"), "2026-02-30")
    QTest.keyClick(note(window), Qt.Key.Key_Return)
    assert window.desk.read.count("progress") == before
    assert line(window, "date").text() == "2026-02-30"
    assert line(window, "date").property("invalid") is True
    press(window, "ledger.entry.cancel")


def test_what_was_begun_waits_with_its_task_and_escape_gives_it_up(qtbot: QtBot, window: MainWindow) -> None:
    here = task(window, "draft agreement")
    begin(window)
    QTest.keyClicks(note(window), "Half a sentence")
    window.desk.focus.select(task(window, "Forensic"))
    assert not note(window).isVisible()
    window.desk.focus.select(here)
    assert note(window).isVisible()
    assert note(window).toPlainText() == "Half a sentence"
    assert window.inspector.has_unsaved()
    window.close()
    question = window.findChild(QMessageBox, "leaveQuestion")
    assert question is not None
    question.reject()
    press(window, "ledger.entry.cancel")
    qtbot.waitUntil(lambda: window.inspector.findChild(QWidget, "ledger.entry") is None)
    assert not window.inspector.has_unsaved()


def test_another_status_meanwhile_is_proposed_too(window: MainWindow) -> None:
    here = task(window, "draft agreement")
    begin(window)
    window.desk.workspace.run(change_record(window.desk.read, here, new={"status": "partly"}))
    box = window.inspector.findChild(QComboBox, "field.entry.status")
    assert box is not None
    assert box.currentText() == "Partly done"


def test_an_entry_is_opened_edited_and_deleted(qtbot: QtBot, window: MainWindow) -> None:
    window.inspector.show_tab("progress")
    listed = window.inspector.findChild(LedgerList)
    assert listed is not None
    listed.setFocus()
    listed.setCurrentIndex(listed.entries.index(0))
    QTest.keyClick(listed, Qt.Key.Key_Return)
    focused = window.desk.focus.record
    assert focused is not None
    assert focused.table == "progress"
    field = window.inspector.findChild(QPlainTextEdit, "field.progress.note")
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "Read out by the chair")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.desk.focus.go_back()
    assert "Read out by the chair" in entries(window)[0]
    listed.setCurrentIndex(listed.entries.index(0))
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    question = window.findChild(QMessageBox, "deleteQuestion")
    assert question is not None
    question.accept()
    qtbot.waitUntil(lambda: len(entries(window)) == 1)
    window.menus.commands["undo"].trigger()
    assert len(entries(window)) == 2


def test_nothing_is_added_where_one_may_only_read(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    window.menus.refresh()
    window.inspector.show_tab("progress")
    button = window.inspector.findChild(QAbstractButton, "ledger.add")
    assert button is not None
    assert not button.isVisible()
    assert not window.menus.commands["ledger.add"].isEnabled()
    window.inspector.begin_entry()
    assert window.inspector.findChild(QWidget, "ledger.entry") is None
