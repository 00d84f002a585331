"""What is built from this checkout is whole: the wheel brings the resources, and each layout finds them."""

from __future__ import annotations

import itertools
import re
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import ministrack
from ministrack import paths

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, without network, and return it."""
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


def shipped(folder: Path) -> set[str]:
    """Return the files below a folder as paths with slashes, less what Python leaves behind."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {file.as_posix() for file in files if "__pycache__" not in file.parts}


def test_the_wheel_carries_every_resource_and_module(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"ministrack/resources/{name}" for name in shipped(ROOT / "resources")} <= names
    assert {f"ministrack/resources/guide/{name}" for name in shipped(ROOT / "docs" / "guide")} <= names
    assert {f"ministrack/{name}" for name in shipped(ROOT / "src" / "ministrack")} <= names
    assert not [name for name in names if name.startswith(("tests", "docs", "dev.py"))]


def test_an_installed_wheel_finds_its_resources(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "ministrack" / "paths.py"))
    assert paths.resource("README.md") == (tmp_path / "ministrack" / "resources" / "README.md").resolve()


def test_a_checkout_finds_its_resources_and_the_guide() -> None:
    assert paths.resource("README.md") == ROOT / "resources" / "README.md"
    assert paths.resource("guide", "tasks.md") == ROOT / "docs" / "guide" / "tasks.md"


@pytest.mark.parametrize("layout", ["ministrack/resources", "resources"])
def test_a_frozen_build_finds_its_resources(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / layout / "README.md"
    file.parent.mkdir(parents=True)
    shutil.copy(ROOT / "resources" / "README.md", file)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("README.md") == file


def test_a_missing_resource_is_named_with_the_places_looked_at() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/no such\.svg is missing.*Looked at: .+"):
        paths.resource("icons", "no such.svg")


def test_files_of_the_person_lie_under_the_home_of_the_person(own_home: Path) -> None:
    assert paths.default_dossier().name == "My dossier.ministrack"
    for path in (paths.default_dossier(), paths.window_state_file()):
        assert path.is_relative_to(own_home)
        assert not path.exists()


def test_the_version_is_the_same_everywhere(wheel: Path) -> None:
    assert PROJECT["version"] == ministrack.__version__ == wheel.name.split("-")[1]


def test_the_lock_pins_every_dependency_by_hash_and_names_no_place() -> None:
    pins = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, re.MULTILINE))
    extras = itertools.chain(*PROJECT["optional-dependencies"].values())
    wanted = [line for line in (*PROJECT["dependencies"], *extras) if not line.startswith("ministrack[")]
    assert {re.split(r"[<>=!]", line)[0] for line in wanted} <= pins.keys()
    blocks = re.split(r"^(?=[a-z0-9-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert not [block for block in blocks if "--hash=sha256:" not in block]
    assert not re.search(r"://|^-|/home|/root|/tmp|--index|--find-links", LOCK, re.MULTILINE)
    assert pins["pyside6-essentials"] != "6.12.0"


def test_start_up_is_not_slowed_by_number_crunchers() -> None:
    assert not re.search(r"^(numpy|pandas)==", LOCK, re.MULTILINE)
