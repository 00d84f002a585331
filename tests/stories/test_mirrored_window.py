"""The story of a window read from the right: everything stands mirrored, and nothing breaks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.views import views
from ministrack.ui.views.tasks.board.cards import CardList
from ministrack.ui.widgets.record_view import RecordView


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "وزراء العدل.ministrack"
    create_sample(path, Identity("عائشة", "desk-1")).close()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown = open_window(path)
    shown.resize(1440, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def left_of(window: MainWindow, part: QWidget) -> int:
    return part.mapTo(window, QPoint()).x()


def test_the_views_stand_right_and_the_details_left(window: MainWindow) -> None:
    window.desk.focus.show_view("meetings")
    QApplication.processEvents()
    middle = left_of(window, window.views)
    assert left_of(window, window.inspector) < middle < left_of(window, window.navigation)


def test_every_view_is_painted(window: MainWindow) -> None:
    for entry in views():
        window.desk.focus.show_view(entry.name)
        QApplication.processEvents()
        assert not window.grab().isNull()


def test_an_arabic_name_is_typed_shown_and_kept(window: MainWindow) -> None:
    second = Ref("meeting", window.desk.read.find(Meeting, Compare("number", 2))[0].id)
    window.desk.focus.open("meetings", second)
    window.inspector.edit_field("city")
    city = window.findChild(QLineEdit, "field.meeting.city")
    assert city is not None
    city.setText("")
    city.insert("باكو (Baku)")
    QTest.keyClick(city, Qt.Key.Key_Return)
    saved = window.desk.read.get(Meeting, second.id)
    assert saved is not None
    assert saved.city == "باكو (Baku)"


def test_the_details_fold_over_the_left_side_of_a_small_window(window: MainWindow) -> None:
    window.desk.focus.show_view("meetings")
    window.resize(1024, 640)
    window.inspector_place.show_pane(True)
    QApplication.processEvents()
    assert window.inspector.isVisible()
    assert left_of(window, window.inspector) < 10


def test_back_points_to_where_reading_begins(window: MainWindow, qapp: QApplication) -> None:
    back, forward = (
        window.desk.icons.pixmap(name, "text", 32, 1.0) for name in ("arrow-left", "arrow-right")
    )
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    usual = window.desk.icons.pixmap("arrow-left", "text", 32, 1.0).toImage()
    assert usual == forward.toImage()
    assert usual != back.toImage()


def test_the_number_of_tasks_stands_beside_its_status(window: MainWindow) -> None:
    window.desk.focus.show_view("tasks")
    view = window.views.current()
    assert isinstance(view, RecordView)
    view.show_presentation("board")
    QApplication.processEvents()
    count = window.findChild(QLabel, "board.open.count")
    cards = window.findChild(CardList, "board.open")
    assert count is not None
    assert cards is not None
    assert left_of(window, count) > left_of(window, cards) + cards.width() // 2


def test_the_keys_of_the_search_stand_inside_its_edge(window: MainWindow) -> None:
    search = window.top_bar.search
    keys = search.findChild(QLabel)
    assert keys is not None
    assert keys.x() >= 2 * SPACE
