"""What a table of records is made of: columns, and what a cell shows."""

from collections.abc import Callable
from enum import Enum

from ministrack.domain.lists import Row
from ministrack.domain.values import dataclass
from ministrack.ui.style.theme import Tone


class Look(Enum):
    """How the words of a cell are written."""

    PLAIN = "plain"
    NAME = "name"  # what the record is called: bold while its row is selected
    SOFT = "soft"  # stands for something that is not there: "not recorded"
    LOOSE = "loose"  # italics: an imprecise date that is only planned
    ALARM = "alarm"  # something is late


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: flags, then words, which may stand in a pill."""

    text: str = ""
    look: Look = Look.PLAIN
    pill: Tone | None = None
    codes: tuple[str, ...] = ()  # ISO codes of flags; "" is a neutral disc
    spoken: str = ""  # all that is shown, in words, where the text alone does not say it
    tip: str = ""  # more than is shown

    @property
    def words(self) -> str:
        """The whole cell as plain text: for assistive tools and for the clipboard."""
        return self.spoken or self.text


@dataclass(frozen=True, slots=True)
class Edits:
    """The field that is edited in a cell: of the record listed, or of one that hangs on it.

    Of another record: `table` is its table, `pointer` the column of the query with its id, and `back` the
    field by which a new one points at the record listed, where there is none yet.
    """

    field: str
    table: str = ""
    pointer: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Widths are in characters of the table's font, without the padding."""

    name: str
    title: str  # marked with N_
    needs: tuple[str, ...]  # columns of the query
    cell: Callable[[Row], Cell]
    sort: str = ""  # column of the query to sort by; none: not sortable
    least: int = 4
    most: int = 24
    is_number: bool = False  # set flush right
    fills: bool = False  # takes what room is left
    shrinks: bool = False  # gives way, down to `least`, where the window is narrow
    stays: bool = False  # names the record: cannot be left out
    hidden_at_first: bool = False  # shown only once somebody has asked for it
    fields: tuple[str, ...] = ()  # of the record: what goes out in its place, a column for each
    out: str = ""  # title where it goes out and means something else there (marked with N_)
    edits: Edits | None = None  # what is edited in its cells; none: it is derived from several records
