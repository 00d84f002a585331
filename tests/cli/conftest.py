"""A dossier with the sample in it, and the program run in this process."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ministrack.__main__ import main
from ministrack.edits.sample import load_sample
from ministrack.edits.workspace import Identity, Workspace
from ministrack.paths import settings_file
from ministrack.settings import Settings

ME = Identity("Aygün Əhmədova", "the desk of these tests")


@dataclass(frozen=True)
class Answer:
    """What one run of the program gave."""

    code: int
    out: str
    err: str


Program = Callable[..., Answer]


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str]) -> Program:
    """Run the program with these arguments, as the person of these tests."""
    settings = Settings(settings_file())
    settings.author, settings.desk = ME.author, ME.desk

    def run(*arguments: object) -> Answer:
        code = main([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "Justice.ministrack"
    workspace = Workspace.create(path, Identity("Somebody", "another desk"))
    workspace.run(load_sample())
    workspace.close()
    return path


@pytest.fixture
def dossier(template: Path, tmp_path: Path) -> Path:
    """A dossier of one's own with the facts of the sample."""
    return Path(shutil.copy(template, tmp_path / "Justice.ministrack"))


@pytest.fixture
def workspace(dossier: Path) -> Workspace:
    """The dossier opened by the person of these tests; to be closed before the program runs on it."""
    return Workspace.open(dossier, ME)
