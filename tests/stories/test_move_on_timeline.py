"""The story of a planned meeting that is moved on the timeline: what it means is said before it is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views.timeline.card import Card

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    shown.resize(1440, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def third(window: MainWindow) -> Meeting:
    return window.desk.read.find(Meeting, Compare("number", 3))[0]


def place(window: MainWindow, number: int) -> QPoint:
    """Where the node of a meeting is, by its number in the series."""
    timeline = window.timeline
    identity = window.desk.read.find(Meeting, Compare("number", number))[0].id
    node = next(n for n in timeline.picture().nodes if timeline.item(n.number).ref == ("meeting", identity))
    return QPoint(round(node.x), round(node.y))


def said(window: MainWindow) -> str:
    card = window.findChild(Card)
    return card.words() if card is not None and card.isVisible() else ""


def drag(window: MainWindow, start: QPoint, by: int) -> None:
    QTest.mousePress(window.timeline, LEFT, pos=start)
    QTest.mouseMove(window.timeline, start + QPoint(by // 2, 0))
    QTest.mouseMove(window.timeline, start + QPoint(by, 2))


def test_a_drag_says_what_it_means_and_is_one_step_back(window: MainWindow) -> None:
    start = place(window, 3)
    drag(window, start, -60)
    words = said(window)
    assert "Q2 2026: Some day between 1 April and 30 June 2026." in words
    assert "Until now: 2026" in words
    assert "1 task due before it moves with it: “Hold the third meeting”." in words
    assert third(window).date == "2026"
    assert window.timeline.accessibleDescription() == words
    QTest.mouseRelease(window.timeline, LEFT, pos=start + QPoint(-60, 2))
    assert said(window) == ""
    assert third(window).date == "2026-34"
    assert window.desk.workspace.undo_label() == "Move meeting to Q2 2026"
    assert window.desk.focus.record == Ref("meeting", third(window).id)
    window.desk.runner.undo()
    assert third(window).date == "2026"


def test_escape_leaves_it_and_the_pointer_moves_nothing_more(window: MainWindow) -> None:
    start = place(window, 3)
    drag(window, start, -60)
    QTest.keyClick(window.timeline, Qt.Key.Key_Escape)
    assert said(window) == ""
    before = window.timeline.state()
    QTest.mouseMove(window.timeline, start + QPoint(-200, 0))
    QTest.mouseRelease(window.timeline, LEFT, pos=start + QPoint(-200, 0))
    assert third(window).date == "2026"
    assert window.timeline.state() == before


def test_what_was_held_is_panned_by_and_never_moved(window: MainWindow) -> None:
    start, before = place(window, 2), window.timeline.state()
    drag(window, start, -80)
    QTest.mouseRelease(window.timeline, LEFT, pos=start + QPoint(-80, 2))
    assert said(window) == ""
    assert window.timeline.state() != before
    assert window.desk.read.find(Meeting, Compare("number", 2))[0].date == "2025-11-20"


def test_keys_move_by_steps_and_with_ctrl_by_days(window: MainWindow) -> None:
    timeline = window.timeline
    window.desk.focus.select(Ref("meeting", third(window).id))
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_M)
    assert "stays: 2026" in said(window)
    QTest.keyClick(timeline, Qt.Key.Key_Right, CTRL)
    assert "Thursday 2 July 2026" in said(window)
    QTest.keyClick(timeline, Qt.Key.Key_Left, CTRL)
    assert "Wednesday 1 July 2026" in said(window)
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert "Saturday 1 August 2026" in said(window)
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert third(window).date == "2026-08-01"
    assert window.desk.workspace.undo_label() == "Move meeting to 1 August 2026"


def test_leaving_the_timeline_leaves_the_meeting_as_well(window: MainWindow) -> None:
    timeline = window.timeline
    window.desk.focus.select(Ref("meeting", third(window).id))
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_M)
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    window.top_bar.search.setFocus()
    assert not timeline.is_moving()
    assert third(window).date == "2026"


def test_clashes_and_a_broken_order_are_said(window: MainWindow) -> None:
    desk = window.desk
    meeting = third(window)
    desk.workspace.run(change_record(desk.read, Ref("meeting", meeting.id), new={"date": "2026-07-10"}))
    desk.workspace.run(add_record(Meeting(name="Bakanlar Kurulu", date="2026-07-12")))
    desk.focus.select(Ref("meeting", meeting.id))
    window.timeline.setFocus()
    QTest.keyClick(window.timeline, Qt.Key.Key_M)
    for _ in range(2):
        QTest.keyClick(window.timeline, Qt.Key.Key_Right, CTRL)
    assert "On the same day: Bakanlar Kurulu, 12 Jul 2026" in said(window)
    assert "Out of order" not in said(window)
    for _ in range(9):
        QTest.keyClick(window.timeline, Qt.Key.Key_Left)
    assert "Out of order: it would come before 2nd · Baku · 20 Nov 2025" in said(window)
    assert "That is in the past." in said(window)
    QTest.keyClick(window.timeline, Qt.Key.Key_Escape)


def test_why_something_cannot_be_moved_is_said(window: MainWindow) -> None:
    timeline = window.timeline
    window.desk.focus.select(Ref("meeting", window.desk.read.find(Meeting, Compare("number", 2))[0].id))
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_M)
    assert QToolTip.text() == "Only a meeting that was not yet held, with a date, can be moved."
    assert not timeline.is_moving()
    QToolTip.hideText()


def test_a_dossier_that_can_only_be_read_moves_nothing(window: MainWindow) -> None:
    window.timeline.set_can_move(False)
    start = place(window, 3)
    drag(window, start, -60)
    assert said(window) == ""
    QTest.mouseRelease(window.timeline, LEFT, pos=start + QPoint(-60, 2))
    assert third(window).date == "2026"
    window.desk.focus.select(Ref("meeting", third(window).id))
    window.timeline.setFocus()
    QTest.keyClick(window.timeline, Qt.Key.Key_M)
    assert QToolTip.text() == "This dossier can only be read."
    QToolTip.hideText()
