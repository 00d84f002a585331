"""A report in sentences, with the language it is written in and the day from which it counts."""

from bisect import bisect_right
from datetime import date

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import Lexicon
from ministrack.reading.report import Block, Report


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, `start` to `stop` in the report's text."""

    start: int
    stop: int
    block: Block


@dataclass(frozen=True, slots=True)
class Prose:
    """What the finders look through. `anchor` is the report's own day, None where it is not known."""

    report: Report
    sentences: tuple[Sentence, ...]
    lexicon: Lexicon
    anchor: date | None

    @property
    def text(self) -> str:
        """The plain text of the report."""
        return self.report.text

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that a character belongs to."""
        index = bisect_right(self.sentences, place, key=lambda each: each.start) - 1
        found = self.sentences[index] if index >= 0 else None
        return found if found is not None and place < found.stop else None
