"""A paper as a document: title and blocks of words, the same for every format it is written in."""

from collections.abc import Sequence
from enum import Enum
from typing import TypeAlias

from ministrack.domain.values import dataclass


class Tone(Enum):
    """How words are to be read, never by colour alone."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    UNKNOWN = "unknown"  # names something that nobody knows yet


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text; `note` becomes a numbered note: which source says so, and the sentence that does.

    The same note twice is one number.
    """

    text: str
    tone: Tone = Tone.PLAIN
    note: str = ""


Line: TypeAlias = Sequence[Words]
"""Runs that follow one another without anything between them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section; level 1 stands below the title of the paper."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of lines, each with its bullet or number."""

    items: Sequence[Line]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what is known, as a list of two columns without lines."""

    rows: Sequence[tuple[str, Line]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header, and its share of the width against that of the others."""

    title: str
    share: int = 1
    centred: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of cells, as many as there are columns; a row of one cell is a heading across all of them."""

    cells: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on each page; no row is torn apart between two pages."""

    columns: Sequence[Column]
    rows: Sequence[TableRow]


Block: TypeAlias = Heading | Paragraph | Bullets | Facts | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `foot` stands at the foot of each page beside its number."""

    title: str
    subtitle: str
    foot: str
    blocks: Sequence[Block]
    language: str = "en"  # BCP 47
    landscape: bool = False


def plain(text: str) -> Line:
    """A line of plain words; none for no text."""
    return (Words(text),) if text else ()


def unknown(text: str) -> Line:
    """A line that names what is not known."""
    return (Words(text, Tone.UNKNOWN),)


def notes_of(paper: Paper) -> dict[str, int]:
    """The notes of a paper with their numbers, in the order in which a reader meets them."""
    numbers: dict[str, int] = {}
    for block in paper.blocks:
        for line in _lines(block):
            for words in line:
                if words.note:
                    numbers.setdefault(words.note, len(numbers) + 1)
    return numbers


def _lines(block: Block) -> Sequence[Line]:
    if isinstance(block, Paragraph):
        return (block.line,)
    if isinstance(block, Bullets):
        return block.items
    if isinstance(block, Facts):
        return [line for _, line in block.rows]
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row.cells]
    return ()
