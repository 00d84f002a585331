"""Reports that cannot be read, readings that are stopped, and what cannot be added."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ministrack.domain.errors import InvalidValue
from ministrack.domain.proposal import Proposal
from ministrack.domain.values import replace
from ministrack.edits.changes import Edit
from ministrack.edits.writer import Writer
from ministrack.reading.report import Report
from ministrack.ui.dialogs.newest_work import Step
from ministrack.ui.dialogs.reading import work
from tests.ui.dialogs.reading.by_hand import REPORT, proposals_of
from tests.ui.dialogs.reading.conftest import Reading, settle
from tests.ui.parts import part


def test_a_file_that_holds_no_text_is_told_with_the_way_out(
    reading: Reading, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "Foto.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    dialog = reading("")
    dialog.take(file)
    settle(qtbot, dialog)
    what = part(dialog, QLabel, "reading.problem.what")
    assert what.isVisible()
    assert "Foto.png" in what.text()
    assert not part(dialog, QPushButton, "reading.accept").isEnabled()
    part(dialog, QPushButton, "reading.problem.other").click()
    assert dialog.entry.isVisible()
    assert dialog.focusWidget() is part(dialog, QPlainTextEdit, "reading.paste")


def test_a_reading_can_be_stopped(reading: Reading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()

    def slowly(report: Report) -> tuple[Proposal, ...]:
        go_on.wait(20)
        return proposals_of(report)

    monkeypatch.setattr(work, "read_report", slowly)
    dialog = reading("")
    dialog.take(REPORT)
    assert dialog.work.step is Step.READING
    assert part(dialog, QLabel, "reading.step").isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    go_on.set()
    assert dialog.isVisible()
    assert dialog.entry.isVisible()
    assert part(dialog, QLabel, "reading.summary").text() == "Stopped. Nothing was changed."
    assert part(dialog, QPlainTextEdit, "reading.paste").toPlainText() == REPORT


def test_a_delegation_of_no_meeting_says_what_is_missing(
    reading: Reading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(report: Report) -> tuple[Proposal, ...]:
        found = proposals_of(report)
        return (*found[:2], replace(found[2], about=""), *found[3:])

    monkeypatch.setattr(work, "read_report", lost)
    dialog = reading()
    row = dialog.review.model.row_of("d2")
    entry = dialog.review.model.entry(row)
    assert entry is not None
    assert not entry.is_ticked
    assert entry.matter == "It is not said of which meeting."
    dialog.review.table.go_to(row)
    QTest.keyClick(dialog.review.table, Qt.Key.Key_Space)
    answer = part(dialog, QPushButton, "reading.accept")
    assert not answer.isEnabled()
    assert answer.toolTip().endswith("deputy: It is not said of which meeting.")
    dialog.review.details.moved.emit("d2", "m4")
    settle(qtbot, dialog)
    assert answer.isEnabled()


def test_what_is_refused_leaves_the_review_as_it_was(
    reading: Reading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Writer) -> None:
        raise InvalidValue("A second chair cannot be.", safe="Nothing was stored.")

    monkeypatch.setattr(work, "add_reviewed", lambda *_: Edit("Add", refuse))
    dialog = reading()
    dialog.answer()
    settle(qtbot, dialog)
    assert part(dialog, QMessageBox, "errorMessage").text() == "A second chair cannot be."
    assert dialog.review.isVisible()
    assert part(dialog, QPushButton, "reading.accept").text() == "Add 4 records"
    assert part(dialog, QPushButton, "reading.accept").isEnabled()


def test_what_a_pasted_text_says_of_itself_is_filled_in(reading: Reading, qtbot: QtBot) -> None:
    dialog = reading("")
    dialog.entry.show_text("---\ntitle: Şuşa bəyanatı\ndate: 2026-05-13\n---\n\nThe ministers met.")
    published = part(dialog, QLineEdit, "field.report.published")
    qtbot.waitUntil(lambda: bool(published.text()), timeout=10_000)
    assert published.text() == "13 May 2026"
    assert part(dialog, QLineEdit, "field.report.title").text() == "Şuşa bəyanatı"


def test_another_report_is_dropped_on_the_dialog(reading: Reading, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Başqa.txt"
    file.write_text("The weather in Bakı was fine.", encoding="utf-8")
    dialog = reading()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    place, button, keys = QPointF(60, 60), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(dialog, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(place, Qt.DropAction.CopyAction, data, button, keys))
    settle(qtbot, dialog)
    assert dialog.review.text.toPlainText() == "The weather in Bakı was fine."
