"""One line of a linked list: what it says and what it opens."""

from enum import Enum, auto

from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.ui.style.theme import Tone


class Mark(Enum):
    """A small drawing before the words; it repeats what the pill says."""

    NONE = auto()
    EMPTY = auto()  # a ring: not begun
    HALF = auto()  # a ring half filled: under way
    FULL = auto()  # a disc: done
    DIAMOND = auto()  # a document


@dataclass(frozen=True, slots=True)
class Entry:
    """`opens` is the record that a click selects, `own` the row itself where it can be taken off the list.

    `narrows`, a value of Backing, narrows the window to records backed so by sources.
    `flag` is a country's code, "" for a neutral disc, None for no flag at all.
    """

    primary: str
    secondary: str = ""
    pill: str = ""
    tone: Tone = Tone.NEUTRAL
    mark: Mark = Mark.NONE
    flag: str | None = None
    opens: Ref | None = None
    own: Ref | None = None
    is_expected: bool = False  # not there yet: a meeting to come
    narrows: str = ""

    def spoken(self) -> str:
        """Everything the line says, for assistive tools and tooltips."""
        return ", ".join(part for part in (self.primary, self.pill, self.secondary) if part)
