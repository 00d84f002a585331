"""The inspector as a person uses it: follows the focus, links on, edits in place, loses nothing typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import SharedFilter
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record, remove_record
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.inspector import Inspector
from ministrack.ui.inspector.link_list import LinkList
from ministrack.ui.inspector.text_link import TextLink


def record(desk: Desk, table: str, name: str) -> Ref:
    rows = desk.read.rows(ListQuery(table, ("label",)))
    return next(Ref(table, str(row["id"])) for row in rows if name in str(row["label"]))


@pytest.fixture
def second(desk: Desk) -> Ref:
    return record(desk, "meeting", "Second")


@pytest.fixture
def inspector(desk: Desk, qtbot: QtBot, second: Ref) -> Inspector:
    made = Inspector(desk)
    qtbot.addWidget(made)
    made.resize(374, 700)
    made.show()
    desk.focus.select(second)
    return made


def words(inspector: Inspector, name: str) -> str:
    label = inspector.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def press(parent: QWidget, name: str) -> None:
    button = next(each for each in parent.findChildren(QPushButton, name) if each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def tabs(inspector: Inspector) -> list[str]:
    bar = inspector.findChild(QTabBar, "inspector.tabs")
    assert bar is not None
    return [bar.tabText(place) for place in range(bar.count())]


def lines(inspector: Inspector, name: str) -> LinkList:
    return next(each for each in inspector.findChildren(LinkList, name) if each.isVisible())


def shown(listed: LinkList) -> list[str]:
    return [str(listed.model().index(row, 0).data()) for row in range(listed.model().rowCount())]


def field(inspector: Inspector, name: str) -> QLineEdit:
    return next(each for each in inspector.findChildren(QLineEdit, name) if each.isVisible())


def test_nothing_selected_says_so(desk: Desk, inspector: Inspector) -> None:
    desk.focus.select(None)
    assert words(inspector, "inspector.nothing") == "Select one record to see its details."


def test_the_head_says_what_it_is_where_it_belongs_and_how_it_stands(inspector: Inspector) -> None:
    assert words(inspector, "inspector.kind") == "Meeting ·"
    link = inspector.findChild(TextLink, "inspector.belongs.0")
    assert link is not None
    assert link.full_text == "OTS · Justice ministers"
    assert words(inspector, "inspector.title").startswith("Second meeting")
    assert words(inspector, "inspector.status") == "Held"
    assert tabs(inspector) == [
        "Details", "Delegations 6", "Programme 7", "Outcomes 8", "Sources 8", "History",
    ]  # fmt: skip


def test_neighbours_lead_along_the_series(desk: Desk, inspector: Inspector, second: Ref) -> None:
    press(inspector, "inspector.after")
    assert desk.focus.record == record(desk, "meeting", "Third")
    assert words(inspector, "inspector.status") == "Planned"
    press(inspector, "inspector.before")
    press(inspector, "inspector.before")
    assert desk.focus.record == record(desk, "meeting", "First")
    desk.focus.go_back()
    assert desk.focus.record == second


def test_the_series_in_the_head_is_a_link(desk: Desk, inspector: Inspector) -> None:
    press(inspector, "inspector.belongs.0")
    assert desk.focus.record == record(desk, "series", "")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_delegation_is_reached_by_keyboard(desk: Desk, inspector: Inspector, key: Qt.Key) -> None:
    inspector.show_tab("delegations")
    listed = lines(inspector, "inspector.meeting.delegations.delegation.list")
    assert shown(listed)[:3] == ["Azerbaijan", "Kazakhstan", "Kyrgyzstan"]
    for _ in range(3):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, key)
    assert desk.focus.record is not None
    assert desk.focus.record.table == "delegation"
    assert words(inspector, "inspector.title") == "Kyrgyzstan"
    assert words(inspector, "inspector.status") == "Below minister level"


def test_a_click_on_a_line_selects_its_record(desk: Desk, inspector: Inspector) -> None:
    inspector.show_tab("outcomes")
    listed = lines(inspector, "inspector.meeting.outcomes.meeting_document.list")
    place = listed.visualRect(listed.model().index(0, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.focus.record == record(desk, "document", "Astana Declaration")


def test_follow_up_and_reviewed_documents_stand_below_the_form(inspector: Inspector) -> None:
    tasks = lines(inspector, "inspector.meeting.below.0.list")
    assert "Hold the third meeting" in shown(tasks)
    documents = lines(inspector, "inspector.meeting.below.1.list")
    assert shown(documents)[0] == "Astana Declaration"
    assert documents.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Astana Declaration, signed 9 Sep 2024"
    )


def test_add_task_asks_for_a_task_made_at_this_meeting(
    qtbot: QtBot, inspector: Inspector, second: Ref
) -> None:
    with qtbot.waitSignal(inspector.create_wanted) as wanted:
        press(inspector, "inspector.meeting.below.0.add")
    assert wanted.args == ["task", {"made_at": second.id}]


def test_the_filter_narrows_lists_and_counts_and_one_click_widens_them(
    desk: Desk, inspector: Inspector
) -> None:
    inspector.show_tab("delegations")
    desk.focus.set_filter(SharedFilter(parties=(record(desk, "party", "Kyrgyz").id,)))
    listed = lines(inspector, "inspector.meeting.delegations.delegation.list")
    assert shown(listed) == ["Kyrgyzstan"]
    assert "Delegations 1" in tabs(inspector)
    hidden = inspector.findChild(TextLink, "inspector.meeting.delegations.delegation.hidden")
    assert hidden is not None
    assert hidden.full_text.startswith("5 more hidden by the filter")
    press(inspector, hidden.objectName())
    assert desk.focus.filter.is_empty
    assert len(shown(listed)) == 6
    assert hidden.isHidden()


def test_the_tab_stays_where_the_next_record_has_it(desk: Desk, inspector: Inspector, second: Ref) -> None:
    inspector.show_tab("history")
    desk.focus.select(record(desk, "task", "third meeting"))
    assert lines(inspector, "inspector.history.list").isVisible()
    inspector.show_tab("progress")
    desk.focus.select(second)
    assert field(inspector, "field.meeting.city").text() == "Baku"


def test_an_edit_elsewhere_is_seen_at_once(desk: Desk, inspector: Inspector, second: Ref) -> None:
    desk.runner.run(change_record(desk.read, second, new={"status": "postponed", "city": "Gəncə"}))
    assert words(inspector, "inspector.status") == "Postponed"
    assert field(inspector, "field.meeting.city").text() == "Gəncə"


def test_a_deleted_record_is_said_to_be_gone_and_undo_brings_it_back(
    desk: Desk, inspector: Inspector, second: Ref
) -> None:
    desk.runner.run(remove_record(desk.read, second))
    assert words(inspector, "inspector.nothing").startswith("This record was deleted.")
    assert words(inspector, "inspector.title") == ""
    more = inspector.findChild(QToolButton, "inspector.moreTabs")
    assert more is not None
    assert not more.isVisible()
    desk.runner.undo()
    assert words(inspector, "inspector.title").startswith("Second meeting")
    assert field(inspector, "field.meeting.city").text() == "Baku"


def test_what_was_typed_and_is_invalid_waits_in_its_own_form(
    desk: Desk, inspector: Inspector, second: Ref
) -> None:
    typed = field(inspector, "field.meeting.date")
    typed.setFocus()
    typed.selectAll()
    QTest.keyClicks(typed, "sometime soon")
    third = record(desk, "meeting", "Third")
    desk.focus.select(third)
    assert words(inspector, "inspector.title").startswith("Third meeting")
    assert field(inspector, "field.meeting.date").text() == "2026"
    said = words(inspector, "inspector.notice.text")
    assert "Second meeting" in said
    assert "Date" in said
    assert inspector.has_unsaved()
    press(inspector, "inspector.notice.back")
    assert desk.focus.record == second
    assert field(inspector, "field.meeting.date").text() == "sometime soon"
    assert words(inspector, "inspector.notice.text") == ""
    assert not inspector.commit()


def test_what_is_invalid_can_be_discarded(desk: Desk, inspector: Inspector, second: Ref) -> None:
    typed = field(inspector, "field.meeting.date")
    typed.setFocus()
    QTest.keyClicks(typed, "???")
    desk.focus.select(record(desk, "meeting", "Third"))
    press(inspector, "inspector.notice.discard")
    assert not inspector.has_unsaved()
    assert inspector.commit()
    desk.focus.select(second)
    assert field(inspector, "field.meeting.date").text() == "20 Nov 2025"


def test_what_is_typed_is_stored_when_another_record_is_selected(
    desk: Desk, inspector: Inspector, second: Ref
) -> None:
    typed = field(inspector, "field.meeting.venue")
    typed.setFocus()
    QTest.keyClicks(typed, "Gulustan Palace")
    assert inspector.has_unsaved()
    desk.focus.select(record(desk, "meeting", "Third"))
    row = desk.read.row(second, ("venue",))
    assert row is not None
    assert row["venue"] == "Gulustan Palace"
    assert not inspector.has_unsaved()


def test_a_hidden_inspector_catches_up_when_it_is_shown(desk: Desk, inspector: Inspector) -> None:
    inspector.hide()
    desk.focus.select(record(desk, "meeting", "First"))
    inspector.show()
    assert words(inspector, "inspector.title").startswith("First meeting")
    assert field(inspector, "field.meeting.city").text() == "Astana"


def test_actions_show_the_record_in_its_table_and_ask_for_its_deletion(
    desk: Desk, qtbot: QtBot, inspector: Inspector
) -> None:
    task = record(desk, "task", "third meeting")
    desk.focus.select(task)
    by_name: dict[str, Callable[[], None]] = {
        action.objectName(): action.trigger
        for menu in inspector.findChildren(QWidget)
        for action in menu.actions()
    }
    by_name["inspector.actions.table"]()
    assert (desk.focus.view, desk.focus.record) == ("tasks", task)
    with qtbot.waitSignal(inspector.delete_wanted) as wanted:
        by_name["inspector.actions.delete"]()
    assert wanted.args == [task]


def test_a_field_is_edited_on_request_from_any_tab(inspector: Inspector) -> None:
    inspector.show_tab("history")
    inspector.activateWindow()
    inspector.edit_field("city")
    assert field(inspector, "field.meeting.city").hasFocus()


@pytest.mark.parametrize("width", [374, 300])
def test_every_kind_of_record_fits_the_pane(desk: Desk, inspector: Inspector, width: int) -> None:
    tables = (
        "meeting", "delegation", "delegate", "programme_item", "person", "party", "series", "task",
        "progress", "document", "document_stage", "document_party", "meeting_document", "body",
        "source", "statement",
    )  # fmt: skip
    for table in tables:
        rows = desk.read.rows(ListQuery(table, ()), 2)
        assert rows, table
        for row in rows:
            desk.focus.select(Ref(table, str(row["id"])))
            inspector.show_tab("details")
            inspector.resize(width, 640)
            assert inspector.width() == width, table
            assert words(inspector, "inspector.title"), table
