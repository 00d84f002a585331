"""The story of two people: an undo that would destroy somebody's later change says which, and whose."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
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


def refused(window: MainWindow) -> str:
    """Ctrl+Z, and what the message says of the difference."""
    window.desk.feed.look()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    box = window.findChild(QMessageBox, "errorMessage")
    assert box is not None
    said = box.informativeText()
    box.accept()
    return said


def test_it_names_the_field_both_values_and_who_changed_it(window: MainWindow, dossier: Path) -> None:
    desk, meeting = window.desk, baku(window)
    desk.workspace.run(change_record(desk.read, meeting, new={"city": "Bakı", "date": "2025-11-21"}))
    other = Workspace.open(dossier, Identity("Kubanychbek Omuraliev", "desk-2"))
    other.run(change_record(other.read, meeting, new={"date": "2025-11-22"}))
    other.close()
    said = refused(window)
    assert said.startswith("Date of “Second meeting of the justice ministers” would become “20 Nov 2025”, ")
    assert "but it was changed to “22 Nov 2025” by Kubanychbek Omuraliev (" in said
    assert "City" not in said
    assert "Nothing was changed." in said


def test_it_says_who_deleted_the_record(window: MainWindow, dossier: Path) -> None:
    desk, meeting = window.desk, baku(window)
    desk.workspace.run(change_record(desk.read, meeting, new={"city": "Bakı"}))
    other = Workspace.open(dossier, Identity("Kubanychbek Omuraliev", "desk-2"))
    other.run(remove_record(other.read, meeting))
    other.close()
    assert "This meeting was deleted by Kubanychbek Omuraliev (" in refused(window)
