"""The story of somebody who needs a paper before the meeting: chosen, looked at, saved, copied."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare
from ministrack.domain.language import N_
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.asking import Reader
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Workspace
from ministrack.reports.document import Column, Paper, Table, TableRow, plain
from ministrack.reports.formats import FORMATS
from ministrack.reports.papers import PAPERS, PaperKind
from ministrack.reports.request import Need, Order, Request
from ministrack.ui.dialogs.papers.dialog import Papers, show_papers
from ministrack.ui.dialogs.papers.putting_out import file_kinds, file_name
from ministrack.ui.main_window import MainWindow
from ministrack.ui.papers.preview import Preview
from tests.pdf import pages_of, title_of

W = TypeVar("W", bound=QWidget)

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def seats(read: Reader, request: Request) -> Paper:
    """Who came, in the order and with the columns that are asked for."""
    names = [party.name for party in read.find(Party, order="name")]
    if request.order is Order.PROTOCOL:
        names.reverse()
    columns = request.columns or SEATS.usual
    rows = [TableRow([plain(f"{name} {key}") for key in columns]) for name in names]
    title = read.label(Ref("meeting", request.meeting or ""))
    return Paper(title, "", "", [Table([Column(SEATS.columns[key]) for key in columns], rows)])


SEATS = PaperKind(
    "seats",
    N_("Seats"),
    N_("Who sits where."),
    (Need.MEETING,),
    (Need.ORDER, Need.COLUMNS),
    seats,
    {"name": N_("Name"), "level": N_("Level"), "came": N_("Presence")},
    ("name", "level"),
)


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[Papers, str], None]:
    """Waits until the preview says something."""

    def until(dialog: Papers, words: str) -> None:
        preview = child(dialog, Preview, "preview")
        qtbot.waitUntil(lambda: words in preview.accessibleDescription())

    return until


def child(dialog: QWidget, kind: type[W], name: str) -> W:
    found = dialog.findChild(kind, f"papers.{name}")
    assert found is not None
    return found


def opened(window: MainWindow, command: str = "papers") -> Papers:
    window.menus.commands[command].trigger()
    QApplication.processEvents()
    found = [each for each in window.findChildren(Papers) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def seats_of(window: MainWindow) -> Papers:
    dialog = Papers(window.desk, window.memory, window, kinds=(*PAPERS, SEATS))
    dialog.open()
    dialog.activateWindow()
    QApplication.processEvents()
    choose(dialog, SEATS)
    return dialog


def long_paper(window: MainWindow) -> Papers:
    """The dialog with a paper of many pages."""
    long = plain("Министр юстиции и прав человека " * 6)
    rows = [TableRow([plain(f"Delegation {number}"), long]) for number in range(2000)]
    made = Paper("Long", "", "", [Table([Column("Name"), Column("Title")], rows)])
    dialog = Papers(window.desk, window.memory, window, kinds=[replace(SEATS, make=lambda *_: made)])
    dialog.open()
    return dialog


def choose(dialog: Papers, kind: PaperKind) -> None:
    """By the first letters of its name, as a person would."""
    kinds = child(dialog, QListWidget, "kinds")
    kinds.setFocus()
    QTest.keyClicks(kinds, kind.label[:6])
    assert kinds.currentItem().text() == kind.label


def save(dialog: Papers, path: Path, qtbot: QtBot) -> str:
    """What the dialog says once a place was chosen, and the paper was written or not."""
    child(dialog, QPushButton, "save").click()
    asked = dialog.findChild(QFileDialog, "fileDialog")
    assert asked is not None
    asked.fileSelected.emit(str(path))
    asked.close()
    qtbot.waitUntil(child(dialog, QPushButton, "save").isEnabled)
    return child(dialog, QLabel, "message").text()


def third(window: MainWindow) -> Meeting:
    return window.desk.read.find(Meeting, Compare("number", 3))[0]


def test_the_next_meeting_is_briefed_and_the_brief_follows_the_dossier(
    window: MainWindow, wait: Callable[[Papers, str], None]
) -> None:
    QTest.keyClick(window, Qt.Key.Key_P, KEYS)
    QApplication.processEvents()
    (dialog,) = window.findChildren(Papers)
    assert dialog.focusWidget() is child(dialog, QListWidget, "kinds")
    wait(dialog, "Third meeting of the justice")
    ref = Ref("meeting", third(window).id)
    window.desk.runner.run(change_record(window.desk.read, ref, new={"name": "Üçüncü görüş"}))
    wait(dialog, "Üçüncü görüş")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_paper_is_saved_in_each_format_and_read_back(
    window: MainWindow, wait: Callable[[Papers, str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(window)
    wait(dialog, "Third meeting of the justice")
    assert set(file_kinds()) == {"pdf", *(each.suffix.removeprefix(".") for each in FORMATS)}
    for suffix in file_kinds():
        path = tmp_path / f"Şuşa.{suffix}"
        assert save(dialog, path, qtbot) == f"Saved as {path}"
        assert path.stat().st_size > 1000
    data = (tmp_path / "Şuşa.pdf").read_bytes()
    assert title_of(data) == "Third meeting of the justice ministers"
    assert "Kyrgyzstan" in pages_of(data)[0]
    dialog.close()


def test_the_place_proposed_is_named_after_the_paper_and_beside_the_one_before(
    window: MainWindow, wait: Callable[[Papers, str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(window)
    wait(dialog, "Third meeting of the justice")
    (tmp_path / "papers").mkdir()
    save(dialog, tmp_path / "papers" / "brief.pdf", qtbot)
    child(dialog, QPushButton, "save").click()
    asked = dialog.findChildren(QFileDialog, "fileDialog")[-1]
    assert Path(asked.directory().absolutePath()) == tmp_path / "papers"
    asked.close()
    assert file_name('A/B: "C" ?') == "A B C"
    assert len(file_name("Ж" * 200)) == 80
    dialog.close()


def test_where_nothing_can_be_written_the_dialog_says_so(
    window: MainWindow, wait: Callable[[Papers, str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(window)
    wait(dialog, "Briefing note")
    assert "does not say what kind of file" in save(dialog, tmp_path / "brief.txt", qtbot)
    (tmp_path / "folder.pdf").mkdir()
    assert "is a folder" in save(dialog, tmp_path / "folder.pdf", qtbot)
    assert "No such file or directory" in save(dialog, tmp_path / "nowhere" / "brief.pdf", qtbot)
    assert list(tmp_path.glob("*brief*")) == []
    dialog.close()


def test_order_and_columns_are_followed_at_once_and_remembered(
    window: MainWindow, wait: Callable[[Papers, str], None]
) -> None:
    dialog = seats_of(window)
    preview = child(dialog, Preview, "preview")
    wait(dialog, "Azerbaijan name\tAzerbaijan level")
    assert preview.accessibleDescription().startswith("Third meeting")
    before = preview.accessibleDescription()
    order = child(dialog, QComboBox, "order")
    order.setFocus()
    QTest.keyClick(order, Qt.Key.Key_Down)
    wait(dialog, "Level\nAzerbaijan name")
    assert preview.accessibleDescription() != before
    box = child(dialog, QCheckBox, "column.came")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    wait(dialog, "Azerbaijan came")
    level = child(dialog, QCheckBox, "column.level")
    QTest.keyClick(level, Qt.Key.Key_Space)
    wait(dialog, "Name\tPresence")
    dialog.close()
    again = Papers(window.desk, window.memory, window, kinds=(*PAPERS, SEATS))
    again.open()
    assert child(again, QListWidget, "kinds").currentItem().text() == SEATS.label
    wait(again, "Name\tPresence\nAzerbaijan name")
    again.close()


def test_the_last_column_stays_ticked(window: MainWindow) -> None:
    dialog = seats_of(window)
    for key in ("name", "level", "came"):
        box = child(dialog, QCheckBox, f"column.{key}")
        if box.isChecked():
            QTest.keyClick(box, Qt.Key.Key_Space)
    assert child(dialog, QCheckBox, "column.level").isChecked()
    dialog.close()


def test_a_meeting_is_typed_and_next_goes_back_to_the_coming_one(
    window: MainWindow, wait: Callable[[Papers, str], None]
) -> None:
    dialog = seats_of(window)
    meeting = child(dialog, QLineEdit, "meeting")
    meeting.setFocus()
    meeting.selectAll()
    QTest.keyClicks(meeting, "Baku")
    QTest.keyClick(meeting, Qt.Key.Key_Return)
    wait(dialog, "Second meeting")
    QTest.mouseClick(child(dialog, QPushButton, "meeting.next"), Qt.MouseButton.LeftButton)
    wait(dialog, "Third meeting")
    dialog.close()


def test_escape_goes_not_behind_what_was_chosen(
    window: MainWindow, wait: Callable[[Papers, str], None]
) -> None:
    dialog = opened(window)
    dialog.activateWindow()  # as a window manager would
    choose(dialog, next(kind for kind in PAPERS if kind.name == "country"))
    party = child(dialog, QLineEdit, "party")
    party.setFocus()
    QTest.keyClicks(party, "kyrgyz")
    QTest.keyClick(party, Qt.Key.Key_Return)
    wait(dialog, "Kyrgyzstan")
    QTest.keyClick(party, Qt.Key.Key_Escape)
    assert not dialog.isVisible()  # the choice stays, and Escape closes at once
    again = opened(window)
    assert child(again, QLineEdit, "party").text() == "Kyrgyzstan"
    again.close()


def test_a_choice_that_is_missing_is_asked_for(window: MainWindow) -> None:
    dialog = seats_of(window)
    meeting = child(dialog, QLineEdit, "meeting")
    meeting.setFocus()
    meeting.selectAll()
    QTest.keyClick(meeting, Qt.Key.Key_Delete)
    refused = child(dialog, QLabel, "refused")
    assert (refused.text(), refused.isVisible()) == ("Choose a meeting.", True)
    assert not child(dialog, QPushButton, "save").isEnabled()
    assert not child(dialog, QPushButton, "copy").isEnabled()
    QTest.keyClicks(meeting, "xyzzy")
    QTest.keyClick(meeting, Qt.Key.Key_Tab)
    assert refused.text() == "Choose from the list."
    dialog.close()


def test_without_a_meeting_to_come_the_dialog_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    ref = Ref("meeting", third(window).id)
    window.desk.runner.run(change_record(window.desk.read, ref, new={"status": "cancelled"}))
    dialog = opened(window)
    refused = child(dialog, QLabel, "refused")
    qtbot.waitUntil(refused.isVisible)
    assert refused.text().startswith("No meeting to come is recorded.\nAdd the next meeting.")
    dialog.close()


def test_papers_about_what_is_in_focus(window: MainWindow, wait: Callable[[Papers, str], None]) -> None:
    read = window.desk.read
    about = window.menus.commands["papers_about"]
    turkiye = read.find(Party, Compare("code", "TR"))[0]
    window.desk.focus.select(Ref("party", turkiye.id))
    dialog = opened(window, "papers_about")
    wait(dialog, "Türkiye")
    assert child(dialog, QLineEdit, "party").text() == turkiye.name
    dialog.close()
    QApplication.processEvents()
    window.desk.focus.select(Ref("person", "nobody"))
    assert not about.isEnabled()


def test_the_only_series_needs_not_be_chosen(window: MainWindow, wait: Callable[[Papers, str], None]) -> None:
    dialog = opened(window)
    choose(dialog, next(kind for kind in PAPERS if kind.name == "attendance"))
    wait(dialog, "Justice ministers of the Organization")
    dialog.close()


def test_two_meetings_are_compared_in_the_order_of_time(
    window: MainWindow, wait: Callable[[Papers, str], None]
) -> None:
    meetings = [window.desk.read.find(Meeting, Compare("number", number))[0] for number in (3, 2)]
    refs = [Ref("meeting", meeting.id) for meeting in meetings]
    dialog = show_papers(window, window.desk, window.memory, refs)
    wait(dialog, "Baku")
    assert child(dialog, QLineEdit, "meeting").text().startswith("2nd")
    assert child(dialog, QLineEdit, "second_meeting").text().startswith("3rd")
    dialog.close()


def test_a_paper_is_saved_by_its_key_and_says_what_it_is_about_when_nothing_is_chosen(
    window: MainWindow, wait: Callable[[Papers, str], None], qtbot: QtBot
) -> None:
    dialog = opened(window)
    dialog.activateWindow()  # as a window manager would
    qtbot.waitUntil(dialog.isActiveWindow)
    wait(dialog, "Briefing note")
    assert child(dialog, QLineEdit, "meeting").placeholderText() == "the next one"
    choose(dialog, next(kind for kind in PAPERS if kind.name == "tasks"))
    wait(dialog, "Tasks by owner")
    assert child(dialog, QLineEdit, "meeting").placeholderText() == "all"
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog, "fileDialog") is not None)
    files = dialog.findChild(QFileDialog, "fileDialog")
    assert files is not None
    assert files.isVisible()
    files.reject()
    dialog.close()


def test_a_paper_is_copied_as_words(
    window: MainWindow, wait: Callable[[Papers, str], None], qtbot: QtBot
) -> None:
    dialog = opened(window)
    wait(dialog, "Briefing note")
    child(dialog, QPushButton, "copy").click()
    qtbot.waitUntil(child(dialog, QPushButton, "copy").isEnabled)
    assert "Third meeting of the justice" in QGuiApplication.clipboard().text()
    assert "Sources" in QGuiApplication.clipboard().text()
    assert child(dialog, QLabel, "message").text() == "Copied."
    dialog.close()


@pytest.mark.parametrize("by_keys", [True, False])
def test_a_long_pdf_tells_how_far_it_is_and_can_be_stopped(
    window: MainWindow, wait: Callable[[Papers, str], None], tmp_path: Path, qtbot: QtBot, by_keys: bool
) -> None:
    dialog = long_paper(window)
    wait(dialog, "Delegation 1")
    child(dialog, QPushButton, "save").click()
    asked = dialog.findChild(QFileDialog, "fileDialog")
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "long.pdf"))
    asked.close()
    stop = child(dialog, QPushButton, "stop")
    qtbot.waitUntil(stop.isVisible)
    assert child(dialog, QProgressBar, "progress").isVisible()
    assert not child(dialog, QPushButton, "save").isEnabled()
    if by_keys:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(child(dialog, QPushButton, "save").isEnabled)
    assert child(dialog, QLabel, "message").text() == "Stopped. Nothing was written."
    assert dialog.isVisible()
    assert not stop.isVisible()
    assert list(tmp_path.glob("*long*")) == []
    dialog.close()


def test_the_printer_is_asked_for_once_the_pages_are_counted(
    window: MainWindow, wait: Callable[[Papers, str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(window)
    wait(dialog, "Third meeting")
    child(dialog, QPushButton, "print").click()
    qtbot.waitUntil(lambda: dialog.findChild(QPrintDialog, "printDialog") is not None)
    asked = dialog.findChild(QPrintDialog, "printDialog")
    assert asked is not None
    assert asked.maxPage() == 2
    asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    asked.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    asked.accepted.emit(asked.printer())
    assert child(dialog, QLabel, "message").text() == "Printing…"
    qtbot.waitUntil(child(dialog, QPushButton, "print").isEnabled)
    assert "Third meeting" in pages_of((tmp_path / "printed.pdf").read_bytes())[0]
    asked.close()
    dialog.close()


def test_the_dialog_fits_over_a_small_window_and_shows_where_the_keyboard_is(window: MainWindow) -> None:
    window.resize(1024, 640)
    dialog = seats_of(window)
    assert dialog.width() <= 1024
    assert dialog.height() <= 640
    first = child(dialog, QListWidget, "kinds")
    first.setFocus()
    seen: list[QWidget] = []
    while not seen or dialog.focusWidget() is not first:
        seen.append(dialog.focusWidget())
        assert not seen[-1].visibleRegion().isEmpty(), seen[-1].objectName()
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        QApplication.processEvents()
    assert child(dialog, QCheckBox, "column.came") in seen
    dialog.close()


def test_a_package_that_is_missing_is_named_with_what_to_do(
    window: MainWindow,
    wait: Callable[[Papers, str], None],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = opened(window)
    wait(dialog, "Third meeting")
    for name in [each for each in sys.modules if each.partition(".")[0] == "docx"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    said = save(dialog, tmp_path / "brief.docx", qtbot)
    assert "the package python-docx is needed" in said
    assert "pip install ministrack[office]" in said
    assert list(tmp_path.glob("brief*")) == []
    dialog.close()


def test_papers_are_made_from_a_dossier_that_cannot_be_written(
    window: MainWindow,
    wait: Callable[[Papers, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Workspace, "read_only", property(lambda _: True))
    window.menus.refresh()
    dialog = opened(window)
    wait(dialog, "Third meeting")
    assert child(dialog, QPushButton, "save").isEnabled()
    dialog.close()
