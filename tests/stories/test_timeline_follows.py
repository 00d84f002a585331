"""The story of the timeline: it follows the filter and the dossier, and stays where the user looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views.timeline.items import Lane


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def party(window: MainWindow, code: str) -> str:
    return window.desk.read.find(Party, Compare("code", code))[0].id


def meetings(window: MainWindow) -> list[str]:
    """The labels of the meetings drawn, from left to right."""
    timeline = window.timeline
    nodes = sorted(timeline.picture().nodes, key=lambda node: node.x)
    items = [timeline.item(node.number) for node in nodes]
    return [item.label for item in items if item.lane is Lane.MEETINGS]


def test_a_filter_chooses_items_and_moves_nothing(window: MainWindow) -> None:
    before = window.timeline.period_text(), window.timeline.zoom_fraction()
    assert len(meetings(window)) == 3
    window.desk.focus.set_filter(SharedFilter(parties=(party(window, "KG"),)))
    assert meetings(window) == ["2nd · Baku · 20 Nov 2025"]
    assert window.timeline.zoom_fraction() == before[1]
    window.desk.focus.clear_filter()
    assert len(meetings(window)) == 3
    assert (window.timeline.period_text(), window.timeline.zoom_fraction()) == before


def test_a_filter_keeps_the_part_of_time_the_user_went_to(window: MainWindow) -> None:
    timeline = window.timeline
    at = next(node for node in timeline.picture().nodes if timeline.item(node.number).label.startswith("2nd"))
    timeline.zoom(6, at.x)
    before = timeline.state()
    window.desk.focus.set_filter(SharedFilter(parties=(party(window, "KG"),)))
    assert timeline.state() == before
    window.desk.focus.clear_filter()
    assert timeline.state() == before
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert timeline.period_text().endswith("fit all")


def test_an_edit_under_a_filter_shows_at_once(window: MainWindow) -> None:
    desk = window.desk
    third = desk.read.find(Meeting, Compare("number", 3))[0]
    desk.focus.set_filter(SharedFilter(parties=(party(window, "TR"),)))
    desk.focus.select(Ref("meeting", third.id))
    desk.workspace.run(change_record(desk.read, Ref("meeting", third.id), new={"date": "2031-10-09"}))
    timeline = window.timeline
    node = next(n for n in timeline.picture().nodes if timeline.item(n.number).ref[1] == third.id)
    assert timeline.picture().gutter < node.x < timeline.width()
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(node.x), round(node.y)))
    assert desk.focus.record == Ref("meeting", third.id)
