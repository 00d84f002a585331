"""The story of the timeline as a list and on paper, and of what is remembered of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow
from ministrack.ui.timeline_pane.export import TimelineExport
from ministrack.ui.views.timeline.items import Lane

Failing = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(made, Identity("Aygün", "desk-1")).close()
    return made


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    shown = open_window(path)
    shown.resize(1440, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def press(window: MainWindow, name: str) -> None:
    button = window.findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    button.click()


def listed(window: MainWindow) -> QTableView:
    found = window.findChild(QTableView, "timelineTable")
    assert isinstance(found, QTableView)
    return found


def rows(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_list_shows_the_same_in_the_order_of_time(window: MainWindow) -> None:
    press(window, "timeline.list")
    table = listed(window)
    QAbstractItemModelTester(table.model(), Failing)
    assert table.isVisible()
    assert not window.timeline.isVisible()
    found = rows(table)
    assert found[0][:4] == ["2024", "Meeting", "First meeting of the justice ministers", "Held"]
    assert found[1][:4] == ["9 Sep 2024", "Document", "Astana Declaration", "Signed"]
    assert found[0][4] == "OTS · Justice ministers"
    assert len(found) == 9
    window.desk.focus.set_filter(SharedFilter(text="Astana"))
    assert 0 < len(rows(table)) < 9
    press(window, "timeline.timeline")
    assert window.timeline.isVisible()


def test_it_shares_the_selection_and_opens_with_enter(window: MainWindow) -> None:
    press(window, "timeline.list")
    table, desk = listed(window), window.desk
    second = Ref("meeting", desk.read.find(Meeting, Compare("number", 2))[0].id)
    desk.focus.select(second)
    row = table.currentIndex().row()
    assert rows(table)[row][2].startswith("Second meeting")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert desk.focus.record != second
    assert window.timeline.selected_ref() == desk.focus.record
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.focus.view == "documents"
    spoken = table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Date: ")


def test_an_edit_keeps_the_list_true_and_the_row_selected(window: MainWindow) -> None:
    press(window, "timeline.list")
    table, desk = listed(window), window.desk
    third = Ref("meeting", desk.read.find(Meeting, Compare("number", 3))[0].id)
    desk.focus.select(third)
    desk.workspace.run(change_record(desk.read, third, new={"date": "2023-05-12"}))
    (chosen,) = table.selectionModel().selectedRows()
    assert rows(table)[chosen.row()][:3] == [
        "12 May 2023",
        "Meeting",
        "Third meeting of the justice ministers",
    ]
    assert chosen.row() <= 1


def test_keys_switch_and_the_keyboard_goes_along(window: MainWindow) -> None:
    window.activateWindow()
    window.timeline.setFocus()
    window.menus.commands["timeline.list"].trigger()
    assert listed(window).hasFocus()
    window.menus.commands["timeline.list"].trigger()
    assert window.timeline.hasFocus()


def test_the_menu_folds_lanes_and_knows_which_are_folded(window: MainWindow) -> None:
    menu = window.findChild(QMenu, "timelineMenu")
    assert isinstance(menu, QMenu)
    fold = next(action for action in menu.actions() if action.text() == "Fold documents")
    fold.trigger()
    assert window.timeline.is_folded(Lane.DOCUMENTS)
    menu.aboutToShow.emit()
    assert fold.isChecked()
    move = next(action for action in menu.actions() if action.text().startswith("Move the selected"))
    assert not move.isEnabled()


def test_folded_lanes_and_the_list_are_remembered(qtbot: QtBot, path: Path) -> None:
    first = open_window(path)
    first.show()
    first.timeline.toggle_lane(Lane.TASKS)
    press(first, "timeline.list")
    first.close()
    second = open_window(path)
    second.show()
    assert second.timeline.is_folded(Lane.TASKS)
    assert listed(second).isVisible()
    second.close()


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_the_timeline_is_exported_whole(window: MainWindow, tmp_path: Path, suffix: str) -> None:
    window.timeline.toggle_lane(Lane.MEETINGS)
    target = tmp_path / f"Zaman çizelgesi.{suffix}"
    target.write_text("before")
    TimelineExport(window.desk, window.timeline, window).write(target)
    content = target.read_bytes()
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".Zaman")] == []
    if suffix == "svg":
        assert QSvgRenderer(content).isValid()
        texts = {text.strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", content.decode())}
        assert "1st · Astana · 2024" in texts
        assert {"Meetings", "Documents", "Tasks", "Overdue", "2025"} <= texts
        assert any(text.startswith("Timeline: Adliyyə") for text in texts)
        assert all(font.endswith(b", sans-serif") for font in re.findall(rb'font-family="([^"]*)"', content))
    elif suffix == "pdf":
        assert content.startswith(b"%PDF-")
        assert b"/Font" in content
    else:
        image = QImage.fromData(content)
        assert image.width() == 2800
        assert image.pixelColor(2, 2).lightness() > 240


def test_what_cannot_be_written_is_said(window: MainWindow, tmp_path: Path) -> None:
    TimelineExport(window.desk, window.timeline, window).write(tmp_path / "timeline.docx")
    box = window.findChild(QMessageBox, "errorMessage")
    assert isinstance(box, QMessageBox)
    assert "kind of file" in box.text()
    assert "Nothing was written" in box.informativeText()
    box.close()


def test_export_is_in_the_file_menu_and_asks_for_a_place(window: MainWindow) -> None:
    menu = window.findChild(QMenu, "fileMenu")
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == "Export timeline…")
    assert isinstance(action, QAction)
    action.trigger()
    dialog = window.findChild(QFileDialog, "fileDialog")
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "svg"
    assert [kind[-6:] for kind in dialog.nameFilters()] == ["*.svg)", "*.pdf)", "*.png)"]
    dialog.close()
