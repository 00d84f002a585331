"""Zip files are judged by their directory before anything is unpacked."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from ministrack.sandbox import zip_limits
from ministrack.sandbox.file_problem import FileProblem
from ministrack.sandbox.zip_limits import check_zip


def archive(path: Path, **entries: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return path


def test_an_ordinary_file_passes(tmp_path: Path) -> None:
    check_zip(archive(tmp_path / "Gäste.xlsx", sheet="Бишкек;Bakı\n".encode() * 5000))


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    bomb = archive(tmp_path / "Gäste.xlsx", sheet=bytes(30 << 20))
    assert bomb.stat().st_size < 64 << 10
    with pytest.raises(FileProblem, match="unpacks to far more") as refused:
        check_zip(bomb)
    assert refused.value.safe
    assert refused.value.todo


def test_size_and_number_of_entries_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "a.xlsx", **{f"sheet{number}": b"x" * 100 for number in range(40)})
    check_zip(path)
    with monkeypatch.context() as bounded:
        bounded.setattr(zip_limits, "MOST_UNPACKED", 3999)
        with pytest.raises(FileProblem, match="unpacks to far more"):
            check_zip(path)
    monkeypatch.setattr(zip_limits, "MOST_ENTRIES", 39)
    with pytest.raises(FileProblem, match="unpacks to far more"):
        check_zip(path)


def test_a_large_directory_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    ends = (
        struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0, 0),
        struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1 << 40, 1 << 40, 1 << 40, 0)
        + struct.pack("<4sLQL", b"PK\x06\x07", 0, 4, 1)
        + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 60, 0, 0),
    )
    monkeypatch.setattr(zipfile, "ZipFile", lambda _: pytest.fail("its directory was read"))
    for end in ends:
        path.write_bytes(b"PK\x03\x04" + end)
        with pytest.raises(FileProblem, match="unpacks to far more"):
            check_zip(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "damaged, or not of the kind"),
        (b"name;city\nBishkek;KG\n", "damaged, or not of the kind"),
        (b"PK\x05\x06" + bytes(3), "damaged, or not of the kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked by a password"),
    ],
)
def test_what_is_no_zip_file_is_said(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "Gäste.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=words):
        check_zip(path)


def test_a_password_and_a_broken_directory_are_said(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as made:
        made.writestr("sheet", b"x")
    content = bytearray(whole.getvalue())
    directory = content.index(b"PK\x01\x02")
    path = tmp_path / "a.xlsx"
    content[directory + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(FileProblem, match="locked by a password"):
        check_zip(path)
    content[directory : directory + 4] = b"????"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match="damaged"):
        check_zip(path)
