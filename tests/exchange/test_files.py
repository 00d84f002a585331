"""A file is whole or not there; what was there before stays unless it may be overwritten."""

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from ministrack.domain.errors import CannotRead, InvalidValue, NoSpace
from ministrack.edits.workspace import Identity, Workspace
from ministrack.exchange.files import write_whole


def write(out: BinaryIO) -> None:
    out.write("Iğdır".encode())


def write_half(out: BinaryIO) -> None:
    out.write(b"half")
    raise OSError(28, "No space left on device")


def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.json", write)
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "Iğdır"
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="names are counted otherwise there")
def test_a_name_may_be_as_long_as_the_file_system_allows(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 215 + "😀" * 9 + ".csv")
    write_whole(target, write)
    assert list(tmp_path.iterdir()) == [target]


def test_what_is_there_stays_unless_it_may_go(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(InvalidValue, match="left as it is"):
        write_whole(target, write)
    assert target.read_text(encoding="utf-8") == "before"
    write_whole(target, write, overwrite=True)
    assert target.read_text(encoding="utf-8") == "Iğdır"


def test_a_file_that_comes_meanwhile_stays(tmp_path: Path) -> None:
    target = tmp_path / "out.json"

    def write_late(out: BinaryIO) -> None:
        write(out)
        target.write_text("another program's", encoding="utf-8")

    with pytest.raises(InvalidValue):
        write_whole(target, write_late)
    assert target.read_text(encoding="utf-8") == "another program's"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_full_disk_leaves_no_half_file(tmp_path: Path, overwrite: bool) -> None:
    target = tmp_path / "out.json"
    if overwrite:
        target.write_text("before", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NoSpace):
        write_whole(target, write_half, overwrite=overwrite)
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_is_not_there_and_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        write_whole(tmp_path / "missing" / "out.json", write)
    with pytest.raises(InvalidValue, match="folder"):
        write_whole(tmp_path, write, overwrite=True)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names in folders")
def test_a_pipe_or_device_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    with pytest.raises(InvalidValue, match="a device or a pipe"):
        write_whole(pipe, write, overwrite=True)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize("name", ["mine.ministrack", "mine.ministrack-wal", "also.json", "symbolic.json"])
def test_no_dossier_is_ever_overwritten(tmp_path: Path, name: str) -> None:
    mine = tmp_path / "mine.ministrack"
    Workspace.create(mine, Identity("Aygün Əhmədova", "desk")).close()
    whole = mine.read_bytes()
    (tmp_path / "also.json").hardlink_to(mine)
    (tmp_path / "symbolic.json").symlink_to(mine)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(InvalidValue, match="is a dossier or belongs to one"):
        write_whole(tmp_path / name, write, overwrite=True)
    assert mine.read_bytes() == whole
    assert sorted(tmp_path.iterdir()) == before
