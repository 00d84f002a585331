"""Two people at one field: nothing typed is lost, nothing stored is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Identity, Workspace
from tests.ui.forms.conftest import Stage

Finder = Callable[[str, str], Ref]


@pytest.fixture
def baku(find_record: Finder) -> Ref:
    return find_record("meeting", "Second meeting")


def retype(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_refresh_keeps_what_is_being_typed(stage: Stage, baku: Ref) -> None:
    desk = stage.desk
    form = stage.show("meeting", baku)
    city = stage.find(QLineEdit, "field.meeting.city")
    retype(city, "Shusha")
    desk.workspace.run(
        change_record(desk.read, baku, new={"city": "Bakı", "venue": "Baku Convention Center"})
    )
    form.refresh()
    assert city.text() == "Shusha"
    assert stage.find(QLineEdit, "field.meeting.venue").text() == "Baku Convention Center"


def conflict(stage: Stage, baku: Ref, path: Path) -> QLineEdit:
    """Two desks change one field; answers with the field of this one."""
    form = stage.show("meeting", baku)
    city = stage.find(QLineEdit, "field.meeting.city")
    retype(city, "Shusha")
    other = Workspace.open(path, Identity("Kubanychbek", "desk-2"))
    other.run(change_record(other.read, baku, new={"city": "Bakı"}))
    other.close()
    stage.desk.feed.look()
    form.refresh()
    QTest.keyClick(city, Qt.Key.Key_Return)
    assert stage.text("mine.meeting.city") == "Shusha"
    assert stage.text("mine.meeting.city.author") == "by you, not stored"
    assert stage.text("theirs.meeting.city") == "Bakı"
    assert stage.text("theirs.meeting.city.author").startswith("by Kubanychbek, ")
    mine, theirs = (stage.find(QLabel, f"{side}.meeting.city") for side in ("mine", "theirs"))
    places = [label.mapTo(label.window(), label.rect().topLeft()) for label in (mine, theirs)]
    assert places[0].y() == places[1].y()
    assert places[0].x() < places[1].x()
    assert city.text() == "Shusha"
    assert stage.stored(baku, "city") == "Bakı"
    return city


def test_in_a_conflict_mine_can_be_kept(stage: Stage, baku: Ref, dossier_path: Path) -> None:
    city = conflict(stage, baku, dossier_path)
    QTest.mouseClick(stage.find(QPushButton, "keepMine.meeting.city"), Qt.MouseButton.LeftButton)
    assert stage.stored(baku, "city") == "Shusha"
    assert stage.absent("mine.meeting.city")
    assert city.property("invalid") is False


def test_in_a_conflict_theirs_can_be_taken(stage: Stage, baku: Ref, dossier_path: Path) -> None:
    city = conflict(stage, baku, dossier_path)
    QTest.mouseClick(stage.find(QPushButton, "takeTheirs.meeting.city"), Qt.MouseButton.LeftButton)
    assert city.text() == "Bakı"
    assert stage.absent("mine.meeting.city")
    assert stage.stored(baku, "city") == "Bakı"
