"""An empty dossier, and the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Workspace
from tests.dossiers import AYGUN


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Boş.ministrack", AYGUN)
    yield opened
    opened.close()


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "Bakı.ministrack", AYGUN)
    opened.run(load_sample())
    yield opened
    opened.close()
