"""What most stories begin with: the window of a dossier that holds the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ministrack.app import open_window
from ministrack.edits.workspace import Identity
from ministrack.program import create_sample
from ministrack.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Opened by Aygün, as the program opens it."""
    path = tmp_path / "Ədliyyə nazirləri.ministrack"
    create_sample(path, Identity("Aygün", "desk-1")).close()
    shown = open_window(path)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()
