"""The timeline as a screen reader finds it: a list of items, each with name, meaning, state and place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Ədliyyə.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.resize(1440, 900)
    QApplication.processEvents()
    yield shown
    shown.close()


def test_every_item_is_an_entry_of_the_list(window: MainWindow) -> None:
    found = QAccessible.queryAccessibleInterface(window.timeline)
    assert found.role() == QAccessible.Role.List
    assert found.childCount() == window.timeline.content.count_by_time() > 8
    names = [found.child(place).text(NAME) for place in range(found.childCount())]
    assert all(names)
    assert any("Third meeting" in name and "2026" in name for name in names)
    assert len([name for name in names if name.startswith("Meeting: ")]) == 3


def test_an_entry_says_what_its_date_means_and_where_it_is(window: MainWindow) -> None:
    found = QAccessible.queryAccessibleInterface(window.timeline)
    entries = [found.child(place) for place in range(found.childCount())]
    third = next(entry for entry in entries if "Third meeting" in entry.text(NAME))
    assert "31 December 2026" in third.text(DESCRIPTION)
    assert third.role() == QAccessible.Role.ListItem
    assert third.parent().object() is window.timeline
    box = third.rect()
    assert not box.isEmpty()
    assert found.rect().contains(box.center())
    assert found.indexOfChild(third) == entries.index(third)


def test_the_selected_entry_has_the_focus(window: MainWindow) -> None:
    window.timeline.setFocus()
    QTest.keyClick(window.timeline, Qt.Key.Key_Home)
    found = QAccessible.queryAccessibleInterface(window.timeline)
    first = found.focusChild()
    assert found.indexOfChild(first) == 0
    assert first.state().selected
    assert first.state().focused
    QTest.keyClick(window.timeline, Qt.Key.Key_Right)
    assert found.indexOfChild(found.focusChild()) == 1
    assert not first.state().selected


def test_entries_of_what_is_gone_are_invalid(window: MainWindow) -> None:
    found = QAccessible.queryAccessibleInterface(window.timeline)
    last = found.child(found.childCount() - 1)
    window.timeline.set_items([])
    assert found.childCount() == 0
    assert not last.isValid()
    assert last.state().invalid
    assert last.text(NAME) == ""
