"""The story of the third meeting: filter, date, city, undo, restart, redo, through the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar, QTableView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ministrack.app import open_window
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.edits.workspace import Identity
from ministrack.paths import settings_file
from ministrack.program import create_sample
from ministrack.settings import Settings
from ministrack.ui.main_window import MainWindow


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "Türk Dövletleri.ministrack"
    settings = Settings(settings_file())
    create_sample(path, Identity("Aygün", settings.desk)).close()
    return path


@pytest.fixture
def window(qtbot: QtBot, dossier: Path) -> Iterator[MainWindow]:
    shown = opened(qtbot, dossier)
    yield shown
    if isValid(shown):
        shown.close()


def opened(qtbot: QtBot, dossier: Path) -> MainWindow:
    shown = open_window(dossier)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def third(window: MainWindow) -> Ref:
    return Ref("meeting", window.desk.read.find(Meeting, Compare("number", 3))[0].id)


def field(window: MainWindow, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, f"field.meeting.{name}")
    assert found is not None
    return found


def type_into(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def dates(window: MainWindow) -> list[object]:
    """The date of the third meeting, its city, and the last day of the task that hangs on it."""
    row = window.desk.read.row(third(window), ("date", "city"))
    assert row is not None
    wanted = Compare("due_meeting", third(window).id)
    (task,) = window.desk.read.rows(ListQuery("task", ("due_last",), wanted))
    return [row["date"], row["city"], task["due_last"]]


def test_the_date_moves_with_its_task_and_comes_back(qtbot: QtBot, window: MainWindow, dossier: Path) -> None:
    window.desk.focus.select(third(window))
    assert dates(window) == ["2026", None, "2026-12-31"]
    type_into(field(window, "date"), "autumn 2026")
    assert dates(window) == ["2026-23", None, "2026-11-30"]
    type_into(field(window, "date"), "2026-10-09")
    assert dates(window) == ["2026-10-09", None, "2026-10-09"]
    type_into(field(window, "city"), "Ankara")
    assert dates(window) == ["2026-10-09", "Ankara", "2026-10-09"]
    for _ in range(3):
        window.menus.commands["undo"].trigger()
    assert dates(window) == ["2026", None, "2026-12-31"]
    window.close()
    again = opened(qtbot, dossier)
    again.menus.commands["redo"].trigger()
    assert dates(again) == ["2026-23", None, "2026-11-30"]
    again.menus.commands["undo"].trigger()
    assert dates(again) == ["2026", None, "2026-12-31"]
    again.close()


def test_undo_by_key_reaches_the_dossier_from_within_a_field(window: MainWindow) -> None:
    window.desk.focus.select(third(window))
    type_into(field(window, "date"), "autumn 2026")
    type_into(field(window, "city"), "Ankara")
    line = field(window, "city")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dates(window)[:2] == ["2026-23", None]
    assert line.text() == ""
    QTest.keyClicks(line, "Izmir")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""  # what was typed goes first
    assert dates(window)[:2] == ["2026-23", None]
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dates(window)[:2] == ["2026", None]


def test_tab_goes_from_field_to_field_and_sources_have_a_key(window: MainWindow) -> None:
    window.desk.focus.select(third(window))
    field(window, "date").setFocus()
    QTest.keyClick(field(window, "date"), Qt.Key.Key_Tab)
    assert window.focusWidget() is field(window, "time")
    QTest.keyClick(field(window, "time"), Qt.Key.Key_Backtab)
    QTest.keyClick(field(window, "date"), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    tabs = window.findChild(QTabBar, "inspector.tabs")
    assert tabs is not None
    assert tabs.tabText(tabs.currentIndex()).startswith("Sources")


def test_an_impossible_date_stays_and_is_not_stored(window: MainWindow) -> None:
    window.desk.focus.select(third(window))
    type_into(field(window, "date"), "2026-02-30")
    assert field(window, "date").text() == "2026-02-30"
    assert field(window, "date").property("invalid") is True
    assert dates(window) == ["2026", None, "2026-12-31"]
    QTest.keyClick(field(window, "date"), Qt.Key.Key_Escape)
    assert field(window, "date").text() == "2026"


@pytest.mark.parametrize(
    ("party", "rows"), [("Kyrgyzstan", (1, 1, 1, 0, 0, 0, 1)), ("OTS Secretariat", (1, 1, 1, 0, 0, 0, 1))]
)
def test_a_country_narrows_every_view(window: MainWindow, party: str, rows: tuple[int, ...]) -> None:
    (found,) = window.desk.read.find(Party, Compare("name", party))
    window.desk.focus.set_filter(SharedFilter(parties=(found.id,)))
    names = ("meetings", "delegations", "people", "tasks", "documents", "bodies", "sources")
    assert tuple(shown_rows(window, name) for name in names) == rows
    clear = window.findChild(QWidget, "status.clearFilter")
    assert clear is not None
    assert clear.isVisible()
    window.menus.commands["clear_filter"].trigger()
    assert tuple(shown_rows(window, name) for name in names) == (3, 6, 6, 5, 2, 2, 1)


def shown_rows(window: MainWindow, view: str) -> int:
    window.desk.focus.show_view(view)
    table = window.findChild(QTableView, f"{view}Table")
    assert table is not None
    return table.model().rowCount()


def test_search_opens_a_person_under_any_spelling(window: MainWindow) -> None:
    search = window.top_bar.search
    for typed in ("Yilmaz Tunc", "TUNÇ", "yılmaz", "Омуралиев", "Əhmədov"):
        search.setFocus()
        search.clear()
        search.insert(typed)
        search.textEdited.emit(typed)
        assert search.popup.isVisible()
        QTest.keyClick(search, Qt.Key.Key_Return)
        assert window.desk.focus.record is not None
        assert window.desk.focus.record.table == "person"
