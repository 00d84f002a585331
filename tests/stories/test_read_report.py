"""A report of a meeting becomes records of an empty dossier, is checked on the way, and is taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.source import Source, Statement
from ministrack.edits.workspace import Identity, Workspace
from ministrack.paths import resource
from ministrack.ui.dialogs.newest_work import Step
from ministrack.ui.dialogs.reading.dialog import ReadReport
from ministrack.ui.dialogs.reading.proposals_model import PROPOSED, TICK
from ministrack.ui.main_window import MainWindow
from tests.ui.parts import part

REPORT = resource("sample", "report.txt").read_text(encoding="utf-8").strip()
_KEY, _CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window of a dossier in which nothing is yet."""
    path = tmp_path / "Ədliyyə nazirləri.ministrack"
    Workspace.create(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def counts(window: MainWindow) -> dict[str, int]:
    return {table: window.desk.read.count(table) for table in RECORD_TYPES}


def opened(qtbot: QtBot, window: MainWindow) -> ReadReport:
    qtbot.waitUntil(lambda: window.findChild(ReadReport) is not None, timeout=20_000)
    dialog = window.findChildren(ReadReport)[-1]
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def settle(qtbot: QtBot, dialog: ReadReport) -> None:
    qtbot.waitUntil(lambda: dialog.work.step is Step.NOTHING, timeout=20_000)


def row_of(dialog: ReadReport, words: str) -> int:
    model = dialog.review.model
    said = [str(model.index(row, PROPOSED).data()) for row in range(model.rowCount())]
    return next(row for row, each in enumerate(said) if words in each)


def type_over(line: QLineEdit, text: str) -> None:
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, _KEY.Key_Return)


def click(dialog: ReadReport, row: int, column: int) -> None:
    table = dialog.review.table
    index = dialog.review.model.index(row, column)
    table.scrollTo(index)
    place: QPoint = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_by_keyboard_alone(empty: MainWindow, qtbot: QtBot) -> None:
    before = counts(empty)
    QGuiApplication.clipboard().setText(REPORT)
    QTest.keyClick(empty, _KEY.Key_R, _CONTROL | _SHIFT)
    dialog = opened(qtbot, empty)
    QTest.keyClick(dialog.focusWidget(), _KEY.Key_V, _CONTROL)
    published = part(dialog, QLineEdit, "field.report.published")
    for _ in range(10):
        if dialog.focusWidget() is published:
            break
        QTest.keyClick(dialog.focusWidget(), _KEY.Key_Tab)
    type_over(published, "20 November 2025")
    QTest.keyClick(published, _KEY.Key_Return, _CONTROL)
    settle(qtbot, dialog)
    table = dialog.review.table
    assert dialog.focusWidget() is table
    assert row_of(dialog, "2nd meeting · Baku · 20 Nov 2025") == 0
    QTest.keyClick(table, _KEY.Key_Return)  # into the fields
    city = part(dialog, QLineEdit, "field.proposal.city")
    for _ in range(10):
        if dialog.focusWidget() is city:
            break
        QTest.keyClick(dialog.focusWidget(), _KEY.Key_Tab)
    type_over(city, "Baki")
    settle(qtbot, dialog)
    QTest.keyClick(city, _KEY.Key_Escape)
    rejected = row_of(dialog, "Astana Declaration")
    for _ in range(rejected):
        QTest.keyClick(table, _KEY.Key_Down)
    QTest.keyClick(table, _KEY.Key_Delete)
    assert part(dialog, QPushButton, "reading.rejected").text() == "Rejected 1; show rejected"
    wanted = len(dialog.review.sheet.wanted())
    with qtbot.waitSignal(dialog.added, timeout=20_000):
        QTest.keyClick(dialog.focusWidget(), _KEY.Key_Return, _CONTROL)
    check_added(empty, wanted)
    empty.activateWindow()  # as a window manager does
    qtbot.waitUntil(empty.isActiveWindow)
    QTest.keyClick(empty.focusWidget(), _KEY.Key_Z, _CONTROL)
    assert counts(empty) == before
    assert empty.desk.read.verify() == []


def check_added(window: MainWindow, wanted: int) -> None:
    """The meeting is there as it was corrected, with the sentence behind it, and the window shows it."""
    read = window.desk.read
    (meeting,) = read.find(Meeting, Compare("number", 2))
    assert (meeting.city, meeting.date) == ("Baki", "2025-11-20")
    (source,) = read.find(Source)
    assert source.text is not None
    assert source.text.split("\n")[0] == REPORT.split("\n")[0]
    assert source.published == "2025-11-20"
    said = [each for each in read.find(Statement, Compare("subject", meeting.id)) if each.field == "date"]
    assert [source.text[each.start : each.stop] for each in said] == [said[0].quote]
    assert not read.search("Astana Declaration", ("document",))
    assert window.desk.focus.record == ("meeting", meeting.id)
    told = part(window, QLabel, "imported.text").text()
    assert told.startswith(f"Added {wanted} records from ")


def test_by_mouse_alone(empty: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    before = counts(empty)
    in_place_of_rows = part(empty, QPushButton, "emptyRead")
    assert in_place_of_rows.isVisible()
    in_place_of_rows.click()
    dialog = opened(qtbot, empty)
    file = tmp_path / "Bakı görüşü.txt"
    file.write_text(REPORT, encoding="utf-8")
    empty.menus.reading.chosen(dialog, str(file))
    settle(qtbot, dialog)
    part(dialog, QLineEdit, "field.report.published").setText("")
    for _ in range(2):
        click(dialog, 0, TICK)
    first = row_of(dialog, "2nd meeting")
    click(dialog, first, PROPOSED)
    text = dialog.review.text
    place = text.mark_rect(dialog.review.sheet.shown()[1].key).center().toPoint()
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.review.current is not None
    assert dialog.review.text.pointed_out
    wanted = len(dialog.review.sheet.wanted())
    with qtbot.waitSignal(dialog.added, timeout=20_000):
        part(dialog, QPushButton, "reading.accept").click()
    QApplication.processEvents()
    assert part(empty, QLabel, "imported.text").text().startswith(f"Added {wanted} record")
    assert empty.desk.read.count("source") == 1
    part(empty, QPushButton, "imported.undo").click()
    assert counts(empty) == before


def test_a_report_that_the_dossier_has_already_is_told_as_that(empty: MainWindow, qtbot: QtBot) -> None:
    told = []
    for published in ("2025-11-20", "2025-11-20", "2025-11-21"):
        empty.menus.reading.take(f"News.Az, {published}\n\n{REPORT}")
        dialog = opened(qtbot, empty)
        settle(qtbot, dialog)
        with qtbot.waitSignal(dialog.added, timeout=20_000):
            QTest.keyClick(dialog.review.table, _KEY.Key_Return, _CONTROL)
        line = next(each for each in empty.findChildren(QLabel, "imported.text") if each.isVisible())
        undo = any(each.isVisible() for each in empty.findChildren(QWidget, "imported.undo"))
        told.append((line.text().split(" from ")[0], undo))
    assert told == [
        ("Added 17 records", True),
        ("The dossier has all of this already: nothing was changed.", False),
        ("17 records now cite the report.", True),
    ]
