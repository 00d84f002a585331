"""Whether a text is prose, such as a report, or lines of a table: what is dropped or pasted says nothing."""

import re
from collections import Counter
from enum import Enum
from pathlib import Path

_BEGIN = 64_000  # letters: more of it would say the same
_RECORDS = re.compile(r"\s*(?:BEGIN:VC|\{(?!\\rtf)|\[\s*\{)", re.IGNORECASE)
_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|p|div|article|h[1-6])\b", re.IGNORECASE)
_DELIMITERS = ("\t", ";", "|", ",")
_SENTENCE = re.compile(r"\w[.!?…][”’\"')\]]*(?:\s|$)")
_WORDS = 25  # of a text that can be told for prose
_LONG = 80  # letters: a line of more is seldom a cell
_MOST_CELLS = 0.8  # of all lines have the same number of cells in a table


class Shape(Enum):
    """What a text looks like."""

    PROSE = "prose"
    RECORDS = "records"
    UNCLEAR = "unclear"


def shape_of(text: str) -> Shape:
    """Whether a text is prose, or lines, cards or a calendar."""
    text = text[:_BEGIN].lstrip("\ufeff")
    if _RECORDS.match(text):
        return Shape.RECORDS
    if _PAGE.match(text):
        return Shape.PROSE
    lines = [line for line in text.splitlines() if line.strip()]
    words = sum(len(line.split()) for line in lines)
    sentences = len(_SENTENCE.findall(text))
    if sentences and words >= _WORDS and not _is_tabbed(lines):
        is_long = max(map(len, lines)) > _LONG or sentences * 3 >= len(lines)
        if is_long and words / sentences < 80:
            return Shape.PROSE
    return Shape.RECORDS if _has_columns(lines) else Shape.UNCLEAR


def shape_of_file(path: Path) -> Shape:
    """The same for a file of plain text; unclear where it cannot be read."""
    try:
        with path.open("rb") as file:
            begin = file.read(_BEGIN)
    except OSError:
        return Shape.UNCLEAR
    wide = begin.startswith((b"\xff\xfe", b"\xfe\xff"))
    return shape_of(begin.decode("utf-16" if wide else "utf-8", "replace"))


def _is_tabbed(lines: list[str]) -> bool:
    return sum("\t" in line for line in lines) > len(lines) / 2


def _has_columns(lines: list[str]) -> bool:
    """Whether nearly all lines have the same number of cells."""
    for delimiter in _DELIMITERS:
        counts = Counter(line.count(delimiter) for line in lines)
        cells, number = max(counts.items(), key=lambda pair: pair[1], default=(0, 0))
        if cells and number > 1 and number >= _MOST_CELLS * len(lines):
            return True
    return False
