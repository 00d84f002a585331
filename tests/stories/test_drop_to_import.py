"""Somebody drags things over the window: it says what a drop would do, and does it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.edits.workspace import Workspace
from ministrack.ui.dialogs.importing.dialog import ImportFile
from ministrack.ui.dialogs.newest_work import Step
from ministrack.ui.dialogs.reading.dialog import ReadReport
from ministrack.ui.main_window import MainWindow
from tests.ui.parts import part

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:shusha-2026@ots
SUMMARY:Şuşa görüşü
DTSTART;VALUE=DATE:20261012
END:VEVENT
END:VCALENDAR
"""
COMMUNIQUE = """The ministers of justice met in Budapeşt on 4 March 2026. They took note of the work that
their experts had done, and agreed to meet again in a year, at the invitation of the host."""
_BUTTON, _KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def of_files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def of_text(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def drag_over(window: MainWindow, data: QMimeData) -> tuple[str, bool]:
    """What the highlight says, and whether a drop is welcome."""
    copy = Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPoint(40, 40), copy, data, _BUTTON, _KEYS)
    QApplication.sendEvent(window, entered)
    ground = window.findChild(QWidget, "dropGround")
    if ground is None or not ground.isVisible():
        return "", False
    moved = QDragMoveEvent(QPoint(60, 60), copy, data, _BUTTON, _KEYS)
    QApplication.sendEvent(window, moved)
    return ground.accessibleName(), moved.isAccepted()


def drop(window: MainWindow, data: QMimeData) -> bool:
    event = QDropEvent(QPointF(60, 60), Qt.DropAction.CopyAction, data, _BUTTON, _KEYS)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def planned(qtbot: QtBot, window: MainWindow) -> ImportFile:
    dialog = window.findChild(ImportFile)
    assert isinstance(dialog, ImportFile)
    qtbot.waitUntil(lambda: dialog.work.step is Step.NOTHING, timeout=10_000)
    return dialog


def reading(qtbot: QtBot, window: MainWindow) -> ReadReport:
    qtbot.waitUntil(lambda: window.findChild(ReadReport) is not None, timeout=10_000)
    dialog = window.findChildren(ReadReport)[-1]
    qtbot.waitUntil(dialog.review.isVisible, timeout=10_000)
    return dialog


def test_a_calendar_is_dropped_and_imported_then_taken_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "Təqvim.ics"
    file.write_text(CALENDAR, encoding="utf-8")
    data = of_files(file)
    assert drag_over(window, data) == ("Drop to import Təqvim.ics", True)
    assert drop(window, data)
    assert not part(window, QWidget, "dropGround").isVisible()
    dialog = planned(qtbot, window)
    assert dialog.preview.model.index(0, 3).data() == "Şuşa görüşü"
    with qtbot.waitSignal(dialog.imported, timeout=10_000):
        part(dialog, QPushButton, "import.accept").click()
    (meeting,) = window.desk.read.find(Meeting, Compare("name", "Şuşa görüşü"))
    assert window.desk.focus.record == ("meeting", meeting.id)
    assert window.desk.focus.view == "meetings"
    assert part(window, QLabel, "imported.text").text() == "1 imported from Təqvim.ics."
    part(window, QPushButton, "imported.undo").click()
    assert not window.desk.read.find(Meeting, Compare("name", "Şuşa görüşü"))
    assert not part(window, QWidget, "imported").isVisible()


def test_text_that_is_dropped_is_recognised(window: MainWindow, qtbot: QtBot) -> None:
    data = of_text(CALENDAR)
    assert drag_over(window, data) == ("Drop to import this text", True)
    assert drop(window, data)
    dialog = planned(qtbot, window)
    assert part(dialog, QLabel, "import.file.name").text() == "Clipboard"
    assert dialog.preview.model.rowCount() == 1
    dialog.reject()


