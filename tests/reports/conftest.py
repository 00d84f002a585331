"""The dossiers that papers are made from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Workspace
from tests.dossiers import AYGUN


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    """A dossier with nothing in it."""
    workspace = Workspace.create(tmp_path / "Ədliyyə.ministrack", AYGUN)
    yield workspace
    workspace.close()


@pytest.fixture
def sample(empty: Workspace) -> Workspace:
    """The sample dossier."""
    empty.run(load_sample())
    return empty
