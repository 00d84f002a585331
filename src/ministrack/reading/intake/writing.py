"""Writes the plain text of a report, and keeps where each character of it stood in what was given."""

import html
import re
import unicodedata

from ministrack.reading.intake.mask import CELL
from ministrack.reading.report import Block, BlockKind, Origin

_SPACE = " \t\n\r\x0b\f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN = (
    "\x00\x01\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f\ufff9-\ufffb\u21a9"
    "\U000e0000-\U000e007f"
)
_HYPHENS = "\u2010\u2011"
_PLAIN = rf"[^&{_SPACE}{_UNSEEN}{CELL}{_HYPHENS}\u0300-\u036f]+"
_PARTS = re.compile(
    rf"(?P<plain>{_PLAIN}(?:[ \n]{_PLAIN})*(?![\u0300-\u036f]))|(?P<space>[{_SPACE}]+)"
    rf"|(?P<unseen>[{_UNSEEN}]+)|(?P<cell>{CELL})|(?P<hyphen>[{_HYPHENS}])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});)"
    r"|(?P<composed>\w[\u0300-\u036f]+)"
    r"|(?P<other>.)"
)


class Writer:
    """Takes stretches of what was given in their order, and puts them together to blocks of text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap: tuple[int, int] | None = None  # white space that is written when something follows
        self._begun = 0
        self._last = 0  # behind what was last written, in what was given
        self.blocks: list[Block] = []
        self.origins: list[Origin] = []

    @property
    def text(self) -> str:
        """What was written."""
        return "".join(self._parts)

    def block(
        self,
        masked: str,
        start: int,
        stop: int,
        kind: BlockKind,
        depth: int = 0,
        *,
        is_markup: bool = True,
    ) -> None:
        """Writes a block: what is left of a stretch, with single spaces. Without markup "&amp;" is that."""
        self.begin(start)
        for part in _PARTS.finditer(masked, start, stop):
            sort = part.lastgroup or ""
            sort = "plain" if sort == "entity" and not is_markup else sort
            self._take(sort, part.group(), part.start(), part.end())
        self.end(kind, depth)

    def begin(self, place: int) -> None:
        """Begins a block whose first character stands at or behind a place of what was given."""
        self._gap = (self._last, max(place, self._last + 1)) if self.blocks else None
        self._begun = self._length

    def end(self, kind: BlockKind, depth: int = 0) -> None:
        """Ends it, if anything was written."""
        start = self._begun
        if self._length == start:
            return
        self.blocks.append(Block(start + 2 if self.blocks else start, self._length, kind, depth))

    def copy(self, words: str, start: int) -> None:
        """Writes what stands in a place as it is."""
        self._fill_gap()
        last = self.origins[-1] if self.origins else None
        if last is None or last.width or last.given + self._length - last.start != start:
            self.origins.append(Origin(self._length, start))
        self._write(words, start + len(words))

    def stand(self, words: str, start: int, stop: int) -> None:
        """Writes words for a stretch."""
        self._fill_gap()
        self.origins.append(Origin(self._length, start, stop - start))
        self._write(words, stop)

    def space(self, start: int, stop: int) -> None:
        """A space, once something follows in the same block."""
        if self._length > self._begun and self._gap is None:
            self._gap = (start, stop)

    def _take(self, sort: str, words: str, start: int, stop: int) -> None:
        match sort:
            case "plain" | "other":
                self.copy(words.replace("\n", " "), start)
            case "space":
                self.space(start, stop)
            case "hyphen":
                self.stand("-", start, stop)
            case "composed":
                self.stand(unicodedata.normalize("NFC", words), start, stop)
            case "cell":
                self._cell(start, stop)
            case "entity":
                self._entity(html.unescape(words), start, stop)

    def _cell(self, start: int, stop: int) -> None:
        if self._length > self._begun:
            self.space(start, stop)
            self.stand("|", start, stop)
            self.space(start, stop)

    def _entity(self, meant: str, start: int, stop: int) -> None:
        if meant.isspace():
            self.space(start, stop)
        elif meant.isprintable():
            self.stand(meant, start, stop)

    def _fill_gap(self) -> None:
        if self._gap is None:
            return
        start, stop = self._gap
        self._gap = None
        is_new = self._length == self._begun
        words = "\n\n" if is_new else " "
        self.origins.append(Origin(self._length, start, max(stop - start, 1)))
        self._write(words, stop)

    def _write(self, words: str, behind: int) -> None:
        self._parts.append(words)
        self._length += len(words)
        self._last = max(self._last, behind)