def test_a_file_is_known_by_what_is_in_it(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    for name, content, kind in (
        ("Təqvim.txt", CALENDAR, "Calendar (iCalendar)"),
        ("Əlaqə", "BEGIN:VCARD\nVERSION:4.0\nFN:Çınar Əliyev\nEND:VCARD\n", "Address cards (vCard)"),
        ("Siyahı.dat", "Name;Language\nÇınar Əliyev;az\n", "Table as text (CSV, semicolons, tabs)"),
    ):
        file = tmp_path / name
        file.write_text(content, encoding="utf-8")
        assert drag_over(window, of_files(file)) == (f"Drop to import {name}", True)
        assert drop(window, of_files(file))
        dialog = planned(qtbot, window)
        assert part(dialog, QLabel, "import.file.about").text().startswith(kind)
        assert dialog.preview.model.rowCount() == 1
        dialog.reject()
        qtbot.waitUntil(lambda: window.findChild(ImportFile) is None)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04mimetypeapplication/vnd.oasis",
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"<!DOCTYPE html>",
    ],
)
def test_what_is_no_table_is_not_taken_for_one(window: MainWindow, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "Bəyanat.dat"
    file.write_bytes(content)
    assert drag_over(window, of_files(file)) == ("Files such as Bəyanat.dat cannot be imported.", False)


def test_a_report_that_is_dropped_is_read(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    for name, data in (
        ("Bəyanat.md", COMMUNIQUE),
        ("Bəyanat.txt", COMMUNIQUE),
        ("", COMMUNIQUE),
    ):
        file = tmp_path / name
        if name:
            file.write_text(data, encoding="utf-8")
        dragged = of_files(file) if name else of_text(data)
        assert drag_over(window, dragged) == (f"Drop to read {name or 'this text'} as a report", True)
        assert drop(window, dragged)
        dialog = reading(qtbot, window)
        assert "Budapeşt" in dialog.review.text.toPlainText()
        dialog.reject()
        qtbot.waitUntil(lambda: window.findChild(ReadReport) is None)


def test_a_text_that_may_be_either_is_asked_about(window: MainWindow, qtbot: QtBot) -> None:
    data = of_text("Ədliyyə nazirləri Bakıda\n")
    assert drag_over(window, data) == ("Drop to read or import this text", True)
    assert drop(window, data)
    part(window, QPushButton, "dropQuestion.0").click()
    dialog = reading(qtbot, window)
    assert dialog.review.text.toPlainText() == "Ədliyyə nazirləri Bakıda"
    dialog.reject()
    assert drag_over(window, data)[1]
    assert drop(window, data)
    part(window.findChildren(QMessageBox, "dropQuestion")[-1], QPushButton, "dropQuestion.1").click()
    planned(qtbot, window).reject()


def test_prose_that_is_pasted_into_a_table_is_read(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(COMMUNIQUE)
    window.menus.commands["paste_rows"].trigger()
    dialog = reading(qtbot, window)
    assert "Budapeşt" in dialog.review.text.toPlainText()
    dialog.reject()


def test_what_cannot_be_taken_says_so_and_goes(window: MainWindow, tmp_path: Path) -> None:
    words, welcome = drag_over(window, of_files(tmp_path / "Foto.png"))
    assert (words, welcome) == ("Files such as Foto.png cannot be imported.", False)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not part(window, QWidget, "dropGround").isVisible()
    two = of_files(tmp_path / "a.ics", tmp_path / "b.ics")
    assert drag_over(window, two) == ("Please drop one file at a time", False)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert drag_over(window, QMimeData()) == ("", False)


def test_a_dossier_that_is_dropped_is_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    data = of_files(tmp_path / "Başqa.ministrack")
    assert drag_over(window, data) == ("Drop to open Başqa.ministrack", True)
    window.menus.files.open_wanted.disconnect()
    with qtbot.waitSignal(window.menus.files.open_wanted) as wanted:
        drop(window, data)
    assert wanted.args == [tmp_path / "Başqa.ministrack"]


def test_a_dossier_that_can_only_be_read_takes_nothing_in(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    window.menus.refresh()
    for name in ("import", "import_clipboard"):
        assert not window.menus.commands[name].isEnabled()
        assert window.menus.commands[name].toolTip() == "This dossier can only be read."
    for data in (of_files(tmp_path / "Təqvim.ics"), of_text(CALENDAR)):
        assert drag_over(window, data) == ("This dossier can only be read: nothing can be imported", False)
        assert not drop(window, data)
        assert window.findChild(ImportFile) is None
    assert drag_over(window, of_text(COMMUNIQUE)) == ("Drop to read this text as a report", True)
