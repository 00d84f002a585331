"""Finds the letterhead of a paper: the name of the office that published it, alone above the title."""

from collections.abc import Sequence

from ministrack.reading.any_language import any_pattern
from ministrack.reading.report import Block, BlockKind

_LONGEST = 160
_FIRST = 4  # an imprint may stand above it


def letterhead_at(text: str, blocks: Sequence[Block]) -> int | None:
    """The place of the first block that is no imprint, if all it says is the name of an office."""
    for place, block in enumerate(blocks[:_FIRST]):
        words = text[block.start : block.stop]
        if len(words) <= _LONGEST and any_pattern("report", "letterhead_patterns", 0).fullmatch(words):
            return place
        if block.kind is not BlockKind.IMPRINT:
            return None
    return None


def letterhead(text: str, blocks: Sequence[Block]) -> str:
    """Who published it, by its letterhead; empty where it has none, or nothing else for a title."""
    place = letterhead_at(text, blocks)
    if place is None or blocks[place].kind is not BlockKind.IMPRINT:
        return ""
    return text[blocks[place].start : blocks[place].stop]
