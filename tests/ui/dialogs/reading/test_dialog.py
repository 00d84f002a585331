"""The dialog that reads a report: what it shows, what keys and clicks do, how it ends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ministrack.domain.person import Person
from ministrack.domain.proposal import Proposal, ReportText
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.asking import Reader
from ministrack.edits.changes import Edit
from ministrack.edits.proposals.review import review
from ministrack.edits.proposals.reviewed import Candidate, Difference, Picked, Reviewed, Standing
from ministrack.edits.records import add_record
from ministrack.edits.workspace import Workspace
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.newest_work import Step
from ministrack.ui.dialogs.reading import work
from ministrack.ui.dialogs.reading.dialog import ReadReport
from ministrack.ui.dialogs.reading.proposals_model import PROPOSED, QUOTE, RECORD, STANDING, TICK
from tests.ui.access import nameless, not_reached, reached_by_tab, without_visible_focus
from tests.ui.dialogs.reading.by_hand import CHAIR, DEPUTY, REPORT
from tests.ui.dialogs.reading.conftest import Reading, settle
from tests.ui.parts import part

_KEY = Qt.Key


def button(dialog: ReadReport, name: str) -> QPushButton:
    return part(dialog, QPushButton, name)


def said(dialog: ReadReport, name: str) -> str:
    return part(dialog, QLabel, name).text()


def rows(dialog: ReadReport, column: int) -> list[str]:
    model = dialog.review.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def ticks(dialog: ReadReport) -> list[bool]:
    model = dialog.review.model
    role = Qt.ItemDataRole.CheckStateRole
    return [
        Qt.CheckState(model.index(row, TICK).data(role)) is Qt.CheckState.Checked
        for row in range(model.rowCount())
    ]


def press(
    dialog: ReadReport, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(dialog.review.table, key, keys)


def type_into(dialog: ReadReport, name: str, text: str) -> None:
    line = part(dialog, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, _KEY.Key_Return)


def test_text_and_proposals_are_seen_together(reading: Reading) -> None:
    dialog = reading()
    assert rows(dialog, RECORD) == ["Meeting", "Delegation", "Delegation", "Document", "Meeting"]
    assert rows(dialog, PROPOSED) == [
        "4th meeting · Şuşa · 12 May 2026",
        "Azerbaijan · Rəşad Məmmədli · chair",
        "Kyrgyzstan · Азамат Ескараев · deputy",
        "Şuşa Declaration",
        "5th meeting · Budapest · 2027",
    ]
    assert rows(dialog, STANDING) == ["New", "New", "New", "New", "Check"]
    assert rows(dialog, QUOTE)[1:5:3] == [f"“{CHAIR}”", "“will be held”: no day is given"]
    assert ticks(dialog) == [True, True, True, True, False]
    assert said(dialog, "reading.summary") == "4 selected"
    assert button(dialog, "reading.accept").text() == "Add 4 records"
    assert said(dialog, "reading.said").startswith("5 proposals found. Nothing is saved until")
    assert QApplication.focusWidget() is dialog.review.table
    assert CHAIR in dialog.review.text.toPlainText()


def test_a_row_shows_its_place_in_the_text_and_a_mark_its_row(reading: Reading) -> None:
    dialog = reading()
    press(dialog, _KEY.Key_Down)
    assert dialog.review.text.pointed_out == CHAIR
    press(dialog, _KEY.Key_Down)
    assert dialog.review.text.pointed_out == DEPUTY
    place = dialog.review.text.mark_rect("o1").center().toPoint()
    QTest.mouseClick(dialog.review.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.review.table.currentIndex().row() == 3
    assert dialog.review.text.pointed_out == "Şuşa Declaration"


def test_all_places_of_a_proposal_are_stepped_through(reading: Reading) -> None:
    dialog = reading()
    seen = [dialog.review.text.pointed_out]
    for _ in range(4):
        press(dialog, _KEY.Key_F3)
        seen.append(dialog.review.text.pointed_out)
    assert seen == ["12 May", "Şuşa", "fourth meeting", "Şuşa hosted the ministers", "12 May"]
    press(dialog, _KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.review.text.pointed_out == "Şuşa hosted the ministers"


def test_a_row_is_heard_as_one_sentence(reading: Reading) -> None:
    dialog = reading()
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = dialog.review.model.index(4, PROPOSED).data(role)
    assert heard.startswith("Meeting: 5th meeting · Budapest · 2027, Check, not ticked. “will be held”")


def test_what_cannot_be_without_its_meeting_goes_with_its_tick(reading: Reading) -> None:
    dialog = reading()
    press(dialog, _KEY.Key_Space)
    assert ticks(dialog) == [False, False, False, True, False]
    assert "2 unticked along, as they need this: Azerbaijan" in said(dialog, "reading.summary")
    dialog.review.table.selectRow(2)
    press(dialog, _KEY.Key_Space)
    assert ticks(dialog) == [True, False, True, True, False]
    assert "1 ticked along: 4th meeting" in said(dialog, "reading.summary")


def test_nothing_ticked_cannot_be_added_and_says_why(reading: Reading) -> None:
    dialog = reading()
    dialog.review.table.selectAll()
    press(dialog, _KEY.Key_Space)
    assert all(ticks(dialog))
    press(dialog, _KEY.Key_Space)
    assert not any(ticks(dialog))
    answer = button(dialog, "reading.accept")
    assert not answer.isEnabled()
    assert answer.toolTip() == "Tick what is to be added first."
    button(dialog, "reading.tickAll").click()
    assert ticks(dialog) == [True, True, True, True, False]
    button(dialog, "reading.tickAll").click()
    assert not any(ticks(dialog))


def test_a_rejected_row_goes_and_can_be_had_back(reading: Reading) -> None:
    dialog = reading()
    assert button(dialog, "reading.rejected").isHidden()
    dialog.review.table.selectRow(3)
    press(dialog, _KEY.Key_Delete)
    assert rows(dialog, RECORD) == ["Meeting", "Delegation", "Delegation", "Meeting"]
    link = button(dialog, "reading.rejected")
    assert link.text() == "Rejected 1; show rejected"
    link.click()
    assert rows(dialog, PROPOSED) == ["Şuşa Declaration"]
    press(dialog, _KEY.Key_Delete)
    assert rows(dialog, RECORD) == ["Meeting", "Delegation", "Delegation", "Document", "Meeting"]
    assert ticks(dialog) == [True, True, True, True, False]


def test_a_row_says_its_meeting_also_where_that_was_rejected(reading: Reading) -> None:
    dialog = reading()
    press(dialog, _KEY.Key_Delete)
    assert rows(dialog, RECORD) == ["Delegation", "Delegation", "Document", "Meeting"]
    assert part(dialog, QComboBox, "field.proposal.about").currentText() == "4th meeting"


def test_enter_edits_and_escape_leads_back(reading: Reading, qtbot: QtBot) -> None:
    dialog = reading()
    press(dialog, _KEY.Key_Return)
    assert dialog.focusWidget().objectName() == "field.proposal.number"
    type_into(dialog, "field.proposal.date", "13 May 2026")
    settle(qtbot, dialog)
    assert rows(dialog, PROPOSED)[0] == "4th meeting · Şuşa · 13 May 2026"
    QTest.keyClick(dialog.focusWidget(), _KEY.Key_Escape)
    assert dialog.focusWidget() is dialog.review.table
    assert said(dialog, "hint.proposal.date") == "Corrected by hand"
    (entry,) = [each for each in dialog.review.sheet.entries.values() if each.corrected]
    assert entry.proposal.fields["date"].words is None
    assert entry.proposal.fields["date"].quote.text.startswith("On 12 May")


@pytest.mark.parametrize("name", ["number", "date", "city", "other_record", "record_kind"])
def test_enter_in_a_field_that_was_not_changed_adds_nothing(reading: Reading, name: str) -> None:
    dialog = reading()
    field = part(dialog, QWidget, f"field.proposal.{name}")
    field.setFocus()
    QTest.keyClick(field, _KEY.Key_Return)
    assert dialog.work.step is Step.NOTHING
    assert dialog.focusWidget() is field


def test_enter_presses_the_button_that_has_the_keyboard(reading: Reading, qtbot: QtBot) -> None:
    dialog = reading("")
    opening = button(dialog, "reading.open")
    opening.setFocus()
    with qtbot.waitSignal(dialog.file_wanted, timeout=1000):
        QTest.keyClick(opening, _KEY.Key_Return)
    assert dialog.isVisible()


def test_home_and_end_lead_to_the_first_and_the_last_proposal(reading: Reading) -> None:
    dialog = reading()
    table = dialog.review.table
    press(dialog, _KEY.Key_End)
    assert table.currentIndex().row() == table.model().rowCount() - 1
    assert dialog.review.text.pointed_out == "fifth meeting"
    press(dialog, _KEY.Key_Home)
    assert table.currentIndex().row() == 0


def test_what_is_not_understood_stays_and_says_why(reading: Reading) -> None:
    dialog = reading()
    type_into(dialog, "field.proposal.date", "31 February")
    error = part(dialog, QLabel, "error.proposal.date")
    assert error.isVisible()
    assert rows(dialog, PROPOSED)[0] == "4th meeting · Şuşa · 12 May 2026"
    dialog.answer()
    assert dialog.isVisible()
    assert dialog.work.step is Step.NOTHING


def test_another_kind_of_record_keeps_what_both_have(reading: Reading, qtbot: QtBot) -> None:
    dialog = reading()
    dialog.review.table.selectRow(3)
    box = part(dialog, QComboBox, "field.proposal.record_kind")
    box.setCurrentIndex(box.findText("Task"))
    box.activated.emit(box.currentIndex())
    settle(qtbot, dialog)
    assert rows(dialog, RECORD)[3] == "Task"
    assert rows(dialog, PROPOSED)[3] == "Şuşa Declaration"


def test_the_date_of_the_report_reads_it_anew_and_decisions_stay(reading: Reading, qtbot: QtBot) -> None:
    dialog = reading()
    dialog.review.table.selectRow(3)
    press(dialog, _KEY.Key_Space)
    type_into(dialog, "field.report.published", "13 May 2024")
    settle(qtbot, dialog)
    assert rows(dialog, PROPOSED)[0] == "4th meeting · Şuşa · 12 May 2024"
    assert ticks(dialog) == [True, True, True, False, False]
    assert button(dialog, "reading.aboutLink").text() == "13 May 2024"


def test_from_the_date_one_goes_on_to_the_next_field_while_it_is_read_anew(
    reading: Reading, qtbot: QtBot
) -> None:
    dialog = reading()
    published = part(dialog, QLineEdit, "field.report.published")
    published.setFocus()
    QTest.keyClicks(published, "2027")
    QTest.keyClick(published, _KEY.Key_Tab)
    settle(qtbot, dialog)
    assert rows(dialog, PROPOSED)[0] == "4th meeting · Şuşa · 12 May 2027"
    assert dialog.focusWidget().objectName() == "field.report.address"
    QTest.keyClick(dialog.focusWidget(), _KEY.Key_Tab)
    name = "Ministry of Justice of the Republic of Azerbaijan, Department for International Cooperation"
    QTest.keyClicks(dialog.focusWidget(), name)
    QTest.keyClick(dialog.focusWidget(), _KEY.Key_Return)
    assert (
        button(dialog, "reading.aboutLink").text()
        == "Ministry of Justice of the Republic of Azerbaija… · 2027"
    )


def test_what_was_corrected_stays_when_the_report_is_read_anew(reading: Reading, qtbot: QtBot) -> None:
    dialog = reading()
    type_into(dialog, "field.proposal.city", "Xankendi")
    settle(qtbot, dialog)
    type_into(dialog, "field.report.published", "13 May 2024")
    settle(qtbot, dialog)
    assert rows(dialog, PROPOSED)[0] == "4th meeting · Xankendi · 12 May 2024"


def test_what_is_typed_is_compared_before_it_is_added(
    reading: Reading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def watch(
        read: Reader,
        proposals: list[Proposal],
        picked: dict[str, Picked] | None = None,
        report: ReportText | None = None,
    ) -> list[Reviewed]:
        compared.append(proposals[0].value("city"))
        return review(read, proposals, picked, report)

    monkeypatch.setattr(work, "review", watch)
    stored = kept_by(monkeypatch)
    dialog = reading()
    city = part(dialog, QLineEdit, "field.proposal.city")
    city.setFocus()
    city.selectAll()
    QTest.keyClicks(city, "Xankendi")
    with qtbot.waitSignal(dialog.added, timeout=10_000) as added:
        QTest.keyClick(city, _KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert compared == ["Şuşa", "Xankendi"]
    assert len(stored) == 1
    assert added.args[1][0].proposal.value("city") == "Xankendi"


def test_a_report_is_pasted_and_read(reading: Reading, qtbot: QtBot) -> None:
    dialog = reading("")
    assert not button(dialog, "reading.accept").isEnabled()
    QGuiApplication.clipboard().setText(REPORT)
    part(dialog, QLineEdit, "field.report.title").setFocus()
    dialog.entry.open.setFocus()
    QTest.keyClick(dialog, _KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert part(dialog, QPlainTextEdit, "reading.paste").toPlainText() == REPORT
    assert button(dialog, "reading.accept").isEnabled()
    type_into(dialog, "field.report.publisher", "News.Az")
    QTest.keyClick(dialog, _KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, dialog)
    assert rows(dialog, RECORD)[0] == "Meeting"
    assert button(dialog, "reading.aboutLink").text() == "News.Az"


def test_a_text_in_which_nothing_is_found_can_be_kept(
    reading: Reading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = kept_by(monkeypatch)
    dialog = reading("The weather in Bakı was fine.")
    assert part(dialog, QWidget, "reading.nothing").isVisible()
    assert not button(dialog, "reading.accept").isEnabled()
    with qtbot.waitSignal(dialog.added, timeout=10_000):
        button(dialog, "reading.storeSource").click()
    assert stored == [("The weather in Bakı was fine.", [])]


def test_what_is_ticked_is_added_as_it_was_corrected(
    reading: Reading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = kept_by(monkeypatch)
    dialog = reading()
    dialog.review.table.selectRow(1)
    type_into(dialog, "field.proposal.person", "Rashad Mammadli")
    settle(qtbot, dialog)
    dialog.review.table.selectRow(3)
    press(dialog, _KEY.Key_Space)
    with qtbot.waitSignal(dialog.added, timeout=10_000) as added:
        press(dialog, _KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored[0][1] == ["m4", "d1", "d2"]
    assert [each.proposal.value("person") for each in added.args[1]] == [
        "",
        "Rashad Mammadli",
        "Азамат Ескараев",
    ]


def kept_by(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """What is handed over to be stored; nothing is."""
    stored: list[tuple[str, list[str]]] = []

    def keep(about: ReportText, wanted: list[Reviewed]) -> Edit:
        stored.append((about.text, [each.proposal.key for each in wanted]))
        return Edit("Read a report", lambda _: None)

    monkeypatch.setattr(work, "add_reviewed", keep)
    return stored


def test_leaving_asks_once_something_was_decided(reading: Reading, qtbot: QtBot) -> None:
    untouched = reading()
    QTest.keyClick(untouched.review.table, _KEY.Key_Escape)
    qtbot.waitUntil(lambda: not untouched.isVisible())
    dialog = reading()
    press(dialog, _KEY.Key_Space)
    press(dialog, _KEY.Key_Escape)
    assert dialog.isVisible()
    part(dialog, QMessageBox, "reading.leave")
    button(dialog, "reading.leave.accept").click()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_dossier_that_can_only_be_read_takes_nothing(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    dialog = reading()
    answer = button(dialog, "reading.accept")
    assert not answer.isEnabled()
    assert answer.toolTip() == "This dossier can only be read: nothing can be added."


def test_everything_is_reached_by_tab_and_shows_it(reading: Reading) -> None:
    dialog = reading()
    assert not nameless(dialog)
    reached = reached_by_tab(dialog.review.table)
    assert not not_reached(dialog, reached)
    assert not without_visible_focus(reached)


def test_the_model_keeps_the_rules_of_qt(reading: Reading) -> None:
    dialog = reading()
    tester = QAbstractItemModelTester(
        dialog.review.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    press(dialog, _KEY.Key_Space)
    press(dialog, _KEY.Key_Delete)
    dialog.review.turn_rejected()
    tester.deleteLater()


def test_how_the_room_is_shared_is_remembered(reading: Reading, desk: Desk) -> None:
    dialog = reading()
    dialog.review.sides.setSizes([900, 400])
    dialog.reject()
    again = reading()
    assert again.review.sides.sizes()[0] > again.review.sides.sizes()[1]


def test_which_person_is_meant_is_decided_by_hand(reading: Reading, desk: Desk, qtbot: QtBot) -> None:
    known = Person(name="Resad Memmedov")
    desk.runner.run(add_record(known))
    dialog = reading()
    dialog.review.table.selectRow(1)
    picker = part(dialog, QLineEdit, "field.proposal.other_person")
    picker.setFocus()
    QTest.keyClicks(picker, "Resad Mem")
    QTest.keyClick(picker, _KEY.Key_Return)
    settle(qtbot, dialog)
    entry = dialog.review.current
    assert entry is not None
    assert entry.picked.person == Ref("person", known.id)
    assert entry.reviewed.person is not None
    assert entry.reviewed.person.label == "Resad Memmedov"
    assert dialog.focusWidget().objectName() in ("field.proposal.other_person", "field.proposal.known_person")


def test_an_open_choice_is_told_and_deciding_ticks(
    reading: Reading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = Candidate(Ref("person", "p1"), "Азамат Ескараев", 80, "sounds alike")

    def look(
        read: object,
        proposals: list[Proposal],
        picked: dict[str, Picked] | None = None,
        report: ReportText | None = None,
    ) -> list[Reviewed]:
        made = [Reviewed(proposal=each, standing=Standing.NEW) for each in proposals]
        decided = (picked or {}).get("d2", Picked())
        is_open = not decided.is_new_person and decided.person is None
        standing = Standing.CHECK if is_open else Standing.NEW
        person = near if decided.person else None
        made[2] = replace(
            made[2], standing=standing, person=person, people=(near,), matter="Perhaps" if is_open else ""
        )
        return made

    monkeypatch.setattr(work, "review", look)
    dialog = reading()
    assert ticks(dialog)[:3] == [True, True, False]
    dialog.review.table.selectRow(2)
    box = part(dialog, QComboBox, "field.proposal.known_person")
    press(dialog, _KEY.Key_Return)
    assert dialog.focusWidget() is box  # that is what has to be decided
    offered = [box.itemText(row) for row in range(box.count())]
    assert offered == ["Not decided yet", "A new person", "Азамат Ескараев · 80: sounds alike"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    settle(qtbot, dialog)
    assert ticks(dialog)[:3] == [True, True, True]
    assert rows(dialog, STANDING)[2] == "New"
    assert part(dialog, QComboBox, "field.proposal.known_person").currentText().startswith("Азамат")


def test_the_value_of_the_report_can_take_the_place_of_the_present_one(
    reading: Reading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(
        read: object,
        proposals: list[Proposal],
        picked: dict[str, Picked] | None = None,
        report: ReportText | None = None,
    ) -> list[Reviewed]:
        made = [Reviewed(proposal=each, standing=Standing.NEW) for each in proposals]
        apart = Difference("date", "Date", "11 May 2026", "12 May 2026")
        made[0] = replace(made[0], standing=Standing.DIFFERS, differences=(apart,), matter="Date: 11 May")
        return made

    monkeypatch.setattr(work, "review", look)
    dialog = reading()
    assert part(dialog, QRadioButton, "reading.keep.date").isChecked()
    use = part(dialog, QRadioButton, "reading.use.date")
    assert use.text() == "Use the report’s: 12 May 2026"
    use.click()
    settle(qtbot, dialog)
    assert dialog.review.sheet.picked()["m4"].replacing == {"date"}
    part(dialog, QRadioButton, "reading.keep.date").click()
    settle(qtbot, dialog)
    assert dialog.review.sheet.picked() == {}


def test_in_a_narrow_window_what_is_proposed_keeps_its_room(reading: Reading) -> None:
    dialog = reading()
    table = dialog.review.table
    dialog.resize(1360, 830)  # what a screen of 1440 by 900 has room for
    assert not table.isColumnHidden(QUOTE)
    dialog.resize(1000, 616)
    assert table.isColumnHidden(QUOTE)
    assert not table.isColumnHidden(RECORD)
    dialog.resize(640, 420)
    assert table.isColumnHidden(RECORD)
    assert table.columnWidth(PROPOSED) > 80


def test_the_menu_of_a_row_does_what_the_keys_do(reading: Reading) -> None:
    dialog = reading()
    dialog.review.table.go_to(3)
    place = dialog.review.table.visualRect(dialog.review.model.index(3, PROPOSED)).center()
    at = dialog.review.table.viewport().mapToGlobal(place)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at)
    QApplication.sendEvent(dialog.review.table.viewport(), asked)
    (menu,) = dialog.review.table.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["Tick or untick", "Edit", "Reject"]
    menu.actions()[0].trigger()
    assert ticks(dialog) == [True, True, True, False, False]
    menu.actions()[2].trigger()
    assert len(rows(dialog, RECORD)) == 4
    menu.close()
