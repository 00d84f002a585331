"""Which format a file is in: by what it begins with, then by the ending of its name."""

from collections.abc import Sequence
from pathlib import Path

from ministrack.domain.language import tr
from ministrack.exchange.file_problem import FileProblem
from ministrack.exchange.imports import ImportFormat

_BEGIN = 4096  # bytes
_TABLE = "csv"
# What files begin with, whatever they are called; and texts, after marks and white space, in capitals.
_SIGNS = ((b"PK\x03\x04", "xlsx"), (b"\xd0\xcf\x11\xe0", "xlsx"))
_TEXTS = (("BEGIN:VCALENDAR", "ics"), ("BEGIN:VCARD", "vcf"), ("{", "json"))


def format_of(path: Path, formats: Sequence[ImportFormat], name: str = "") -> ImportFormat:
    """The format of a file, whose name may be another than that of `path`.

    A table of text is what anything may be that says nothing else. Raises FileProblem for what is none.
    """
    by_name = {each.name: each for each in formats}
    with path.open("rb") as file:
        begin = file.read(_BEGIN)
    ending = Path(name or path.name).suffix.lower()
    by_ending = next((each for each in formats if ending in each.suffixes), None)
    found = next((kind for sign, kind in _SIGNS if begin.startswith(sign)), "")
    if not found:
        text = begin.decode("utf-8", "replace").lstrip("\ufeff \t\r\n").upper()
        found = next((kind for sign, kind in _TEXTS if text.startswith(sign)), "")
    if found in by_name:
        return by_name[found]
    if by_ending is not None and not (begin and by_ending.name in dict(_SIGNS).values()):
        return by_ending
    if b"\x00\x00\x00\x00" not in begin and _TABLE in by_name:
        return by_name[_TABLE]
    raise FileProblem(
        tr("Files such as {name} cannot be imported.", name=name or path.name),
        safe=tr("Nothing was changed."),
        todo=tr("These can: {kinds}.", kinds=", ".join(tr(each.label) for each in formats)),
    )
