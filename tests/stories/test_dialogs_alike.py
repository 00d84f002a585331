"""The story of a person who meets one dialog after the other: they begin and end at the same place."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.ui.main_window import MainWindow
from ministrack.ui.style.metrics import DIALOG_MARGINS

_OPENED = ("new.meeting", "new.task", "add_delegations", "merge", "duplicates", "shortcuts", "export")


@pytest.mark.parametrize("command", _OPENED)
def test_what_a_dialog_holds_is_as_far_from_its_edges_as_in_every_other(
    window: MainWindow, qtbot: QtBot, command: str
) -> None:
    second = window.desk.read.find(Meeting, Compare("number", 2))[0]
    window.desk.focus.open("meetings", Ref("meeting", second.id))
    QApplication.processEvents()
    before = set(QApplication.topLevelWidgets())
    window.menus.commands[command].trigger()
    qtbot.waitUntil(lambda: bool(_dialogs(before)))  # some are loaded beside the window first
    opened = _dialogs(before)
    assert len(opened) == 1
    layout = opened[0].layout()
    assert layout is not None
    assert layout.contentsMargins() == DIALOG_MARGINS
    opened[0].close()


def _dialogs(before: set[QWidget]) -> list[QDialog]:
    """The dialogs that are open now and were not before."""
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each not in before and each.isVisible()
    ]
