"""The story of sources that disagree: compared side by side, one taken with a reason, others added."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.edits.records import add_record
from ministrack.edits.statements import statements_of
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
AZERTAC = Source(title="Üçüncü görüş Türkiyədə", publisher="Azərtac", published="2026-03-02")
QUOTE = "Üçüncü görüş 2026-cı ilin payızında keçiriləcək."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Ədliyyə.ministrack"
    workspace = create_sample(path, Identity("Aygün", "desk-1"))
    third = workspace.read.find(Meeting, Compare("number", 3))[0]
    said = Statement(
        quote=QUOTE,
        source=AZERTAC.id,
        subject_table="meeting",
        subject=third.id,
        field="date",
        value="2026-23",
    )
    workspace.run(add_record(AZERTAC))
    workspace.run(add_record(said))
    workspace.close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_pane("inspector", True)
    shown.desk.focus.open("meetings", Ref("meeting", third.id))
    shown.inspector.show_tab("details")
    yield shown
    shown.close()


def third(window: MainWindow) -> Ref:
    return Ref("meeting", window.desk.read.find(Meeting, Compare("number", 3))[0].id)


def stored(window: MainWindow, field: str) -> object:
    return getattr(window.desk.read.get(Meeting, third(window).id), field)


def find(inside: QWidget, kind: type[W], name: str) -> W:
    found = inside.findChild(kind, name)
    assert found is not None, name
    return found


def marker(window: MainWindow, field: str) -> str:
    button = window.findChild(QPushButton, f"source.meeting.{field}")
    return button.text() if button is not None and button.isVisibleTo(window) else ""


def ask_for_sources(window: MainWindow, field: str) -> None:
    window.activateWindow()
    line = find(window, QLineEdit, f"field.meeting.{field}")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)


def test_the_marker_opens_both_side_by_side_and_one_is_taken_with_a_reason(window: MainWindow) -> None:
    assert marker(window, "date") == "2 disagree"
    find(window, QPushButton, "source.meeting.date").click()
    dialog = find(window, QDialog, "comparing")
    values = [find(dialog, QLabel, f"compared.{number}.value") for number in (1, 2)]
    assert [label.text() for label in values] == ["2026", "autumn 2026"]
    places = [label.mapTo(dialog, label.rect().topLeft()) for label in values]
    assert places[0].x() < places[1].x()
    assert find(dialog, QPushButton, "compared.1.use").isHidden()  # in use already
    assert find(dialog, QLabel, "comparing.note").isHidden()
    QTest.keyClicks(find(dialog, QLineEdit, "comparing.reason"), "Named by the ministry")
    find(dialog, QPushButton, "compared.2.use").click()
    assert not dialog.isVisible()
    assert stored(window, "date") == "2026-23"
    window.inspector.show_tab("sources")
    assert find(window, QLabel, "statement.date.reason").text() == "Reason: Named by the ministry"
    window.desk.runner.undo()
    assert stored(window, "date") == "2026"
    assert window.findChild(QLabel, "statement.date.reason") is None


def test_a_field_without_a_source_offers_one_while_it_has_the_keyboard(window: MainWindow) -> None:
    assert marker(window, "venue") == ""
    window.activateWindow()
    venue = find(window, QLineEdit, "field.meeting.venue")
    venue.setFocus()
    assert marker(window, "venue") == "+ source"
    find(window, QLineEdit, "field.meeting.city").setFocus()
    assert marker(window, "venue") == ""


def test_a_source_is_named_by_hand_with_the_value_it_gives(window: MainWindow) -> None:
    ask_for_sources(window, "venue")
    dialog = find(window, QDialog, "stating")
    assert find(dialog, QComboBox, "stating.field").currentText() == "Venue"
    find(dialog, QPushButton, "stating.add").click()
    assert "Choose the source" in find(dialog, QLabel, "error.stating.source").text()
    source = find(dialog, QLineEdit, "field.stating.source")
    QTest.keyClicks(source, "News.Az")
    QTest.keyClick(source, Qt.Key.Key_Return)
    find(dialog, QPlainTextEdit, "field.stating.quote").setPlainText(
        "It will be held in the Dolmabahçe palace."
    )
    use = find(dialog, QCheckBox, "stating.use")
    assert use.isHidden()
    QTest.keyClicks(find(dialog, QLineEdit, "field.stating.value"), "Dolmabahce palace")
    assert use.isVisibleTo(dialog)
    assert use.isChecked()
    find(dialog, QPushButton, "stating.add").click()
    assert not dialog.isVisible()
    assert stored(window, "venue") == "Dolmabahce palace"
    assert marker(window, "venue") == "1 source"
    window.inspector.show_tab("sources")
    find(window, QPushButton, "statement.venue.remove").click()
    window.inspector.show_tab("details")
    assert marker(window, "venue") in ("", "+ source")
    window.desk.runner.undo()
    assert marker(window, "venue") == "1 source"


def test_a_sentence_selected_in_the_text_is_used_for_a_field(window: MainWindow) -> None:
    window.inspector.show_tab("sources")
    find(window, QPushButton, "statement.country.text").click()
    viewer = find(window, QDialog, "sourceText")
    use = find(viewer, QPushButton, "sourceText.use")
    assert not use.isEnabled()
    text = find(viewer, QPlainTextEdit, "sourceText.text")
    sentence = (
        "Participants agreed that the third meeting of TSO justice ministers will be held in Türkiye in 2026."
    )
    start = text.toPlainText().index(sentence)
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(sentence), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    use.click()
    dialog = find(viewer, QDialog, "stating")
    assert find(dialog, QPlainTextEdit, "field.stating.quote").toPlainText() == sentence
    field = find(dialog, QComboBox, "stating.field")
    field.setCurrentIndex(field.findText("Host"))
    value = find(dialog, QLineEdit, "field.stating.value")
    assert value.text() == ""
    value.setText("Türkiye")
    value.textEdited.emit("Türkiye")
    find(dialog, QPushButton, "stating.add").click()
    (said,) = statements_of(window.desk.read, third(window), "host")
    assert (said.quote, said.start, said.stop) == (sentence, start, start + len(sentence))
    assert stored(window, "host") == stored(window, "country")
    viewer.close()


def test_from_a_source_its_text_is_read_to_take_a_sentence(window: MainWindow) -> None:
    desk = window.desk
    report = desk.read.find(Source, Compare("publisher", "News.Az"))[0]
    desk.focus.open("sources", Ref("source", report.id))
    window.inspector.show_tab("statements")
    find(window, QPushButton, "inspector.source.statements.statement.add").click()
    viewer = find(window, QDialog, "sourceText")
    text = find(viewer, QPlainTextEdit, "sourceText.text")
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    find(viewer, QPushButton, "sourceText.use").click()
    dialog = find(viewer, QDialog, "stating")
    records = find(dialog, QComboBox, "stating.record")
    assert records.currentText() == "Meeting: Third meeting of the justice ministers"  # seen last
    assert records.count() > 3
    assert find(dialog, QLineEdit, "field.stating.source").text().startswith("News.Az report")
    viewer.close()
