"""The story of two people: an undo that would destroy somebody's later change says which, and whose."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QLabel, QTableView
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record, remove_record
from ministrack.edits.workspace import Identity, Workspace
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    return path


@pytest.fixture
def window(qtbot: QtBot, dossier: Path) -> Iterator[MainWindow]:
    shown = open_window(dossier)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def baku(window: MainWindow) -> Ref:
    return Ref("meeting", window.desk.read.find(Meeting, Compare("number", 2))[0].id)


def refused(window: MainWindow) -> list[list[str]]:
    """Ctrl+Z, and the lines of the table that says what is in the way."""
    window.desk.feed.look()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QDialog, "refused")
    assert dialog is not None
    table = dialog.findChild(QTableView, "refused.table")
    what = dialog.findChild(QLabel, "refused.what")
    advice = dialog.findChild(QLabel, "refused.advice")
    assert table is not None
    assert what is not None
    assert advice is not None
    assert "cannot be taken back" in what.text()
    assert advice.text().startswith("Nothing was changed.")
    model = table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    lines = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    return lines


def test_it_names_the_field_both_values_and_who_changed_it(window: MainWindow, dossier: Path) -> None:
    desk, meeting = window.desk, baku(window)
    desk.workspace.run(change_record(desk.read, meeting, new={"city": "Bakı", "date": "2025-11-21"}))
    other = Workspace.open(dossier, Identity("Kubanychbek Omuraliev", "desk-2"))
    other.run(change_record(other.read, meeting, new={"date": "2025-11-22"}))
    other.close()
    ((field, record, now, wanted, author, when),) = refused(window)
    assert (field, record) == ("Date", "Second meeting of the justice ministers")
    assert (now, wanted) == ("22 Nov 2025", "20 Nov 2025")
    assert author == "Kubanychbek Omuraliev"
    assert re.fullmatch(r"\d\d:\d\d", when)
    assert desk.focus.record == meeting


def test_it_says_who_deleted_the_record(window: MainWindow, dossier: Path) -> None:
    desk, meeting = window.desk, baku(window)
    desk.workspace.run(change_record(desk.read, meeting, new={"city": "Bakı"}))
    other = Workspace.open(dossier, Identity("Kubanychbek Omuraliev", "desk-2"))
    other.run(remove_record(other.read, meeting))
    other.close()
    ((field, _, now, wanted, author, _when),) = refused(window)
    assert (field, now, wanted, author) == ("Meeting", "deleted", "there", "Kubanychbek Omuraliev")
