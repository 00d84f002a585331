"""The sheet of shortcuts holds every command and is found in by typing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.dialogs.shortcuts import ShortcutsSheet, sections
from ministrack.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Ədliyyə.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def opened(window: MainWindow) -> ShortcutsSheet:
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    sheet = window.findChild(ShortcutsSheet)
    assert sheet is not None
    return sheet


def lines(sheet: ShortcutsSheet) -> list[str]:
    """What is to be seen, under its heading."""
    found = []
    for number in range(sheet.sheet.topLevelItemCount()):
        heading = sheet.sheet.topLevelItem(number)
        if heading is None or heading.isHidden():
            continue
        children = [heading.child(row) for row in range(heading.childCount())]
        found += [
            f"{heading.text(0)}: {line.text(0)}"
            for line in children
            if line is not None and not line.isHidden()
        ]
    return found


def test_every_command_with_keys_stands_once_under_its_menu(window: MainWindow) -> None:
    listed = [keys for section in sections(window) for _, keys in section.lines if keys]
    for action in window.menus.commands.all().values():
        keys = ", ".join(each.toString() for each in action.shortcuts())
        assert not keys or listed.count(keys) >= 1, action.text()
    assert [section.title for section in sections(window)][:2] == ["File", "Edit"]


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    keys = [each.toString() for action in window.menus.commands.all().values() for each in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_typing_narrows_by_words_and_by_keys(window: MainWindow) -> None:
    sheet = opened(window)
    assert sheet.focusWidget() is sheet.search
    everything = len(lines(sheet))
    QTest.keyClicks(sheet.search, "timeline zoom")
    assert lines(sheet) == ["On the timeline: Zoom in or out"]
    sheet.search.setText("ctrl+k")
    assert lines(sheet) == ["Edit: Search everything"]
    sheet.search.setText("nobody calls it so")
    assert lines(sheet) == []
    sheet.search.clear()
    assert len(lines(sheet)) == everything
    QTest.keyClick(sheet.search, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
