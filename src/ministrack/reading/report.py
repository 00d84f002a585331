"""A report in blocks: plain text without markup, and where each character stood in what was given."""

from bisect import bisect_right
from enum import Enum

from ministrack.domain.proposal import ReportText
from ministrack.domain.values import dataclass


class BlockKind(Enum):
    """What part of a report a block is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    ROW = "row"  # of a table; its cells are separated by " | "
    CAPTION = "caption"  # of a picture, or its alternative text
    FOOTNOTE = "footnote"
    IMPRINT = "imprint"  # "Posted in …", "Last updated on …", who issued it: no facts of the meeting


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text, `start` to `stop`; blocks are separated by an empty line, and do not overlap."""

    start: int
    stop: int
    kind: BlockKind
    depth: int = 0  # of a heading, an item or a numbered paragraph, from 1


@dataclass(frozen=True, slots=True)
class Origin:
    """From here on, characters of the text are those of what was given, one by one, up to the next Origin.

    `width` is the length in what was given where one stretch stands for another ("&nbsp;", an escape).
    """

    start: int
    given: int
    width: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The text to read. `about.text` is what is shown and stored; `given` is what the file held, decoded.

    Where nothing can be pointed to in what was given (PDF, DOCX), `given` is the text itself.
    """

    about: ReportText
    blocks: tuple[Block, ...]
    given: str
    origins: tuple[Origin, ...] = (Origin(0, 0),)

    @property
    def text(self) -> str:
        """The plain text that all offsets count in."""
        return self.about.text

    def given_span(self, start: int, stop: int) -> tuple[int, int]:
        """Where the characters from `start` to `stop` of the text stood in what was given."""
        return self._given(start)[0], self._given(max(start, stop - 1))[1]

    def _given(self, at: int) -> tuple[int, int]:
        index = bisect_right(self.origins, at, key=lambda origin: origin.start) - 1
        origin = self.origins[max(index, 0)]
        if origin.width:
            return origin.given, origin.given + origin.width
        place = origin.given + at - origin.start
        return place, place + 1
