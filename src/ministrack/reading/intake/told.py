"""What the child process that reads a document of others answers with: blocks, and what it says of itself."""

import unicodedata

from ministrack.domain.values import dataclass
from ministrack.reading.report import BlockKind

MOST_BLOCKS = 60_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a document, before it has its place in the text."""

    words: str
    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """The blocks of a document in their order. `notes` say in words what was left out."""

    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail: its head, and the part of it that a person reads."""

    subject: str
    sender: str
    day: str
    body: str
    is_html: bool
    notes: tuple[str, ...] = ()


def in_lines(words: str, kind: BlockKind, depth: int = 0) -> list[Passage]:
    """A paragraph whose lines were broken by hand: each is one of its own, unless it runs on."""
    passages: list[Passage] = []
    for line in unicodedata.normalize("NFC", words).split("\n"):
        plain = " ".join(line.split())
        if not plain:
            continue
        if passages and (plain[:1].islower() or passages[-1].words.endswith(",")):
            passages[-1] = Passage(f"{passages[-1].words} {plain}", kind, depth)
        else:
            passages.append(Passage(plain, kind, depth))
    return passages
