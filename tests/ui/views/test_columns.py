"""Which columns a table shows is the user's choice: ticked, moved, dragged, remembered, and taken back."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.views import views
from ministrack.ui.widgets.columns_popup import ColumnsPopup
from ministrack.ui.widgets.record_view import RecordView

ENTRIES = {entry.name: entry for entry in views()}
USUAL = ["No.", "Meeting", "Date", "Place", "Status", "Delegations", "Open tasks"]


def shown(qtbot: QtBot, desk: Desk, name: str = "meetings") -> RecordView:
    view = ENTRIES[name].make(desk)
    assert isinstance(view, RecordView)
    qtbot.addWidget(view)
    view.resize(862, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


def titles(view: RecordView) -> list[str]:
    model = view.table_widget.records
    across = Qt.Orientation.Horizontal
    return [str(model.headerData(number, across)) for number in range(model.columnCount())]


def popup(view: RecordView) -> ColumnsPopup:
    button = view.findChild(QToolButton, "columnsButton")
    assert button is not None
    assert button.isVisible()
    button.click()
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, ColumnsPopup)
    return opened


def entry(opened: ColumnsPopup, title: str) -> int:
    labels = [opened.list.item(row).text() for row in range(opened.list.count())]
    return labels.index(title)


def test_a_column_is_ticked_and_moved_by_keys_alone(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    assert titles(view) == USUAL
    opened = popup(view)
    opened.list.setCurrentRow(entry(opened, "Theme"))
    QTest.keyClick(opened.list, Qt.Key.Key_Space)
    assert titles(view) == [*USUAL, "Theme"]
    opened.list.setCurrentRow(entry(opened, "Date"))
    QTest.keyClick(opened.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(opened.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(view)[:3] == ["Date", "No.", "Meeting"]
    usual = opened.findChild(QPushButton, "columns.usual")
    assert usual is not None
    usual.click()
    assert titles(view) == USUAL
    QTest.keyClick(opened.list, Qt.Key.Key_Escape)


def test_what_names_the_record_cannot_be_left_out(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    opened = popup(view)
    opened.list.setCurrentRow(entry(opened, "Meeting"))
    QTest.keyClick(opened.list, Qt.Key.Key_Space)
    assert "Meeting" in titles(view)
    opened.close()


def test_the_menu_of_the_headers_ticks_columns(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk, "people")
    view.table_widget.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    menu = view.findChild(QMenu, "columnsMenu")
    assert menu is not None
    actions: dict[str, QAction] = {action.text(): action for action in menu.actions()}
    assert not actions["Name"].isEnabled()
    assert actions["Level"].isChecked()
    assert not actions["Family name"].isChecked()
    actions["Family name"].trigger()
    actions["Level"].trigger()
    menu.close()
    assert "Family name" in titles(view)
    assert "Level" not in titles(view)


def test_copies_and_assistive_tools_read_headers_as_they_were_dragged(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    table = view.table_widget
    table.selectRow(1)
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(4), 0)
    qtbot.waitUntil(lambda: titles(view)[0] == "Status")
    assert [header.visualIndex(number) for number in range(header.count())] == [*range(header.count())]
    assert table.selected_refs() == [table.records.ref_at(1)]
    table.copy()
    first, second = QGuiApplication.clipboard().text().split("\n")[:2]
    assert first.split("\t")[:3] == ["Status", "No.", "Meeting"]
    assert second.split("\t")[:2] == ["Held", "2"]


def test_only_what_is_shown_is_asked_of_the_dossier(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    assert "theme" not in view.table_widget.records.query.columns
    assert "carried_tasks" in view.table_widget.records.query.columns
    columns = view.table_widget.columns
    columns.arrange(columns.arrangement.with_shown("open_tasks", False))
    assert "carried_tasks" not in view.table_widget.records.query.columns


def test_choice_order_and_widths_are_remembered(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    view = shown(qtbot, desk)
    columns = view.table_widget.columns
    columns.arrange(
        columns.arrangement.with_shown("status", False).with_shown("venue", True).moved("date", -2)
    )
    view.table_widget.setColumnWidth(0, 171)
    memory = LayoutMemory(tmp_path / "window.ini")
    view.keep_layout(memory)
    other = shown(qtbot, desk)
    other.restore_layout(memory)
    assert titles(other) == ["Date", "No.", "Meeting", "Place", "Delegations", "Open tasks", "Venue"]
    assert other.table_widget.columnWidth(0) == 171


def test_a_column_that_was_not_known_then_stands_where_it_belongs(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)
    words = (
        b'{"order": ["name", "gone", "number", "date"], "hidden": ["name", "date"], "widths": {}, '
        b'"sort": "none", "descending": true}'
    )
    assert view.table_widget.columns.restore(QByteArray(words))
    assert titles(view) == ["Meeting", "No.", "Place", "Status", "Delegations", "Open tasks"]
    assert view.table_widget.records.query.sort == "date"
    assert not view.table_widget.columns.restore(QByteArray(b'{"order": 7}'))


def test_every_column_of_every_view_shows_its_cells(qtbot: QtBot, desk: Desk) -> None:
    for name, one in ENTRIES.items():
        if one.table is None:
            continue
        view = shown(qtbot, desk, name)
        columns = view.table_widget.columns
        for column in columns.all:
            columns.arrange(columns.arrangement.with_shown(column.name, True))
        assert len(titles(view)) == len(columns.all)
        records = view.table_widget.records
        spoken = [
            records.index(row, number).data(Qt.ItemDataRole.AccessibleTextRole)
            for row in range(records.rowCount())
            for number in range(len(columns.all))
        ]
        assert all(isinstance(words, str) for words in spoken)
        for column in (column for column in columns.all if column.sort):
            view.table_widget.sorted_by.emit(column.sort, True)
            assert records.rowCount()


def test_each_view_keeps_the_column_that_names_its_records(qtbot: QtBot, desk: Desk) -> None:
    for name, one in ENTRIES.items():
        if one.table is not None:
            assert (
                len([column for column in shown(qtbot, desk, name).table_widget.columns.all if column.stays])
                == 1
            )
