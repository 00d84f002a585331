"""The story of somebody who needs large letters: with the system's font doubled, nothing is cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.edits.workspace import Identity
from ministrack.paths import resource
from ministrack.program import create_sample
from ministrack.ui.dialogs.creating import create_record
from ministrack.ui.dialogs.fewest import CREATABLE
from ministrack.ui.dialogs.preferences import show_preferences
from ministrack.ui.dialogs.reading.dialog import read_report_in
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.main_window import MainWindow
from ministrack.ui.style.metrics import FLAG_SIZE, flag_side
from ministrack.ui.views import views
from ministrack.ui.widgets.elided import ElidedLabel
from ministrack.ui.widgets.record_table import RecordTable
from ministrack.ui.widgets.record_view import RecordView

_PRESENTATION = QRegularExpression("^presentation\\.")
_DOUBLED = 19.5  # points: 26 px, twice the usual
SHORTENED = (ElidedLabel, TextLink)  # by design: all of it stands in their tips


@pytest.fixture
def large(qapp: QApplication) -> Iterator[QApplication]:
    before, sheet, palette = qapp.font(), qapp.styleSheet(), qapp.palette()
    font = qapp.font()
    font.setPointSizeF(_DOUBLED)
    qapp.setFont(font)
    yield qapp
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(before)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, large: QApplication) -> Iterator[MainWindow]:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def cut(top: QWidget) -> list[str]:
    """Widgets whose words do not fit, by name and words."""
    shown = [each for each in top.findChildren(QWidget) if each.isVisible()]
    return [f"{each.objectName()} {_words(each)!r}" for each in shown if _is_cut(each)]


def _words(widget: QWidget) -> str:
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return "" if not widget.icon().isNull() else widget.text()
    if isinstance(widget, QLabel | QPushButton | QToolButton | QCheckBox):
        return widget.text()
    return " " if isinstance(widget, QLineEdit | QComboBox) else ""


def _is_cut(widget: QWidget) -> bool:
    if not _words(widget) or isinstance(widget, SHORTENED):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if widget.height() < QFontMetrics(widget.font()).height():
        return True
    return not isinstance(widget, QLineEdit | QComboBox) and widget.width() < widget.sizeHint().width()


def settle() -> None:
    """Layouts inside layouts ask for another round."""
    for _ in range(4):
        QApplication.processEvents()


def walk(window: MainWindow) -> Iterator[str]:
    """Every view with every presentation, without and with the details of a record."""
    for entry in views():
        window.inspector_place.show_pane(False)
        window.desk.focus.show_view(entry.name)
        settle()
        yield entry.name
        view = window.views.current()
        if not isinstance(view, RecordView) or not entry.table:
            continue
        buttons = view.findChildren(QToolButton, _PRESENTATION)
        for button in reversed(buttons):  # the table comes last, and stays
            button.click()
            settle()
            yield f"{entry.name} as {button.text()}"
        for record in window.desk.read.listing(ListQuery(entry.table, ())).ids(0, 2):
            window.desk.focus.select(Ref(entry.table, record))
            window.inspector_place.show_pane(True)
            settle()
            yield f"{entry.name} with details"


def test_no_words_are_cut_in_any_view(window: MainWindow) -> None:
    window.resize(1440, 900)
    assert {place: found for place in walk(window) if (found := cut(window))} == {}


def test_no_words_are_cut_in_a_small_window_without_the_timeline(window: MainWindow) -> None:
    window.resize(1024, 640)
    window.menus.commands["pane.timeline"].trigger()
    assert {place: found for place in walk(window) if (found := cut(window))} == {}


def test_the_views_are_named_in_full(window: MainWindow) -> None:
    places = window.navigation.list
    bold = places.font()
    bold.setBold(True)
    longest = max(QFontMetrics(bold).horizontalAdvance(entry.label) for entry in views())
    assert places.viewport().width() > longest + 2 * QFontMetrics(bold).height()


def test_rows_and_headers_grow(window: MainWindow) -> None:
    window.desk.focus.show_view("meetings")
    table = window.findChild(RecordTable, "meetingsTable")
    assert table is not None
    line = QFontMetrics(table.font()).height()
    assert line > 30
    assert table.verticalHeader().defaultSectionSize() > line
    assert table.horizontalHeader().height() > line


def test_no_words_are_cut_in_dialogs(window: MainWindow) -> None:
    window.resize(1024, 640)
    preferences = show_preferences(window.desk.preferences, window)
    settle()
    assert cut(preferences) == []
    preferences.close()
    for table in CREATABLE:
        dialog = create_record(window, window.desk, table, {})
        settle()
        assert cut(dialog) == [], table
        dialog.close()


def test_no_words_are_cut_while_a_report_is_read(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 640)
    dialog = read_report_in(window, window.desk, window.memory)
    settle()
    assert cut(dialog) == []
    dialog.take(resource("sample", "report.txt").read_text(encoding="utf-8"))
    qtbot.waitUntil(dialog.review.isVisible, timeout=20_000)
    settle()
    assert cut(dialog) == []
    dialog.close()


def test_icons_and_flags_grow(window: MainWindow) -> None:
    for name in ("timeline.list", "status.zoom.plus", "newButton"):
        button = window.findChild(QAbstractButton, name)
        assert button is not None, name
        assert button.iconSize().height() >= 24, name
    assert flag_side(window.font()) == 2 * FLAG_SIZE


def test_flags_have_room_in_cells(window: MainWindow) -> None:
    window.desk.focus.show_view("meetings")
    table = window.findChild(RecordTable, "meetingsTable")
    assert table is not None
    settle()
    at = table.records.index(1, next(n for n in range(9) if str(table.records.index(1, n).data()) == "Baku"))
    before = table.viewport().grab(table.visualRect(at)).toImage()
    window.desk.flags.set_enabled(False)
    settle()
    after = table.viewport().grab(table.visualRect(at)).toImage()
    changed = {
        y for y in range(before.height()) for x in range(60) if before.pixel(x, y) != after.pixel(x, y)
    }
    assert len(changed) > FLAG_SIZE


@pytest.mark.parametrize(("view", "look"), [("meetings", "calendar"), ("tasks", "board")])
def test_no_look_needs_a_higher_window_than_a_table(window: MainWindow, view: str, look: str) -> None:
    window.resize(1024, 640)
    window.show_view(view, "table")
    QApplication.processEvents()
    least = window.minimumSizeHint().height()
    window.show_view(view, look)
    for _ in range(3):  # each layout tells the one around it at the next turn
        QApplication.processEvents()
    window.show_view("people")  # what was shown before still counts
    QApplication.processEvents()
    assert window.minimumSizeHint().height() <= least
    assert window.height() == 640
