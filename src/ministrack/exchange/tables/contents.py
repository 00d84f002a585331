"""What a file of lines and cells holds: plain data that the child process which reads it answers with."""

from ministrack.domain.values import dataclass

MOST_LINES = 200_000
MOST_COLUMNS = 500
MOST_LETTERS = 33_000
"""What is taken in from one table. A cell is cut after more letters than a workbook or any field holds: it is
too long then all the same, and costs no more than others.
"""

ERRORS = frozenset(
    ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!")
)
"""What spreadsheets put into a cell whose formula fails."""


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one line, without those that are empty at its end; `number` is its place in the file."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook."""

    name: str
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class TableFile:
    """The lines of a table that say something, and how it was read.

    `encodings` are those in which the file could be read as well, the likeliest first. `notes` say in words
    what was found that a person should know.
    """

    lines: tuple[Line, ...]
    encoding: str = ""
    encodings: tuple[str, ...] = ()
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[Sheet, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(line.cells) for line in self.lines), default=0)
