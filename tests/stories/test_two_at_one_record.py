"""The story of two people at one record: in two windows, and in another process."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record, remove_record
from ministrack.edits.workspace import Identity, Workspace
from ministrack.program import create_sample
from ministrack.ui.dialogs.bulk import change_selected
from ministrack.ui.main_window import MainWindow
from ministrack.ui.widgets.record_view import RecordView

W = TypeVar("W", bound=QWidget)
Opened = Callable[[], MainWindow]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    dossier = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(dossier, Identity("Aygün", "desk-1")).close()
    return dossier


@pytest.fixture
def opened(qtbot: QtBot, path: Path) -> Iterator[Opened]:
    shown: list[MainWindow] = []

    def open_one() -> MainWindow:
        window = open_window(path)
        with qtbot.waitExposed(window):
            window.show()
        shown.append(window)
        window.show_pane("inspector", True)
        window.desk.focus.open("meetings", baku(window))
        window.inspector.show_tab("details")
        return window

    yield open_one
    for window in shown:
        for name in ("discardTyped.meeting", "discardTyped.delegate"):
            button = window.findChild(QPushButton, name)
            if button is not None and button.isVisibleTo(window):
                button.click()
        window.close()


def baku(window: MainWindow) -> Ref:
    return Ref("meeting", window.desk.read.find(Meeting, Compare("number", 2))[0].id)


def find(window: QWidget, kind: type[W], name: str) -> W:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def type_into(window: MainWindow, name: str, text: str) -> QLineEdit:
    window.activateWindow()
    line = find(window, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    return line


def shown(window: MainWindow, name: str) -> bool:
    found = window.findChild(QWidget, name)
    return found is not None and found.isVisibleTo(window)


def press(window: MainWindow, name: str) -> None:
    button = find(window, QPushButton, name)
    assert button.isVisibleTo(window)
    button.click()


def stored(window: MainWindow, field: str) -> object:
    meeting = window.desk.read.get(Meeting, baku(window).id)
    return getattr(meeting, field)


def kubanychbek(path: Path, code: str) -> None:
    """Somebody else at the same dossier, in a process of their own."""
    script = (
        "import sys; from pathlib import Path\n"
        "from ministrack.domain.filters import Compare\n"
        "from ministrack.domain.meeting import Meeting\n"
        "from ministrack.domain.record import Ref\n"
        "from ministrack.edits.records import change_record, remove_record\n"
        "from ministrack.edits.workspace import Identity, Workspace\n"
        "desk = Workspace.open(Path(sys.argv[1]), Identity('Kubanychbek', 'desk-2'))\n"
        "baku = Ref('meeting', desk.read.find(Meeting, Compare('number', 2))[0].id)\n"
        f"{code}\n"
        "desk.close()\n"
    )
    source = Path(__file__).parents[2] / "src"
    subprocess.run(
        [sys.executable, "-c", script, str(path)],
        check=True,
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONUTF8": "1"},
    )


def test_a_field_moves_on_in_another_window_while_it_is_typed_into(opened: Opened) -> None:
    mine, theirs = opened(), opened()
    city = type_into(mine, "field.meeting.city", "Shusha")
    other = theirs.desk
    other.runner.run(change_record(other.read, baku(theirs), new={"city": "Gəncə", "venue": "Philharmonic"}))
    mine.desk.feed.look()
    assert city.text() == "Shusha"
    assert find(mine, QLineEdit, "field.meeting.venue").text() == "Philharmonic"  # untouched: simply new
    assert find(mine, QLabel, "theirs.meeting.city").text() == "Gəncə"
    assert find(mine, QLabel, "theirs.meeting.city.author").text().startswith("by ")
    QTest.keyClicks(city, " city")
    assert find(mine, QLabel, "mine.meeting.city").text() == "Shusha city"
    press(mine, "keepMine.meeting.city")
    assert stored(mine, "city") == "Shusha city"
    assert not shown(mine, "mine.meeting.city")
    theirs.desk.feed.look()
    assert find(theirs, QLineEdit, "field.meeting.city").text() == "Shusha city"


def test_escape_shows_what_the_other_stored(opened: Opened, path: Path) -> None:
    window = opened()
    city = type_into(window, "field.meeting.city", "Shusha")
    kubanychbek(path, "desk.run(change_record(desk.read, baku, new={'city': 'Gəncə'}))")
    window.desk.feed.look()
    assert find(window, QLabel, "theirs.meeting.city.author").text().startswith("by Kubanychbek, ")
    QTest.keyClick(city, Qt.Key.Key_Escape)
    assert city.text() == "Gəncə"
    assert not shown(window, "mine.meeting.city")


def test_two_long_texts_can_be_edited_into_one(opened: Opened, path: Path) -> None:
    window = opened()
    summary = find(window, QPlainTextEdit, "field.meeting.summary")
    window.activateWindow()
    summary.setFocus()
    QTest.keyClicks(summary, "What we heard.")
    kubanychbek(path, "desk.run(change_record(desk.read, baku, new={'summary': 'Nazirlər görüşdü.'}))")
    window.desk.feed.look()
    press(window, "keepBoth.meeting.summary")
    assert summary.toPlainText() == "What we heard.\n\nNazirlər görüşdü."
    assert not shown(window, "mine.meeting.summary")
    QTest.keyClick(summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored(window, "summary") == "What we heard.\n\nNazirlər görüşdü."


def test_the_same_words_typed_by_both_are_no_conflict(opened: Opened, path: Path) -> None:
    window = opened()
    city = type_into(window, "field.meeting.city", "Shusha")
    kubanychbek(path, "desk.run(change_record(desk.read, baku, new={'city': 'Shusha'}))")
    window.desk.feed.look()
    assert not shown(window, "mine.meeting.city")
    QTest.keyClick(city, Qt.Key.Key_Return)
    assert stored(window, "city") == "Shusha"


def test_a_record_deleted_under_what_is_typed_comes_back_with_it(opened: Opened, path: Path) -> None:
    window = opened()
    type_into(window, "field.meeting.city", "Shusha")
    kubanychbek(path, "desk.run(remove_record(desk.read, baku))")
    window.desk.feed.look()
    said = find(window, QLabel, "deleted.meeting.what").text()
    assert said.startswith("“Second meeting of the justice ministers” was deleted by Kubanychbek (")
    assert find(window, QLineEdit, "field.meeting.city").text() == "Shusha"
    press(window, "copyTyped.meeting")
    assert QGuiApplication.clipboard().text() == "City: Shusha"
    press(window, "bringBack.meeting")
    assert not shown(window, "deleted.meeting.what")
    assert stored(window, "city") == "Shusha"
    assert window.desk.read.count(Delegation.TABLE) == 6
    assert find(window, QLineEdit, "field.meeting.city").text() == "Shusha"


def test_it_waits_when_another_record_is_looked_at_and_may_be_discarded(opened: Opened, path: Path) -> None:
    window = opened()
    gone = baku(window)
    type_into(window, "field.meeting.city", "Shusha")
    kubanychbek(path, "desk.run(remove_record(desk.read, baku))")
    window.desk.feed.look()
    third = window.desk.read.find(Meeting, Compare("number", 3))[0]
    window.desk.focus.select(Ref("meeting", third.id))
    notice = find(window, QLabel, "inspector.notice.text").text()
    assert notice == "Not saved in “Second meeting of the justice ministers”: City."
    press(window, "inspector.notice.back")
    assert window.desk.focus.record == gone
    assert find(window, QLineEdit, "field.meeting.city").text() == "Shusha"
    press(window, "discardTyped.meeting")
    assert not window.inspector.has_unsaved()
    assert find(window, QLabel, "inspector.nothing").text().startswith("This record was deleted.")


def test_a_delegate_deleted_inside_the_form_keeps_what_is_typed(opened: Opened, path: Path) -> None:
    window = opened()
    desk = window.desk
    head = desk.read.find(Delegate, Compare("title", "Deputy Minister of Justice"))[0]
    desk.focus.open("delegations", Ref("delegation", head.delegation))
    window.inspector.show_tab("details")
    type_into(window, "field.delegate.title", "First Deputy Minister")
    other = Workspace.open(path, Identity("Kubanychbek", "desk-2"))
    other.run(remove_record(other.read, Ref("delegate", head.id)))
    other.close()
    desk.feed.look()
    assert find(window, QLineEdit, "field.delegate.title").text() == "First Deputy Minister"
    press(window, "bringBack.delegate")
    again = desk.read.get(Delegate, head.id)
    assert again is not None
    assert again.title == "First Deputy Minister"
    assert QApplication.activeModalWidget() is None


def test_changing_all_selected_names_each_record_that_moved_on(
    qtbot: QtBot, opened: Opened, path: Path
) -> None:
    window = opened()
    desk = window.desk
    meetings = [Ref("meeting", each.id) for each in desk.read.find(Meeting, order="number")]
    dialog = change_selected(window, desk, meetings)
    field = find(dialog, QComboBox, "bulkEdit.field")
    field.setCurrentIndex(field.findText("Theme"))
    theme = find(dialog, QLineEdit, "field.bulkEdit.value")
    theme.setFocus()
    QTest.keyClicks(theme, "Digital justice")
    apply = find(dialog, QPushButton, "bulkEdit.apply")
    qtbot.waitUntil(apply.isEnabled)
    for number in (1, 2):
        kubanychbek(
            path,
            f"one = Ref('meeting', desk.read.find(Meeting, Compare('number', {number}))[0].id)\n"
            f"desk.run(change_record(desk.read, one, new={{'theme': 'Theme {number}'}}))",
        )
    desk.feed.look()
    apply.click()
    refused = find(dialog, QDialog, "refused")
    model = find(refused, QTableView, "refused.table").model()
    now = [str(model.index(row, 2).data()) for row in range(model.rowCount())]
    assert now == ["Theme 1", "Theme 2"]
    assert [str(model.index(row, 4).data()) for row in range(2)] == ["Kubanychbek", "Kubanychbek"]
    assert {each.theme for each in desk.read.find(Meeting)} == {"Theme 1", "Theme 2", None}
    refused.close()
    apply.click()
    assert not dialog.isVisible()
    assert {each.theme for each in desk.read.find(Meeting)} == {"Digital justice"}


def test_changing_all_selected_previews_anew_where_a_record_is_gone(
    qtbot: QtBot, opened: Opened, path: Path
) -> None:
    window = opened()
    desk = window.desk
    meetings = [Ref("meeting", each.id) for each in desk.read.find(Meeting, order="number")]
    dialog = change_selected(window, desk, meetings)
    field = find(dialog, QComboBox, "bulkEdit.field")
    field.setCurrentIndex(field.findText("Theme"))
    QTest.keyClicks(find(dialog, QLineEdit, "field.bulkEdit.value"), "Digital justice")
    apply = find(dialog, QPushButton, "bulkEdit.apply")
    qtbot.waitUntil(apply.isEnabled)
    kubanychbek(path, "desk.run(remove_record(desk.read, baku))")
    apply.click()
    find(dialog, QMessageBox, "errorMessage").close()
    assert apply.text() == "Change 2 records"
    apply.click()
    assert [each.theme for each in desk.read.find(Meeting)] == ["Digital justice"] * 2


def test_a_cell_keeps_what_is_typed_when_its_record_is_deleted(opened: Opened, path: Path) -> None:
    window = opened()
    view = window.views.current()
    assert isinstance(view, RecordView)
    table = view.table_widget
    column = next(
        each
        for each in range(table.records.columnCount())
        if "name" in str(table.records.columns[each].edits)
    )
    row = table.records.row_of(baku(window))
    assert row is not None
    table.edit_wanted.emit(table.records.index(row, column), "")
    cell = find(table, QLineEdit, "field.meeting.name.cell")
    cell.selectAll()
    QTest.keyClicks(cell, "Justice ministers in Baku")
    kubanychbek(path, "desk.run(remove_record(desk.read, baku))")
    window.desk.feed.look()
    assert cell.text() == "Justice ministers in Baku"
    frame = find(table, QWidget, "cellEditor")
    find(frame, QPushButton, "bringBack.meeting").click()
    assert stored(window, "name") == "Justice ministers in Baku"
