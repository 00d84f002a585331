"""Choosing a record by typing, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ministrack.domain.errors import InvalidValue
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.ui.forms.choosing import Cleared, Existing, NewCountry, NewNamed
from ministrack.ui.forms.picker import ReferencePicker
from ministrack.ui.forms.picker_list import SuggestionList
from tests.ui.forms.conftest import Stage

Finder = Callable[[str, str], Ref]


@pytest.fixture
def parties(qtbot: QtBot, stage: Stage) -> ReferencePicker:
    return shown(qtbot, stage, "party")


def shown(qtbot: QtBot, stage: Stage, table: str) -> ReferencePicker:
    picker = ReferencePicker(stage.desk, (table,), stage.window)
    stage.window.show()
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    picker.setFocus()
    return picker


def labels(picker: ReferencePicker) -> list[str]:
    return [entry.label for entry in picker.listing()]


@pytest.mark.parametrize("typed", ["turk", "tr", "TURKIY"])
def test_a_country_is_found_by_what_is_typed(
    qtbot: QtBot, parties: ReferencePicker, find_record: Finder, typed: str
) -> None:
    QTest.keyClicks(parties, typed)
    with qtbot.waitSignal(parties.chosen) as caught:
        QTest.keyClick(parties, Qt.Key.Key_Return)
    assert caught.args == [Existing(find_record("party", "Türkiye"))]
    assert parties.text() == "Türkiye"
    assert not parties.listing()


@pytest.mark.parametrize("typed", ["Кыргызстан", "kırgız", "KG"])
def test_native_names_and_codes_find_the_same_country(
    parties: ReferencePicker, find_record: Finder, typed: str
) -> None:
    parties.insert(typed)
    parties.textEdited.emit(parties.text())  # as an input method would
    first = parties.listing()[0]
    assert first.chosen == Existing(find_record("party", "Kyrgyzstan"))
    assert first.context == "KG"


def test_people_are_told_apart_by_their_last_post(qtbot: QtBot, stage: Stage) -> None:
    picker = shown(qtbot, stage, "person")
    QTest.keyClicks(picker, "yilmaz tunc")
    first = picker.listing()[0]
    assert "Türkiye" in first.context
    assert "Minister" in first.context


def test_meetings_are_told_apart_by_place_and_date(qtbot: QtBot, stage: Stage) -> None:
    picker = shown(qtbot, stage, "meeting")
    QTest.keyClicks(picker, "baku")
    assert picker.listing()[0].context == "2nd · Baku · 20 Nov 2025"


def test_create_is_the_last_entry(qtbot: QtBot, parties: ReferencePicker) -> None:
    QTest.keyClicks(parties, "OTS Centre")
    assert labels(parties)[-1] == "Create “OTS Centre”"
    QTest.keyClick(parties, Qt.Key.Key_Up)  # from the first entry around to the last
    with qtbot.waitSignal(parties.chosen) as caught:
        QTest.keyClick(parties, Qt.Key.Key_Return)
    assert caught.args == [NewNamed("party", "OTS Centre")]


def test_a_country_not_recorded_yet_is_offered(parties: ReferencePicker) -> None:
    QTest.keyClicks(parties, "hungar")
    entry = parties.listing()[0]
    assert entry.chosen == NewCountry("HU")
    assert entry.context == "HU · new"


def test_the_list_closes_with_escape_and_opens_with_down(qtbot: QtBot, parties: ReferencePicker) -> None:
    QTest.keyClicks(parties, "kaz")
    assert parties.listing()
    QTest.keyClick(parties, Qt.Key.Key_Escape)
    assert not parties.listing()
    assert parties.text() == "kaz"
    with qtbot.waitSignal(parties.abandoned):
        QTest.keyClick(parties, Qt.Key.Key_Escape)
    assert parties.text() == ""
    QTest.keyClick(parties, Qt.Key.Key_Down)
    assert "Kazakhstan" in labels(parties)


def test_an_entry_can_be_clicked(qtbot: QtBot, parties: ReferencePicker, find_record: Finder) -> None:
    QTest.keyClicks(parties, "uzb")
    entries = parties.findChild(SuggestionList)
    assert entries is not None
    place = entries.visualRect(entries.model().index(0, 0)).center()
    with qtbot.waitSignal(parties.chosen) as caught:
        QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert caught.args == [Existing(find_record("party", "Uzbekistan"))]
    assert parties.hasFocus()


def test_text_that_nothing_was_chosen_for_is_no_choice(parties: ReferencePicker) -> None:
    QTest.keyClicks(parties, "uzb")
    with pytest.raises(InvalidValue, match="Choose from the list, or create it"):
        parties.choice()


def test_a_name_typed_in_full_is_a_choice(parties: ReferencePicker, find_record: Finder) -> None:
    QTest.keyClicks(parties, "uzbekistan")
    assert parties.choice() == Existing(find_record("party", "Uzbekistan"))


def test_an_emptied_line_means_nothing(qtbot: QtBot, parties: ReferencePicker, find_record: Finder) -> None:
    parties.show_ref(find_record("party", "Uzbekistan"))
    parties.selectAll()
    QTest.keyClick(parties, Qt.Key.Key_Backspace)
    assert parties.choice() == Cleared()
    with qtbot.waitSignal(parties.chosen) as caught:
        QTest.keyClick(parties, Qt.Key.Key_Return)
    assert caught.args == [Cleared()]


def test_in_a_form_a_choice_is_stored_at_once(stage: Stage, find_record: Finder) -> None:
    third = find_record("meeting", "Third meeting")
    stage.show("meeting", third)
    host = stage.find(QLineEdit, "field.meeting.host")
    host.setFocus()
    host.selectAll()
    QTest.keyClicks(host, "turk")
    QTest.keyClick(host, Qt.Key.Key_Return)
    assert stage.stored(third, "host") == find_record("party", "Türkiye").id
    host.selectAll()
    QTest.keyClick(host, Qt.Key.Key_Delete)
    QTest.keyClick(host, Qt.Key.Key_Tab)
    assert stage.stored(third, "host") is None


def test_in_a_form_a_new_country_comes_with_the_change(stage: Stage, find_record: Finder) -> None:
    third = find_record("meeting", "Third meeting")
    form = stage.show("meeting", third)
    host = stage.find(QLineEdit, "field.meeting.host")
    host.setFocus()
    host.selectAll()
    QTest.keyClicks(host, "hungar")
    QTest.keyClick(host, Qt.Key.Key_Return)
    hungary = find_record("party", "Hungary")
    party = stage.desk.read.get(Party, hungary.id)
    assert party is not None
    assert (party.code, party.kind) == ("HU", PartyKind.STATE)
    assert stage.stored(third, "host") == hungary.id
    assert host.text() == "Hungary"
    stage.desk.workspace.undo()
    form.refresh()
    assert not stage.desk.read.exists(hungary)
    assert host.text() != "Hungary"


def test_tab_takes_the_only_record_that_begins_as_typed(stage: Stage, find_record: Finder) -> None:
    third = find_record("meeting", "Third meeting")
    stage.show("meeting", third)
    host = stage.find(QLineEdit, "field.meeting.host")
    host.setFocus()
    host.selectAll()
    QTest.keyClicks(host, "kyr")
    QTest.keyClick(host, Qt.Key.Key_Tab)
    assert stage.stored(third, "host") == find_record("party", "Kyrgyzstan").id
    assert host.text() == "Kyrgyzstan"
    assert not host.hasFocus()
    host.setFocus()
    host.selectAll()
    QTest.keyClicks(host, "united")  # several begin so: none is guessed
    QTest.keyClick(host, Qt.Key.Key_Tab)
    assert stage.text("error.meeting.host") == "Choose from the list, or create it."
    assert stage.stored(third, "host") == find_record("party", "Kyrgyzstan").id


def test_in_a_form_unknown_text_stays_marked(stage: Stage, find_record: Finder) -> None:
    third = find_record("meeting", "Third meeting")
    stage.show("meeting", third)
    country = stage.find(QLineEdit, "field.meeting.country")
    before = stage.stored(third, "country")
    country.setFocus()
    country.selectAll()
    QTest.keyClicks(country, "Ruritania")
    QTest.keyClick(country, Qt.Key.Key_Tab)
    assert country.text() == "Ruritania"
    assert stage.text("error.meeting.country") == "Choose from the list, or create it."
    assert stage.stored(third, "country") == before
    country.setFocus()
    QTest.keyClick(country, Qt.Key.Key_Escape)
    assert country.text() == "Türkiye"
    assert stage.absent("error.meeting.country")


def test_the_owner_of_a_task_is_a_party_a_body_a_person_or_words(stage: Stage, find_record: Finder) -> None:
    task = find_record("task", "Implement the directions")
    stage.show("task", task)
    owner = stage.find(QLineEdit, "field.task.owner")

    def choose(text: str, last: int = 0) -> None:
        owner.setFocus()
        owner.selectAll()
        QTest.keyClicks(owner, text)
        for _ in range(last):
            QTest.keyClick(owner, Qt.Key.Key_Up)
        QTest.keyClick(owner, Qt.Key.Key_Return)

    choose("turk")
    assert stage.stored(task, "owner_party") == find_record("party", "Türkiye").id
    choose("expert gr")
    assert stage.stored(task, "owner_party") is None
    assert stage.stored(task, "owner_body") == find_record("body", "Expert Group").id
    choose("Aynur Aliyeva", last=1)
    person = stage.desk.read.find(Person)[-1]
    assert person.name == "Aynur Aliyeva"
    assert stage.stored(task, "owner_person") == person.id
    choose("member states", last=4)
    assert stage.stored(task, "owner_person") is None
    assert stage.stored(task, "owner_note") == "member states"
    assert owner.text() == "member states"


def test_a_line_keeps_one_flag_however_often_it_is_shown(stage: Stage, find_record: Finder) -> None:
    meeting = find_record("meeting", "Second meeting")
    form = stage.show("meeting", meeting)
    country = stage.find(QLineEdit, "field.meeting.country")
    before = len(country.actions()), len(form.findChildren(QAction))
    for _ in range(20):
        form.show_record(meeting)
        QTest.keyClicks(country, "x")
        QTest.keyClick(country, Qt.Key.Key_Escape)
    form.show_record(meeting)
    assert (len(country.actions()), len(form.findChildren(QAction))) == before


@pytest.mark.parametrize("typed", ["3", "3rd", "2026", "turkiye 2026", "3rd Turkiye"])
def test_a_meeting_is_found_by_its_number_and_its_date(qtbot: QtBot, stage: Stage, typed: str) -> None:
    picker = shown(qtbot, stage, "meeting")
    QTest.keyClicks(picker, typed)
    assert labels(picker)[0] == "Third meeting of the justice ministers"
