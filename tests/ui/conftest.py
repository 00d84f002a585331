"""What tests of the window share: a desk with the sample dossier, and the look of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Identity, Workspace
from ministrack.settings import Settings
from ministrack.ui.desk import Desk
from ministrack.ui.feed import ChangeFeed
from ministrack.ui.focus import Focus, Place
from ministrack.ui.preferences import Preferences
from ministrack.ui.run import Runner
from ministrack.ui.style.apply import apply_theme
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.theme import LIGHT, ThemeSource


def make_desk(workspace: Workspace) -> Desk:
    """A desk around an open workspace."""
    themes = ThemeSource(LIGHT)
    return Desk(
        workspace=workspace,
        feed=ChangeFeed(workspace),
        focus=Focus(Place("meetings")),
        runner=Runner(workspace),
        themes=themes,
        icons=Icons(themes),
        flags=Flags(themes),
        preferences=Preferences(Settings(workspace.path.with_name("settings.json"))),
    )


@pytest.fixture
def dossier_path(tmp_path: Path) -> Path:
    """Where the dossier of the desk lies."""
    return tmp_path / "Дело №1.ministrack"


@pytest.fixture
def desk(qapp: QApplication, dossier_path: Path) -> Iterator[Desk]:
    """A desk with the sample dossier, edited by Aygün."""
    apply_theme(qapp, LIGHT)
    workspace = Workspace.create(dossier_path, Identity("Aygün", "desk-1"))
    workspace.run(load_sample())
    made = make_desk(workspace)
    yield made
    made.runner.end()
    made.feed.stop()
    workspace.close()
