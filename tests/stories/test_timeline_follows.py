"""The story of the timeline: it follows the filter and the dossier, and stays where the user looks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ministrack.domain.delegation import Delegation
from ministrack.domain.filters import EVERYTHING, Compare, SharedFilter
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.edits.asking import Reader
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record, remove_record
from ministrack.ui.main_window import MainWindow
from ministrack.ui.timeline_pane.feed import TimelineFeed
from ministrack.ui.views.timeline.items import Lane


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


def said(window: MainWindow) -> set[str]:
    """Labels and tooltips of all items in view."""
    timeline = window.timeline
    picture = timeline.picture()
    numbers = {node.number for node in picture.nodes} | {bar.number for bar in picture.bars}
    numbers |= {number for mark in picture.marks for number in mark.members}
    items = [timeline.item(number) for number in numbers]
    return {item.label for item in items} | {item.tooltip for item in items} | {item.tone for item in items}


RENAMED = [
    ("meeting", "number", 2, {"city": "Gəncə"}, "2nd · Gəncə · 20 Nov 2025"),
    ("meeting", "number", 2, {"number": 5}, "5th · Baku · 20 Nov 2025"),
    ("meeting", "number", 2, {"status": "cancelled"}, "cancelled"),
    ("meeting", "number", 3, {"date": "2027"}, "3rd · Türkiye · 2027"),
    ("party", "code", "TR", {"name": "Republic of Türkiye"}, "3rd · Republic of Türkiye · 2026"),
    ("document", "title", "Astana Declaration", {"title": "Astana Act"}, "Astana Act signed · 9 Sep 2024"),
    ("body", "name", "Expert Group", {"name": "Drafting Group"}, "Drafting Group"),
    ("task", "title", "Hold the third meeting", {"title": "Hold it"}, "Hold it"),
    ("task", "title", "Hold the third meeting", {"owner_party": None, "owner_note": "the host"}, "the host"),
    ("task", "title", "Hold the third meeting", {"status": "done"}, "done"),
]


@pytest.mark.parametrize(("table", "field", "value", "new", "shown"), RENAMED)
def test_whatever_an_item_says_follows_an_edit(
    window: MainWindow, table: str, field: str, value: str | int, new: dict[str, object], shown: str
) -> None:
    desk = window.desk
    (row,) = desk.read.rows(ListQuery(table, (), Compare(field, value)))
    assert not any(shown in each for each in said(window))
    ref = Ref(table, str(row["id"]))
    desk.focus.select(ref)
    desk.workspace.run(change_record(desk.read, ref, new=new))
    assert any(shown in each for each in said(window))


def test_a_new_delegation_brings_its_meeting_into_the_filter(window: MainWindow) -> None:
    desk = window.desk
    kyrgyzstan = party(window, "KG")
    desk.focus.set_filter(SharedFilter(parties=(kyrgyzstan,)))
    assert len(meetings(window)) == 1
    first = desk.read.find(Meeting, Compare("number", 1))[0]
    desk.workspace.run(add_record(Delegation(meeting=first.id, party=kyrgyzstan)))
    assert len(meetings(window)) == 2


def asked_for(window: MainWindow, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tables whose rows the timeline reads to follow an edit, and how it asks."""
    found: list[str] = []
    rows = type(window.desk.read).rows

    def listen(read: Reader, query: ListQuery, limit: int = 1000) -> list[Row]:
        found.append(f"{query.table}: {'all' if query.filter == EVERYTHING else 'some'}")
        return rows(read, query, limit)

    feed = window.findChild(TimelineFeed)
    assert isinstance(feed, TimelineFeed)
    done = window.desk.workspace.run(edit)
    monkeypatch.setattr(type(window.desk.read), "rows", listen)
    feed.hear(done)
    monkeypatch.undo()
    return found


def test_an_edit_reads_only_what_it_touched(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = window.desk
    third = desk.read.find(Meeting, Compare("number", 3))[0]
    ref = Ref("meeting", third.id)
    moved = change_record(desk.read, ref, new={"date": "2027"})
    assert asked_for(window, moved, monkeypatch) == ["meeting: some", "task: some"]
    venue = change_record(desk.read, ref, new={"venue": "Külliye"})
    assert asked_for(window, venue, monkeypatch) == []


def test_undo_and_deleting_are_followed_as_well(window: MainWindow) -> None:
    desk = window.desk
    before = said(window)
    third = desk.read.find(Meeting, Compare("number", 3))[0]
    desk.workspace.run(remove_record(desk.read, Ref("meeting", third.id)))
    assert not any("3rd" in each for each in said(window))
    desk.workspace.undo()
    assert said(window) == before
    desk.workspace.run(add_record(Meeting(name="Fourth meeting", number=4, date="2028-05-12", city="Şuşa")))
    assert any("4th · Şuşa · 12 May 2028" in each for each in said(window))
