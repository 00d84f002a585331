"""The dialog over a bare window, with proposals made by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.newest_work import Step
from ministrack.ui.dialogs.reading import work
from ministrack.ui.dialogs.reading.dialog import ReadReport
from ministrack.ui.layout_memory import LayoutMemory
from tests.ui.dialogs.reading.by_hand import REPORT, proposals_of

Reading = Callable[..., ReadReport]


@pytest.fixture
def memory(tmp_path: Path) -> LayoutMemory:
    return LayoutMemory(tmp_path / "layout.ini")


@pytest.fixture
def reading(
    desk: Desk, qtbot: QtBot, memory: LayoutMemory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Reading]:
    """Opens the dialog, with a text that is read already."""
    monkeypatch.setattr(work, "read_report", proposals_of)
    window = QWidget()
    window.resize(1440, 900)
    window.show()

    def read(text: str = REPORT) -> ReadReport:
        dialog = ReadReport(desk, memory, window)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        if text:
            dialog.take(text)
            settle(qtbot, dialog)
        return dialog

    yield read
    desk.runner.end()
    window.close()
    window.deleteLater()


def settle(qtbot: QtBot, dialog: ReadReport) -> None:
    """Waits until nothing is being done."""
    qtbot.waitUntil(lambda: dialog.work.step is Step.NOTHING, timeout=10_000)
