"""Which lines of a text make a block together, and of which kind it is: Markdown, or none at all."""

import re

from ministrack.domain.values import dataclass
from ministrack.reading.intake.mask import CELL, DROP, Mask, lines_of
from ministrack.reading.report import BlockKind

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=[^\s#])")
_RULE = re.compile(r"\s*(?:[-–—―_=~·•*#\\]\s*){3,}$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*$")
_BULLET = re.compile(r"(\s*)[-*+•·–—▪■◦●►»‣⁃]\s+(?=\S)")
_NUMBER = re.compile(
    r"(\s*)(?:\(?(?:\d{1,3}|[ivx]{1,5}|[IVX]{1,5}|[a-zа-я])\)|(?:\d{1,3}|[ivx]{1,5}|[IVX]{2,5}|[a-h])\.)"
    r"(?:\s|&nbsp;)+(?=\S)"
)
_BARE_NUMBER = re.compile(r"\s*(\d{1,3})\s+(?!\w+\.? \d{4})(?=[\"“A-ZА-ЯӘÇĞİÖŞÜ])")
_QUOTED = re.compile(r"(?:\s{0,3}>\s?)+")
_FOOTNOTE = re.compile(r"\s{0,3}(?:\[\^[^\]\s]+\]:|\[\d{1,3}\]:?)\s+(?=\S)")
_TABLE_LINE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s*\S+(?:\s+\"[^\"]*\")?\s*$")
_LAST_PART, _FIRST_PART = re.compile(r"([\w.]*\w[.]?)-\s*$"), re.compile(r"\s*(\w+)")
_LONGEST_WORD = 60
_LABEL = re.compile(r"[^–—:.;,]{2,60}?(?:\s[–—-]|:)\s+\S")
_NAMED = re.compile(r"[^–—:.;,]{2,60}:\s+\S")
_EMPHASIS = "*_ \t\xa0\u3000"
_SHORT_WIDTH, _LONG_WIDTH = 40, 100


@dataclass(slots=True)
class Draft:
    """A block in the making: a stretch of what was given."""

    kind: BlockKind
    start: int
    stop: int
    depth: int = 0
    lines: int = 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, and whether markup or an empty line stands before it."""

    start: int
    stop: int
    words: str  # without what is left out


def drafts_of(mask: Mask, start: int) -> list[Draft]:
    """The blocks of a text from a place on; what marks them as such is blotted out."""
    return _Drafting(mask, start).drafts


class _Drafting:
    """Goes through the lines once."""

    def __init__(self, mask: Mask, start: int) -> None:
        self._mask = mask
        self._text = text = mask.text
        self._width = wrapped_width(text, start)
        self._open: Draft | None = None
        self._last: _Line | None = None
        self._kind = (BlockKind.PARAGRAPH, 0)
        self._next_number = 1
        self._in_table = False
        self._written: dict[str, bool] = {}
        self.drafts: list[Draft] = []
        for first, stop, mark in lines_of(text, start):
            if mark >= 0:
                self._open = None
                self._kind = mask.kinds.get(mark, self._kind)
            self._take(_Line(first, stop, text[first:stop].replace(DROP, "")))

    def _take(self, line: _Line) -> None:
        if not line.words.strip() or self._is_mark(line):
            self._in_table = "|" in line.words
            self._open = None
            return
        begun = self._begun(line)
        if begun is not None:
            self._add(begun, line)
        elif self._open is not None and self._last is not None and self._runs_on(self._last, line):
            self._open.stop = line.stop
            self._open.lines += 1
            self._join_word(self._last, line)
        else:
            self._add(Draft(self._kind[0], line.start, line.stop, self._kind[1]), line)
        self._last = line

    def _add(self, draft: Draft, line: _Line) -> None:
        self.drafts.append(draft)
        self._open = draft
        if draft.kind is BlockKind.ROW or (draft.kind is BlockKind.HEADING and "#" in line.words[:10]):
            self._open = None

    def _is_mark(self, line: _Line) -> bool:
        """A line under a heading, between two parts, or within a table."""
        underline = _UNDERLINE.match(line.words)
        if "|" in line.words and self._open is not None and _TABLE_LINE.match(line.words):
            self._open.kind = BlockKind.ROW
            self._mark_cells(self._open.start, self._open.stop, "|")
        elif underline and self._open is not None and self._is_headed(underline.group(1)):
            self._open.kind = BlockKind.HEADING
            self._open.depth = 1 if underline.group(1).startswith("=") else 2
        elif not (underline or any(mark.match(line.words) for mark in (_RULE, _TABLE_LINE, _DEFINITION))):
            return False
        self._mask.drop(line.start, line.stop)
        return True

    def _is_headed(self, underline: str) -> bool:
        """Whether a line of dashes makes a heading of what stands before it; a sentence is none."""
        last = self._last.words.rstrip() if self._last is not None else ""
        is_one = self._open is not None and self._open.lines == 1
        return is_one and (underline.startswith("=") or last[-1:] not in ".;:")

    def _begun(self, line: _Line) -> Draft | None:
        """The block that a line begins by its first characters."""
        quoted = _QUOTED.match(self._text, line.start, line.stop)
        start = line.start
        if quoted:
            self._mask.drop(*quoted.span())
            start = quoted.end()
        if heading := _HEADING.match(self._text, start, line.stop):
            self._mask.drop(*heading.span())
            return Draft(BlockKind.HEADING, line.start, line.stop, len(heading.group(1)))
        if note := _FOOTNOTE.match(self._text, start, line.stop):
            self._mask.drop(*note.span())
            return Draft(BlockKind.FOOTNOTE, line.start, line.stop)
        if bullet := _BULLET.match(self._text, start, line.stop):
            self._mask.drop(*bullet.span())
            return Draft(BlockKind.ITEM, line.start, line.stop, 1 + len(bullet.group(1).strip("\n")) // 2)
        row = self._row(line)
        if row is None and self._kind[0] is BlockKind.PARAGRAPH and self._is_numbered(start, line):
            return Draft(BlockKind.ITEM, line.start, line.stop, 1)
        return row

    def _is_numbered(self, start: int, line: _Line) -> bool:
        words = line.words
        if _NUMBER.match(words):
            return True
        bare = _BARE_NUMBER.match(words)
        if bare and int(bare.group(1)) == self._next_number and self._open is None:
            self._next_number += 1
            return True
        return False

    def _row(self, line: _Line) -> Draft | None:
        words = line.words.strip()
        is_framed = words.startswith("|") and words.endswith("|") and words.count("|") > 2
        bars = "|" if is_framed or (self._in_table and "|" in words) else "\t"
        if bars == "\t" and words.count("\t") < 2:
            return None
        self._mark_cells(line.start, line.stop, bars)
        return Draft(BlockKind.ROW, line.start, line.stop)

    def _join_word(self, last: _Line, line: _Line) -> None:
        """A word that goes on in the next line; its hyphen stays unless the text writes it without."""
        if not last.words.rstrip().endswith("-"):
            return
        first = _LAST_PART.search(self._text, max(last.start, last.stop - _LONGEST_WORD), last.stop)
        rest = _FIRST_PART.match(self._text, line.start, line.stop)
        if first is None or rest is None:
            return
        self._mask.drop(first.end(1) + 1, rest.start(1))
        if rest[1][0].islower() and self._is_written(f"{first[1]}{rest[1]}"):
            self._mask.drop(first.end(1), first.end(1) + 1)

    def _is_written(self, word: str) -> bool:
        if word not in self._written:
            self._written[word] = word in self._text
        return self._written[word]

    def _mark_cells(self, start: int, stop: int, bars: str) -> None:
        for place in range(start, stop):
            if self._text[place] == bars:
                self._mask.put(place, CELL)
        last = start + len(self._text[start:stop].rstrip()) - 1
        if bars == "|" and self._text[last] == "|":
            self._mask.drop(last, last + 1)

    def _runs_on(self, last: _Line, line: _Line) -> bool:
        """Whether a line ended only because it was full."""
        before, words = last.words.rstrip(_EMPHASIS), line.words.strip(_EMPHASIS)
        if _is_named(before) and _is_named(words):
            return False  # "от Республики Казахстан: …", on each line of a list
        if not self._width or _is_strong(last.words) or _is_strong(line.words):
            return words[:1].islower() or before.endswith(",")
        if not words:
            return True
        if _is_labelled(before) and _is_labelled(words) and before[-1:] not in ",-":
            return False  # "Kazakhstan – X, Minister of Culture": each line of a list is one
        first = words.split(None, 1)[0] if words.split() else ""
        is_full = len(self._text[last.start : last.stop].rstrip()) + 1 + len(first) > self._width
        return is_full or words[:1].islower() or before[-1:] in ",-"


def _is_named(words: str) -> bool:
    """A line with a colon behind its first words, or at its end: what stands over a list."""
    return words.endswith(":") or _NAMED.match(words) is not None


def _is_labelled(words: str) -> bool:
    """A line that says first of whom it speaks, as those of a list do."""
    words = words.lstrip(_EMPHASIS)
    return words[:1].isupper() and _LABEL.match(words) is not None


def _is_strong(words: str) -> bool:
    """A line that is bold as a whole is a heading of its own."""
    words = words.strip()
    return words.startswith("**") and words.endswith("**") and len(words) > 4


def wrapped_width(text: str, start: int) -> int:
    """How long the lines of a text may get, 0 where a line is a paragraph.

    One line in twenty may be longer: marks of a heading, an address.
    """
    lengths = [len(line) for line in re.split(r"[\n\x01]", text[start:]) if len(line) > _SHORT_WIDTH]
    short = [length for length in lengths if length <= _LONG_WIDTH]
    if len(short) < 2 or len(short) < 0.8 * len(lengths):
        return 0
    return sorted(short)[-1 - len(short) // 20]
