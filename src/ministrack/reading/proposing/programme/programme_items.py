"""A point of a programme as a report tells it, before it is numbered."""

from ministrack.domain.meeting import ProgrammeKind
from ministrack.domain.values import dataclass
from ministrack.reading.prose import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What was or will be done, in the words from `start` to `stop`; `place` is a span of words."""

    sentence: Sentence
    kind: ProgrammeKind
    title: str
    start: int
    stop: int
    place: tuple[int, int] = (0, 0)
