"""Which format a file is in: by what it begins with, then by the ending of its name."""

import re
from collections.abc import Sequence
from pathlib import Path

from ministrack.domain.language import tr
from ministrack.exchange.imports import ImportFormat
from ministrack.sandbox.file_problem import FileProblem

_BEGIN = 4096  # bytes
_TABLE = "csv"
# What files begin with, whatever they are called; and texts, after marks and white space.
_SIGNS = ((b"PK\x03\x04", "xlsx"), (b"\xd0\xcf\x11\xe0", "xlsx"))
_OF_WORKBOOKS = ("", ".xls", ".xlsb", ".xltx", ".xltm")  # letters and slides begin as workbooks do
_TEXTS = (
    (re.compile("BEGIN:VCALENDAR", re.IGNORECASE), "ics"),
    (re.compile("BEGIN:VCARD", re.IGNORECASE), "vcard"),
    (re.compile(r"\{(?!\\rtf)|\[\s*\{"), "json"),
)
_NO_TABLE = re.compile(rb"\s*(?:%PDF-|\{\\rtf|<)")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")


def format_of(path: Path, formats: Sequence[ImportFormat], name: str = "") -> ImportFormat:
    """The format of a file, whose name may be another than that of `path`.

    Text of whatever name is a table if nothing says otherwise; a file that cannot be read is known by the
    ending of its name. Raises FileProblem for what is none of the formats.
    """
    by_name = {each.name: each for each in formats}
    begin = _begin_of(path)
    ending = Path(name or path.name).suffix.lower()
    by_ending = next((each for each in formats if ending in each.suffixes), None)
    found = _kind_of(begin or b"")
    is_told = found not in dict(_SIGNS).values() or by_ending is not None or ending in _OF_WORKBOOKS
    if found in by_name and is_told:
        return by_name[found]
    if by_ending is not None and not (begin and by_ending.name in dict(_SIGNS).values()):
        return by_ending
    if begin is not None and _may_be_table(begin) and _TABLE in by_name:
        return by_name[_TABLE]
    raise FileProblem(
        tr("Files such as {name} cannot be imported.", name=name or path.name),
        safe=tr("Nothing was changed."),
        todo=tr("These can: {kinds}.", kinds=", ".join(tr(each.label) for each in formats)),
    )


def _begin_of(path: Path) -> bytes | None:
    """What it begins with; None for what is gone or may not be read, of which the import then tells."""
    try:
        with path.open("rb") as file:
            return file.read(_BEGIN)
    except OSError:
        return None


def _kind_of(begin: bytes) -> str:
    by_sign = next((kind for sign, kind in _SIGNS if begin.startswith(sign)), "")
    text = begin.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    return by_sign or next((kind for start, kind in _TEXTS if start.match(text)), "")


def _may_be_table(begin: bytes) -> bool:
    if begin.startswith(_UTF_16):
        return True
    return _NO_TABLE.match(begin) is None and _CONTROLS.search(begin) is None
