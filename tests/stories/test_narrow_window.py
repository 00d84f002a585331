"""The story of a small screen: the table has the room, the inspector comes when it is asked for."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QSplitter, QToolButton
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Identity, Workspace
from ministrack.program import create_sample
from ministrack.ui.forms.field_row import FieldRow
from ministrack.ui.forms.messages import ConflictChoice
from ministrack.ui.inspector.link_list import LinkList
from ministrack.ui.inspector.record_tabs import RecordTabs
from ministrack.ui.main_window import MainWindow
from ministrack.ui.views import views
from ministrack.ui.views.meetings.calendar.month_table import MonthTable
from ministrack.ui.widgets.record_table import RecordTable
from ministrack.ui.widgets.record_view import RecordView

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "Adliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    return path


@pytest.fixture
def window(qtbot: QtBot, dossier: Path) -> Iterator[MainWindow]:
    shown = opened(qtbot, dossier, 1024, 640)
    yield shown
    shown.close()


def opened(qtbot: QtBot, dossier: Path, width: int, height: int) -> MainWindow:
    shown = open_window(dossier)
    shown.resize(width, height)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def table(window: MainWindow) -> RecordTable:
    shown = window.views.current()
    assert isinstance(shown, RecordView)
    return shown.table_widget


def click_row(window: MainWindow, row: int) -> None:
    shown = table(window)
    QTest.mouseClick(shown.viewport(), LEFT, NONE, shown.visualRect(shown.model().index(row, 1)).center())


def test_every_table_shows_all_its_columns_at_first(window: MainWindow) -> None:
    assert not window.inspector.isVisible()
    for entry in (each for each in views() if each.table):
        window.desk.focus.show_view(entry.name)
        QApplication.processEvents()
        assert not table(window).horizontalScrollBar().maximum(), entry.name


@pytest.mark.parametrize("width", [1024, 1180, 1440])
def test_no_header_is_cut_at_its_first_width(qtbot: QtBot, dossier: Path, width: int) -> None:
    window = opened(qtbot, dossier, width, 640)
    for entry in (each for each in views() if each.table):
        window.desk.focus.show_view(entry.name)
        QApplication.processEvents()
        header = table(window).horizontalHeader()
        font = header.font()
        font.setBold(True)
        titles = [
            str(header.model().headerData(section, Qt.Orientation.Horizontal))
            for section in range(header.count())
        ]
        sizes = [header.sectionSize(section) for section in range(header.count())]
        widths = [QFontMetrics(font).horizontalAdvance(title) for title in titles]
        assert all(size > width for size, width in zip(sizes, widths, strict=True)), entry.name
    window.close()


def test_a_click_on_a_record_opens_the_inspector_and_escape_closes_it(window: MainWindow) -> None:
    click_row(window, 1)
    assert window.inspector.isVisible()
    assert table(window).selected_refs() == [window.desk.focus.record]
    QTest.keyClick(table(window), Qt.Key.Key_Escape)
    assert not window.inspector.isVisible()
    QTest.keyClick(table(window), Qt.Key.Key_Up)
    assert not window.inspector.isVisible()


def test_enter_goes_to_the_form_and_escape_first_takes_back_what_was_typed(window: MainWindow) -> None:
    QTest.keyClick(table(window), Qt.Key.Key_Return)
    number = window.findChild(QLineEdit, "field.meeting.number")
    assert number is not None
    assert number.isVisible()
    window.inspector.edit_field("city")
    city = window.findChild(QLineEdit, "field.meeting.city")
    assert city is not None
    before = city.text()
    QTest.keyClicks(city, "Quba")
    QTest.keyClick(city, Qt.Key.Key_Escape)
    assert city.text() == before
    assert window.inspector.isVisible()
    QTest.keyClick(city, Qt.Key.Key_Escape)
    assert not window.inspector.isVisible()
    assert QApplication.focusWidget() is table(window)


def test_one_button_and_one_key_open_and_close_it(window: MainWindow) -> None:
    button = window.findChild(QToolButton, "button.pane.inspector")
    assert button is not None
    QTest.mouseClick(button, LEFT)
    assert window.inspector.isVisible()
    assert button.isChecked()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert not window.inspector.isVisible()
    assert not button.isChecked()


def test_what_a_search_or_the_timeline_finds_is_shown(window: MainWindow) -> None:
    (person, *_) = window.desk.read.search("Ahmadov", ("person",))
    window.top_bar.search.opened.emit(person.ref)
    assert window.inspector.isVisible()
    QTest.keyClick(table(window), Qt.Key.Key_Escape)
    window.timeline.setFocus()
    QTest.keyClick(window.timeline, Qt.Key.Key_End)
    assert window.inspector.isVisible()
    assert isinstance(window.desk.focus.record, Ref)


def test_a_wider_window_has_all_three_side_by_side(window: MainWindow) -> None:
    window.resize(1440, 900)
    assert window.inspector.isVisible()
    assert window.inspector.mapTo(window, window.inspector.rect().topLeft()).x() > table(window).width()
    window.resize(1024, 640)
    assert not window.inspector.isVisible()


def test_the_widths_of_a_wide_window_survive_a_narrow_one(qtbot: QtBot, dossier: Path) -> None:
    first = opened(qtbot, dossier, 1440, 900)
    width = first.inspector.width()
    first.resize(1024, 640)
    first.close()
    second = opened(qtbot, dossier, 1440, 900)
    assert second.inspector.isVisible()
    assert second.inspector.width() == width
    second.close()


@pytest.mark.parametrize("width", [300, 374])
def test_the_fields_of_a_delegation_never_overlap(qtbot: QtBot, dossier: Path, width: int) -> None:
    window = opened(qtbot, dossier, 1440, 900)
    delegation = window.desk.read.listing(ListQuery("delegation", ())).ids(0, 1)[0]
    window.desk.focus.open("delegations", Ref("delegation", delegation))
    panes = window.findChild(QSplitter, "panes")
    assert panes is not None
    panes.setSizes([204, panes.width() - 204 - width - 2, width])
    qtbot.waitUntil(lambda: window.inspector.width() == width)

    def no_overlap() -> None:
        rows = [row for row in window.inspector.findChildren(FieldRow) if row.isVisible()]
        places = [QRect(row.mapTo(window, QPoint()), row.size()) for row in rows]
        assert len(places) > 6
        assert all(
            place.height() >= row.minimumSizeHint().height() for place, row in zip(places, rows, strict=True)
        )
        assert not [pair for pair in combinations(places, 2) if pair[0].intersects(pair[1])]

    qtbot.waitUntil(no_overlap)
    window.close()


def test_a_low_board_shows_its_columns_whole_and_how_many_more_there_are(
    qtbot: QtBot, window: MainWindow
) -> None:
    for number in range(60):
        window.desk.workspace.run(add_record(Task(title=f"Report {number}")))
    window.desk.focus.show_view("tasks")
    shown = window.views.current()
    assert isinstance(shown, RecordView)
    shown.show_presentation("board")
    more = window.findChild(QPushButton, "board.open.more")
    area = window.findChild(QScrollArea, "tasksBoard.scroll")
    assert more is not None
    assert area is not None
    qtbot.waitUntil(more.isVisible)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0
    assert not more.visibleRegion().isEmpty()
    assert more.visibleRegion().boundingRect() == more.rect()


def test_a_low_calendar_shows_the_day_under_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.focus.select(None)
    window.desk.focus.show_view("meetings")
    shown = window.views.current()
    assert isinstance(shown, RecordView)
    shown.show_presentation("calendar")
    days = window.findChild(MonthTable, "monthTable")
    assert days is not None
    for height in (700, 640):
        window.resize(1024, height)
        QApplication.processEvents()
        for day in (days.days.first, days.days.last):
            days.setCurrentIndex(days.days.index_of(day))
            window.resize(1024, height + 1)
            QApplication.processEvents()
            assert days.viewport().rect().contains(days.visualRect(days.currentIndex()).center())


def test_lists_in_a_low_pane_show_whole_lines(window: MainWindow) -> None:
    second = window.desk.read.find(Meeting, Compare("number", 2))[0]
    window.open_record(Ref("meeting", second.id))
    QApplication.processEvents()
    tabs = window.inspector.findChild(RecordTabs)
    assert tabs is not None
    tabs.choose("outcomes")
    QApplication.processEvents()
    lists = [each for each in window.inspector.findChildren(LinkList) if each.isVisible()]
    assert len(lists) == 3
    for each in lists:
        lines = min(each.entries.rowCount(), 2)
        assert each.viewport().height() >= sum(each.sizeHintForRow(line) for line in range(lines))


def test_a_conflict_in_a_cell_of_a_low_table_is_seen_whole(
    qtbot: QtBot, window: MainWindow, dossier: Path
) -> None:
    window.desk.focus.show_view("meetings")
    QApplication.processEvents()
    rows = table(window)
    floors = window.findChild(QSplitter, "floors")
    assert floors is not None
    above, below = floors.sizes()
    too_many = rows.viewport().height() - 146  # as low as it is below the strip of first steps
    floors.setSizes([above - too_many, below + too_many])
    QApplication.processEvents()
    assert rows.viewport().height() <= 148
    place = next(
        column
        for column in range(rows.model().columnCount())
        if rows.model().headerData(column, Qt.Orientation.Horizontal) == "Place"
    )
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(1, place))
    QTest.keyClick(rows, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "Ganca")
    other = Workspace.open(dossier, Identity("Бакыт", "desk-2"))
    second = other.read.find(Meeting, Compare("number", 2))[0]
    other.run(change_record(other.read, Ref("meeting", second.id), new={"city": "Şamaxı"}))
    other.close()
    window.desk.feed.look()
    QTest.keyClick(line, Qt.Key.Key_Return)
    choices: list[ConflictChoice] = []

    def shown() -> bool:
        choices[:] = [each for each in rows.findChildren(ConflictChoice) if each.isVisible()]
        return len(choices) == 1

    qtbot.waitUntil(shown)
    QApplication.processEvents()
    assert choices[0].visibleRegion().boundingRect() == choices[0].rect()
    QTest.mouseClick(choices[0].findChildren(QPushButton)[1], LEFT)  # so that the window can close
    saved = window.desk.read.get(Meeting, second.id)
    assert saved is not None
    assert saved.city == "Şamaxı"
