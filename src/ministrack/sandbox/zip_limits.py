"""Whether a zip file (XLSX, DOCX, ODS) may be unpacked: judged by its directory, before anything is."""

import struct
import zipfile
from pathlib import Path

from ministrack.domain.language import tr
from ministrack.sandbox.file_problem import FileProblem

MOST_ENTRIES = 5000
MOST_UNPACKED = 300 << 20
MOST_RATIO = 150  # a spreadsheet of repeated numbers comes to about 30
_SMALL = 4 << 20  # unpacked, no ratio makes this a danger

_END = struct.Struct("<4s4H2LH")  # the record that ends the directory
_END_MARK = b"PK\x05\x06"
_END64 = struct.Struct("<4sQ2H2L4Q20x")  # stands before it in large files, and then holds instead
_END64_MARK = b"PK\x06\x06"
_LONGEST_COMMENT = 0xFFFF
_LONGEST_ENTRY = 1 << 10  # bytes in the directory
_ENCRYPTED = 0x1
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def check_zip(path: Path) -> None:
    """Raises FileProblem where the file is no zip file, is locked by a password, or unpacks to too much."""
    count, directory = _announced(path)
    if count > MOST_ENTRIES or directory > MOST_ENTRIES * _LONGEST_ENTRY:
        raise _too_much(path)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise _no_zip(path) from error
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise _locked(path)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    # Entries may share their bytes: what counts is the file as it lies on the disk.
    packed = min(packed, path.stat().st_size)
    if unpacked > MOST_UNPACKED or (unpacked > _SMALL and unpacked > MOST_RATIO * max(packed, 1)):
        raise _too_much(path)


def _announced(path: Path) -> tuple[int, int]:
    """How many entries the directory has and how long it is, by the end of the file alone."""
    with path.open("rb") as file:
        start = file.read(4)
        size = file.seek(0, 2)
        file.seek(max(0, size - _LONGEST_COMMENT - _END.size - _END64.size))
        tail = file.read()
    if start == _OLD_OFFICE:
        raise _locked(path)
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise _no_zip(path)
    if at >= _END64.size and tail.startswith(_END64_MARK, at - _END64.size):
        *_, count, directory, _ = _END64.unpack_from(tail, at - _END64.size)
    else:
        *_, count, directory, _, _ = _END.unpack_from(tail, at)
    return int(count), int(directory)


def _too_much(path: Path) -> FileProblem:
    return FileProblem(
        tr("{name} unpacks to far more than a document of its size should.", name=path.name),
        safe=tr("It was not unpacked; nothing was changed."),
        todo=tr("If you trust it, open it in the program that it comes from and save it anew, or as CSV."),
    )


def _no_zip(path: Path) -> FileProblem:
    return FileProblem(
        tr("{name} is damaged, or not of the kind that its name says.", name=path.name),
        safe=tr("Nothing was changed."),
        todo=tr("Please open it in the program that it comes from and save it anew."),
    )


def _locked(path: Path) -> FileProblem:
    return FileProblem(
        tr("{name} is locked by a password, or of an old format (.xls, .doc).", name=path.name),
        safe=tr("Nothing was changed."),
        todo=tr("Please open it in the program that it comes from and save it anew, without a password."),
    )
