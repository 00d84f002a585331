"""A record edited in place, through its widgets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.edits.records import change_record, remove_record
from ministrack.edits.workspace import Workspace
from ministrack.ui.desk import Desk
from ministrack.ui.forms.catalogue import FORMS, make_form
from tests.ui.conftest import make_desk
from tests.ui.forms.conftest import Stage

Finder = Callable[[str, str], Ref]


@pytest.fixture
def baku(find_record: Finder) -> Ref:
    return find_record("meeting", "Second meeting")


def retype(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_enter_stores_one_edit(stage: Stage, baku: Ref) -> None:
    form = stage.show("meeting", baku)
    venue = stage.find(QLineEdit, "field.meeting.venue")
    retype(venue, "Gulustan Palace")
    assert form.has_unsaved()
    QTest.keyClick(venue, Qt.Key.Key_Return)
    assert stage.stored(baku, "venue") == "Gulustan Palace"
    assert not form.has_unsaved()
    assert "Gulustan Palace" in (stage.desk.workspace.undo_label() or "")
    stage.desk.workspace.undo()
    form.refresh()
    assert venue.text() == ""


def test_leaving_a_field_stores_it(stage: Stage, baku: Ref) -> None:
    stage.show("meeting", baku)
    city = stage.find(QLineEdit, "field.meeting.city")
    city.setFocus()
    city.selectAll()
    city.insert("Gəncə")
    stage.elsewhere.setFocus()
    assert stage.stored(baku, "city") == "Gəncə"


def test_a_long_text_keeps_enter_and_is_stored_when_left(qtbot: QtBot, stage: Stage, baku: Ref) -> None:
    stage.show("meeting", baku)
    summary = stage.find(QPlainTextEdit, "field.meeting.summary")
    summary.setFocus()
    before = summary.height()
    for line in ("Four", "lines", "of", "text"):
        QTest.keyClicks(summary, line)
        QTest.keyClick(summary, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: summary.height() > before)
    assert stage.stored(baku, "summary") is None
    QTest.keyClick(summary, Qt.Key.Key_Tab)
    assert stage.stored(baku, "summary") == "Four\nlines\nof\ntext"


def test_leaving_without_typing_stores_nothing(stage: Stage, baku: Ref) -> None:
    label = stage.desk.workspace.undo_label()
    form = stage.show("meeting", baku)
    for name in ("city", "date", "country", "status", "summary"):
        form.focus_field(name)
    assert form.commit()
    assert stage.desk.workspace.undo_label() == label


def test_escape_takes_back_what_was_typed(stage: Stage, baku: Ref) -> None:
    form = stage.show("meeting", baku)
    city = stage.find(QLineEdit, "field.meeting.city")
    retype(city, "Sheki")
    QTest.keyClick(city, Qt.Key.Key_Escape)
    assert city.text() == "Baku"
    assert not form.has_unsaved()


def test_an_invalid_entry_stays_with_its_reason(stage: Stage, baku: Ref) -> None:
    form = stage.show("meeting", baku)
    number = stage.find(QLineEdit, "field.meeting.number")
    retype(number, "second")
    stage.elsewhere.setFocus()
    assert number.text() == "second"
    assert number.property("invalid") is True
    assert "whole number" in stage.text("error.meeting.number")
    assert stage.find(QLabel, "error.meeting.number").textFormat() == Qt.TextFormat.PlainText
    assert stage.stored(baku, "number") == 2
    assert not form.commit()
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_Escape)
    assert number.text() == "2"
    assert number.property("invalid") is False
    assert stage.absent("error.meeting.number")


def test_a_name_cannot_be_emptied(stage: Stage, baku: Ref) -> None:
    stage.show("meeting", baku)
    name = stage.find(QLineEdit, "field.meeting.name")
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert "may not be empty" in stage.text("error.meeting.name")
    assert stage.stored(baku, "name") != ""


def test_a_number_that_is_taken_is_refused_at_the_number(stage: Stage, baku: Ref) -> None:
    stage.show("meeting", baku)
    number = stage.find(QLineEdit, "field.meeting.number")
    retype(number, "1")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert "Number 1 of this series is already" in stage.text("error.meeting.number")
    retype(number, "7")
    assert stage.absent("error.meeting.number")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert stage.stored(baku, "number") == 7


def test_a_second_chair_is_refused_at_the_role(stage: Stage, find_record: Finder) -> None:
    kyrgyzstan = find_record("delegation", "Kyrgyzstan")
    form = stage.show("delegation", kyrgyzstan)
    role = stage.find(QComboBox, "field.delegate.role")
    role.setCurrentText("Chair")
    assert not form.commit()
    assert "already has a chair" in stage.text("error.delegate.role")


def test_a_party_twice_is_refused_at_the_country(stage: Stage, find_record: Finder) -> None:
    stage.show("delegation", find_record("delegation", "Kyrgyzstan"))
    party = stage.find(QLineEdit, "field.delegation.party")
    retype(party, "uzb")
    QTest.keyClick(party, Qt.Key.Key_Return)
    assert "already has a delegation" in stage.text("error.delegation.party")


def test_a_date_is_explained_while_it_is_typed(stage: Stage, baku: Ref) -> None:
    stage.show("meeting", baku)
    date = stage.find(QLineEdit, "field.meeting.date")
    date.setFocus()
    assert stage.text("hint.meeting.date").startswith("Day, month, season or year")
    retype(date, "autumn 2026")
    assert "Some day between" in stage.text("hint.meeting.date")
    retype(date, "12 march 2027")
    assert stage.text("hint.meeting.date") == "The day is known: 12 March 2027."
    retype(date, "32 May 2026")
    assert stage.absent("error.meeting.date")
    assert date.property("invalid") is not True
    retype(date, "17-18 October 2026")
    QTest.keyClick(date, Qt.Key.Key_Return)
    assert stage.stored(baku, "date") == "2026-10-17/2026-10-18"
    assert date.text() == "17–18 Oct 2026"
    stage.elsewhere.setFocus()
    assert stage.absent("hint.meeting.date")


def test_a_date_that_is_not_understood_is_kept(stage: Stage, baku: Ref) -> None:
    stage.show("meeting", baku)
    date = stage.find(QLineEdit, "field.meeting.date")
    retype(date, "some time")
    stage.elsewhere.setFocus()
    assert date.text() == "some time"
    assert "not understood as a date" in stage.text("error.meeting.date")
    assert stage.stored(baku, "date") == "2025-11-20"


def test_an_uncertain_date_survives_being_looked_at(stage: Stage, baku: Ref) -> None:
    desk = stage.desk
    desk.workspace.run(change_record(desk.read, baku, new={"date": "2026-05?"}))
    form = stage.show("meeting", baku)
    form.focus_field("date")
    stage.elsewhere.setFocus()
    assert stage.stored(baku, "date") == "2026-05?"


def test_choices_by_keys_are_stored_when_left(stage: Stage, baku: Ref) -> None:
    stage.show("meeting", baku)
    status = stage.find(QComboBox, "field.meeting.status")
    status.setFocus()
    QTest.keyClick(status, Qt.Key.Key_Down)
    QTest.keyClick(status, Qt.Key.Key_Down)
    assert stage.stored(baku, "status") == "held"
    QTest.keyClick(status, Qt.Key.Key_Tab)
    assert stage.stored(baku, "status") == "cancelled"


def test_a_marker_says_how_many_sources_there_are(qtbot: QtBot, stage: Stage, baku: Ref) -> None:
    form = stage.show("meeting", baku)
    marker = stage.find(QPushButton, "source.meeting.city")
    assert marker.text() == "1 source"
    assert marker.accessibleName() == "Sources of City"
    with qtbot.waitSignal(form.statement_wanted) as caught:
        QTest.mouseClick(marker, Qt.MouseButton.LeftButton)
    assert caught.args == ["city"]
    assert stage.absent("source.meeting.venue")


def test_links_lead_to_the_chair_and_the_next_meeting(
    qtbot: QtBot, stage: Stage, baku: Ref, find_record: Finder
) -> None:
    form = stage.show("meeting", baku)
    chair = stage.find(QPushButton, "link.meeting.chair")
    assert "Farid Ahmadov" in chair.text()
    with qtbot.waitSignal(form.link_wanted) as caught:
        QTest.mouseClick(chair, Qt.MouseButton.LeftButton)
    assert caught.args is not None
    assert caught.args[0].table == "delegate"
    with qtbot.waitSignal(form.link_wanted) as caught:
        QTest.mouseClick(stage.find(QPushButton, "link.meeting.next"), Qt.MouseButton.LeftButton)
    assert caught.args == [find_record("meeting", "Third meeting")]


def test_every_form_shows_every_record_of_its_kind(stage: Stage, desk: Desk) -> None:
    for table in FORMS:
        form = make_form(table, desk, stage.window)
        for row in desk.read.rows(ListQuery(table, ("label",))):
            form.show_record(Ref(table, str(row["id"])))
            assert form.isEnabled()
            assert not form.has_unsaved(), (table, row["label"])
        for label in form.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText


def test_there_is_no_form_for_what_is_not_edited_here(desk: Desk) -> None:
    with pytest.raises(KeyError):
        make_form("saved_filter", desk)


def test_every_field_has_a_name_for_assistive_tools(stage: Stage, baku: Ref) -> None:
    form = stage.show("meeting", baku)
    assert stage.find(QLineEdit, "field.meeting.city").accessibleName() == "City"
    assert form.row("city").label.buddy() is stage.find(QLineEdit, "field.meeting.city")
    for stop in form.stops():
        assert stop.accessibleName()


def test_tab_goes_from_top_to_bottom(stage: Stage, find_record: Finder) -> None:
    form = stage.show("document", find_record("document", "Astana Declaration"))
    stops = [stop for stop in form.findChildren(QLineEdit) if stop.objectName().startswith("field.")]
    form.focus_first()
    visited = []
    for _ in range(40):
        focus = stage.window.focusWidget()
        if isinstance(focus, QLineEdit):
            visited.append(focus.mapTo(stage.window, focus.rect().topLeft()).y())
        if focus is stage.elsewhere:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert len(visited) == len(stops)
    assert visited == sorted(visited)


def test_a_record_that_is_gone_is_said_to_be_gone(stage: Stage, baku: Ref) -> None:
    desk = stage.desk
    form = stage.show("meeting", baku)
    desk.workspace.run(remove_record(desk.read, baku))
    form.refresh()
    assert not form.isEnabled()
    assert stage.text("message.meeting") == "This record is no longer in the dossier."
    desk.workspace.undo()
    form.refresh()
    assert form.isEnabled()
    assert stage.absent("message.meeting")


def test_a_dossier_that_cannot_be_written_is_read_only(
    qtbot: QtBot, desk: Desk, baku: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    form = make_form("delegation", make_desk(desk.workspace))
    qtbot.addWidget(form)
    form.show_record(next(ref for ref, _, _ in desk.read.users(baku) if ref.table == "delegation"))
    form.show()
    for line in form.findChildren(QLineEdit):
        assert line.isReadOnly() or not line.isEnabled(), line.objectName()
    assert not any(box.isEnabled() for box in form.findChildren(QComboBox))
    add = form.findChild(QPushButton, "add.delegate")
    assert add is not None
    assert add.isHidden()


def test_narrow_forms_put_labels_above_their_fields(qtbot: QtBot, stage: Stage, baku: Ref) -> None:
    form = stage.show("meeting", baku)
    row = form.row("city")
    assert row.label.y() == row.y()
    stage.window.resize(260, 700)
    qtbot.waitUntil(lambda: row.label.y() < row.y())
    assert row.label.x() == row.x()
