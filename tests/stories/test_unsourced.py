"""The story of a fact-checker: what has no source is one filter away, everywhere and from the overview."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.domain.filing import SavedFilter
from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.meeting import Meeting
from ministrack.edits.records import add_record
from ministrack.edits.saved_filters import keep_filter, kept_filter
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.filter_bar.chip import FilterChip
from ministrack.ui.inspector.link_list import LinkList
from ministrack.ui.main_window import MainWindow
from ministrack.ui.widgets.record_view import RecordView

UNSOURCED = ("Dördüncü görüş", "Beşinci görüş", "Altıncı görüş")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Ədliyyə.ministrack"
    workspace = create_sample(path, Identity("Aygün", "desk-1"))
    for number, name in enumerate(UNSOURCED, start=4):
        workspace.run(add_record(Meeting(name=name, number=number, date=f"{2023 + number}")))
    workspace.close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def tick(window: MainWindow, words: str) -> None:
    chip = window.views.current().findChild(FilterChip, "sourcesFilter")
    assert chip is not None
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    choices = chip.findChild(QListView, "filterChoices")
    assert choices is not None
    model = choices.model()
    for row in range(model.rowCount()):
        if model.index(row, 0).data() == words:
            assert model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
            choices.setCurrentIndex(model.index(row, 0))
            QTest.keyClick(choices, Qt.Key.Key_Space)
    choices.window().close()


def test_a_tick_narrows_tables_and_timeline_to_what_has_no_source(window: MainWindow) -> None:
    window.desk.focus.show_view("meetings")
    tick(window, "Without a source")
    assert window.desk.focus.filter.sources == ("none",)
    view = window.views.current()
    assert isinstance(view, RecordView)
    assert view.table_widget.records.rowCount() == len(UNSOURCED)
    labels = {window.timeline.item(node.number).label for node in window.timeline.picture().nodes}
    assert not any("Baku" in label for label in labels)
    chip = view.findChild(FilterChip, "sourcesFilter")
    assert chip is not None
    assert chip.text() == "Sources: none"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert window.desk.focus.filter.is_empty


def test_the_overview_leads_to_all_meetings_without_a_source(window: MainWindow) -> None:
    window.desk.focus.show_view("overview")
    gaps = window.views.current().findChild(LinkList, "overview.unknown.list")
    assert gaps is not None
    entries = [gaps.entry_at(row) for row in range(gaps.entries.rowCount())]
    said = [entry.primary for entry in entries if entry is not None]
    gaps.setCurrentIndex(gaps.entries.index(said.index("3 meetings without a source")))
    QTest.keyClick(gaps, Qt.Key.Key_Return)
    assert window.desk.focus.view == "meetings"
    assert window.desk.focus.filter.sources == ("none",)


def test_it_is_kept_with_a_filter_and_filters_of_before_still_load(window: MainWindow) -> None:
    desk = window.desk
    shared = SharedFilter(task_statuses=("open",), sources=("none",))
    desk.runner.run(keep_filter(desk.read, "Open and unsourced", "tasks", shared))
    desk.runner.run(add_record(SavedFilter(name="Older", view="tasks", terms='{"task_statuses": ["open"]}')))
    kept, older = (
        kept_filter(desk.read.find(SavedFilter, Compare("name", name))[0])
        for name in ("Open and unsourced", "Older")
    )
    assert kept == shared
    assert older == SharedFilter(task_statuses=("open",))
