"""What was given, character by character, with markup blotted out: places in it stay the same."""

import re
from collections.abc import Iterator

from ministrack.reading.report import BlockKind

DROP, BREAK, CELL, LINE = "\x00", "\x01", "\x02", "\f"
"""A character that is left out of the text, the end of a block, of a cell in a row, and of a line (<br>)."""

_LINE_END = re.compile(r"\f[ \t\x00]*\n?|[\n\x01]|\Z")
_LINE_ENDS = dict.fromkeys(map(ord, "\f\x85\u2028\u2029"), "\n")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def without_controls(given: str) -> str:
    """A text of the same length without control characters and halves of letters; where a quotation mark or
    a dash of Windows was taken for a control character, it is that again.
    """
    return _CONTROL.sub(_meant, given)


def _meant(control: re.Match[str]) -> str:
    code = ord(control.group())
    meant = bytes((code,)).decode("cp1252", "replace") if 0x80 <= code < 0xA0 else DROP
    return meant if meant != "\ufffd" else DROP


class Mask:
    """A text of the length of what was given, in which markup is replaced by DROP, BREAK and CELL.

    `kinds` says for the place of a BREAK which kind of block begins behind it, where markup tells;
    `bold`, `slanted` and `notes` which stretches are so, or are footnotes.
    """

    def __init__(self, given: str) -> None:
        self._letters = list(_CONTROL.sub(DROP, given).translate(_LINE_ENDS))
        self.kinds: dict[int, tuple[BlockKind, int]] = {}
        self.bold: list[tuple[int, int]] = []
        self.slanted: list[tuple[int, int]] = []
        self.notes: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """As it is now."""
        return "".join(self._letters)

    def drop(self, start: int, stop: int) -> None:
        """Leaves a stretch out."""
        self.fill(start, stop, DROP)

    def fill(self, start: int, stop: int, letter: str) -> None:
        """Puts the same character all over a stretch."""
        if start < stop:
            self._letters[start:stop] = letter * (stop - start)

    def put(self, place: int, letter: str) -> None:
        """Puts another character in one place."""
        self._letters[place] = letter

    def divide(self, start: int, stop: int, kind: BlockKind = BlockKind.PARAGRAPH, depth: int = 0) -> None:
        """Leaves a stretch out and ends a block there; another of this kind begins behind."""
        self.drop(start, stop)
        self.put(start, BREAK)
        self.kinds[start] = (kind, depth)

    def spaces_for_lines(self, start: int, stop: int) -> None:
        """Lines of a stretch run on, as in HTML."""
        lines = "".join(self._letters[start:stop])
        if "\n" in lines:
            self._letters[start:stop] = lines.replace("\n", " ")


def lines_of(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """The lines from a place on: their start, their stop, and where the BREAK before them is, else -1."""
    before = -1
    for found in _LINE_END.finditer(text, start):
        yield start, found.start(), before
        start = found.end()
        before = found.start() if found.group() == BREAK else -1
