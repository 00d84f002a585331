"""The story of tasks that wait for one another: linked and parted in the inspector."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.domain.task import Dependency
from ministrack.edits.records import add_record
from ministrack.ui.dialogs.creating import NewRecord
from ministrack.ui.inspector.link_list import LinkList
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.main_window import MainWindow

WAITS_FOR = "inspector.task.links.dependency"
WAIT_FOR_IT = "inspector.task.links.dependency.1"


def task(window: MainWindow, words: str) -> Ref:
    rows = window.desk.read.rows(ListQuery("task", ("title",)))
    return next(Ref("task", str(row["id"])) for row in rows if words in str(row["title"]))


def lines(window: MainWindow, name: str) -> list[str]:
    listed = window.inspector.findChild(LinkList, f"{name}.list")
    assert listed is not None
    model = listed.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def begin(window: MainWindow, name: str) -> tuple[NewRecord, QLineEdit]:
    link = window.inspector.findChild(TextLink, f"{name}.add")
    assert link is not None
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    dialog = window.findChild(NewRecord)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    return dialog, line


def choose(dialog: NewRecord, line: QLineEdit, words: str) -> None:
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    button = dialog.findChild(QAbstractButton, "new.dependency.add")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("name", "waiting"), [(WAITS_FOR, True), (WAIT_FOR_IT, False)])
def test_a_task_is_linked_from_either_end(window: MainWindow, name: str, waiting: bool) -> None:
    here, there = task(window, "Hold the third"), task(window, "Forensic")
    window.desk.focus.open("tasks", here)
    window.inspector.show_tab("links")
    assert lines(window, name) == []
    choose(*begin(window, name), "forensic")
    (made,) = window.desk.read.find(Dependency)
    assert (made.task, made.depends_on) == ((here.id, there.id) if waiting else (there.id, here.id))
    assert window.desk.focus.record == here
    assert len(lines(window, name)) == 1
    assert "Forensic" in lines(window, name)[0]


def test_a_link_is_opened_and_taken_off_and_comes_back_by_undo(qtbot: QtBot, window: MainWindow) -> None:
    desk, here, there = window.desk, task(window, "Hold the third"), task(window, "Forensic")
    desk.workspace.run(add_record(Dependency(task=here.id, depends_on=there.id)))
    desk.focus.open("tasks", here)
    window.inspector.show_tab("links")
    listed = window.inspector.findChild(LinkList, f"{WAITS_FOR}.list")
    assert listed is not None
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Home)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert desk.focus.record == there
    desk.focus.go_back()
    listed.setCurrentIndex(listed.model().index(0, 0))
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    question = window.findChild(QMessageBox, "deleteQuestion")
    assert question is not None
    question.accept()
    qtbot.waitUntil(lambda: desk.read.count("dependency") == 0)
    assert desk.read.exists(there)
    assert lines(window, WAITS_FOR) == []
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(lines(window, WAITS_FOR)) == 1
