"""A dossier with records of every kind, open and closed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.edits.workspace import Workspace
from tests.dossiers import filled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the dossier of the test lies."""
    return tmp_path / "Bakı.ministrack"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    """The dossier, filled and open."""
    opened = filled(path)
    yield opened
    opened.close()
