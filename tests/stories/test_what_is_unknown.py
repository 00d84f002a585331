"""What nobody knows yet: found in one place, looked for again on a day, and gone once it is known."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filing import Inquiry
from ministrack.domain.filters import SharedFilter
from ministrack.domain.gaps import GAPS
from ministrack.domain.party import Party
from ministrack.edits.workspace import Identity, Workspace
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views.overview.card import CardList
from ministrack.ui.widgets.record_table import RecordTable
from tests.papers import change, numbered
from tests.ui.parts import part


def kinds(window: MainWindow) -> list[str]:
    listed = part(window, QListWidget, "unknown.kinds")
    return [listed.item(row).text() for row in range(listed.count())]


def choose(window: MainWindow, words: str) -> None:
    """Steps to a kind by the arrow keys."""
    listed = part(window, QListWidget, "unknown.kinds")
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Home)
    while listed.item(listed.currentRow()).text() != words:
        row = listed.currentRow()
        QTest.keyClick(listed, Qt.Key.Key_Down)
        assert listed.currentRow() == row + 1, words


def cells(table: RecordTable) -> list[list[str]]:
    model = table.records
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def ask(window: MainWindow, key: str, again: str, note: str = "") -> None:
    """Selects the first record of a kind and says when to look again, by keys."""
    table = part(window, RecordTable, f"unknown.table.{key}")
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(part(window, QPushButton, "unknown.ask"), Qt.Key.Key_Space)
    (dialog,) = [each for each in window.findChildren(QDialog, "lookAgain") if each.isVisible()]
    line = dialog.findChild(QLineEdit, "field.lookAgain.again")
    assert line is not None
    line.setText("")
    QTest.keyClicks(line, again)
    editor = dialog.focusWidget()
    assert editor is line
    if note:
        QTest.keyClick(line, Qt.Key.Key_Tab)
        QTest.keyClicks(dialog.focusWidget(), note)
    save = dialog.findChild(QPushButton, "lookAgain.save")
    assert save is not None
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)


def test_what_the_report_leaves_open_is_listed_by_kind(window: MainWindow) -> None:
    window.desk.focus.show_view("unknown")
    assert kinds(window) == [
        "2 meetings without a day",
        "1 meeting without a city",
        "1 held meeting without delegations",
        "1 task without an owner",
        "4 tasks without a deadline",
        "2 bodies without members",
    ]
    title = window.findChild(QLabel, "viewTitle")
    assert title is not None
    choose(window, "1 meeting without a city")
    (third,) = cells(part(window, RecordTable, "unknown.table.meeting.city"))
    assert third == ["Third meeting of the justice ministers", "no date yet", ""]


def test_a_date_to_look_again_is_one_step_and_due_when_it_has_come(window: MainWindow) -> None:
    desk = window.desk
    desk.focus.show_view("unknown")
    choose(window, "1 meeting without a city")
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    ask(window, "meeting.city", yesterday, "Ankara did not answer")
    (third,) = cells(part(window, RecordTable, "unknown.table.meeting.city"))
    assert third[2] == "Ankara did not answer"
    assert kinds(window)[0] == "1 to look at again, 1 due"
    choose(window, "1 to look at again, 1 due")
    ((record, missing, _, _),) = cells(part(window, RecordTable, "unknown.table.asked"))
    assert (record, missing) == ("Third meeting of the justice ministers", "City")
    assert desk.workspace.undo_label() == "Look again: city of Third meeting of the justice ministers"
    desk.focus.show_view("overview")
    card = window.findChild(CardList, "overview.unknown.list")
    assert card is not None
    first = card.entry_at(0)
    assert first is not None
    assert "look again: city" in first.spoken()
    desk.runner.undo()
    desk.focus.show_view("unknown")
    assert "to look at again" not in kinds(window)[0]
    assert desk.read.count(Inquiry.TABLE) == 0


def test_a_meeting_without_a_date_is_asked_about_in_a_plain_sentence(window: MainWindow) -> None:
    change(window.desk.workspace, numbered(window.desk.workspace, 3), date=None)
    window.desk.focus.show_view("unknown")
    choose(window, "1 meeting without a date")
    table = part(window, RecordTable, "unknown.table.meeting.date")
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(part(window, QPushButton, "unknown.ask"), Qt.Key.Key_Space)
    dialog = part(window, QDialog, "lookAgain")
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Third meeting of the justice ministers: date not known." in said
    dialog.reject()


def test_an_empty_dossier_does_not_say_that_everything_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "boş.ministrack"
    Workspace.create(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.desk.focus.show_view("unknown")
    said = [label.text() for label in shown.findChildren(QLabel, "emptyText") if label.isVisible()]
    assert said == ["What nobody knows of meetings, tasks and documents will be listed here."]
    shown.close()


def test_what_is_found_out_is_asked_no_more(window: MainWindow) -> None:
    desk = window.desk
    desk.focus.show_view("unknown")
    choose(window, "1 meeting without a city")
    ask(window, "meeting.city", "2131-03")
    table = part(window, RecordTable, "unknown.table.meeting.city")
    first = table.visualRect(table.records.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    city = part(window, QLineEdit, "field.meeting.city")
    city.setFocus()
    QTest.keyClicks(city, "Istanbul")
    QTest.keyClick(city, Qt.Key.Key_Return)
    assert not [words for words in kinds(window) if "city" in words or "again" in words]
    assert desk.read.count(Inquiry.TABLE) == 1  # it comes back with an undo
    desk.runner.undo()
    assert kinds(window)[0] == "1 to look at again"


def test_without_a_date_and_a_note_the_inquiry_is_forgotten(window: MainWindow) -> None:
    window.desk.focus.show_view("unknown")
    choose(window, "1 task without an owner")
    ask(window, "task.owner", "2027")
    assert window.desk.read.count(Inquiry.TABLE) == 1
    choose(window, "1 task without an owner")
    ask(window, "task.owner", "")
    assert window.desk.read.count(Inquiry.TABLE) == 0


def test_the_filter_narrows_it_and_may_leave_nothing(window: MainWindow) -> None:
    desk = window.desk
    desk.focus.show_view("unknown")
    codes = {party.code: party.id for party in desk.read.find(Party)}
    desk.focus.set_filter(SharedFilter(parties=(codes["KG"],)))
    assert kinds(window) == []
    empty = window.findChild(QLabel, "emptyText")
    assert empty is not None
    shown = [label for label in window.findChildren(QLabel, "emptyText") if label.isVisible()]
    assert [label.text() for label in shown] == ["Everything that is asked for is known."]
    desk.focus.clear_filter()
    assert len(kinds(window)) == 6


def test_a_dossier_that_cannot_be_written_offers_no_date(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    window.desk.focus.show_view("unknown")
    part(window, RecordTable, "unknown.table.meeting.day").selectRow(0)
    assert not part(window, QPushButton, "unknown.ask").isEnabled()


def test_no_two_gaps_share_a_key() -> None:
    assert len({gap.key for gap in GAPS}) == len(GAPS)
