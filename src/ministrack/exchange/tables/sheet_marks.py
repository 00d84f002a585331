"""What is passed over when workbooks are read row by row: merged cells, formulas without a result."""

import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

from ministrack.domain.values import dataclass, field

_FOLDER = "xl/"
_CHUNK = 1 << 20
_OVERLAP = 256
_MERGED = re.compile(rb'<mergeCell [^>]{0,40}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_BARE = re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>|<f[^>]{0,200}/>\s*</c>")
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """`merged_down`: by row, the columns of cells that go on below it and the last row of each."""

    merged_down: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    bare_formulas: bool = False


def marks_of_sheet(book: Path, title: str) -> SheetMarks:
    """Looks through one sheet of a workbook, whose size was checked before."""
    merged: dict[int, tuple[tuple[int, int], ...]] = {}
    bare, count = False, 0
    with ZipFile(book) as archive, archive.open(_part(archive, title)) as file:
        rest = b""
        while chunk := file.read(_CHUNK):
            seen = rest + chunk
            keep = max(len(seen) - _OVERLAP, 0)
            bare = bare or _BARE.search(seen) is not None
            for found in _MERGED.finditer(seen):
                if found.end() <= len(rest):
                    continue  # was met in the chunk before
                first, last = int(found[2]), int(found[4])
                if last > first and count < _MOST:
                    count += 1
                    merged[first] = (*merged.get(first, ()), (_column(found[1]), last))
            rest = seen[keep:]
    return SheetMarks(merged, bare)


def _part(archive: ZipFile, title: str) -> str:
    """The name within a workbook of the sheet that is called so."""
    # delayed: start-up time
    from defusedxml.ElementTree import fromstring

    sheets = fromstring(archive.read(f"{_FOLDER}workbook.xml")).iter()
    wanted = next(
        next(value for name, value in sheet.attrib.items() if name.endswith("}id"))
        for sheet in sheets
        if sheet.tag.endswith("}sheet") and sheet.get("name") == title
    )
    links = fromstring(archive.read(f"{_FOLDER}_rels/workbook.xml.rels")).iter()
    target = str(next(link.get("Target") for link in links if link.get("Id") == wanted))
    return target.lstrip("/") if target.startswith("/") else f"{_FOLDER}{target}"


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
