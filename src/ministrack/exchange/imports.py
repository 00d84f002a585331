"""What an import is, whatever the format of the file: rows that are previewed, then one edit."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from ministrack.domain.progress import Progress
from ministrack.domain.values import dataclass
from ministrack.edits.changes import Edit
from ministrack.exchange.choices import Choices
from ministrack.exchange.plan import Verdict
from ministrack.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a preview: what a line or entry of the file would do.

    `where` is its line in the file, or its number there where lines tell nothing. `words` say which fields
    change, from what to what, or why it is a problem; `field` is the column or property to look at. `holds`
    are the values of what is new, so that one sees how the cells were understood.
    """

    where: int
    table: str
    label: str
    verdict: Verdict
    words: str = ""
    field: str = ""
    holds: str = ""


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """One column of a table: its header, by which Choices name it ("Column 3" where it has none), the first
    things that stand in it, and the key of the target that it fills, "" for none.
    """

    header: str
    examples: tuple[str, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How a table was read: every choice as it was made or found, and what could be chosen instead.

    A person sees this, and decides otherwise with other Choices. `notes` say what is worth to know; where it
    is not clear what the lines are about (`is_clear`), they are shown as one kind for now.
    """

    choices: Choices  # complete
    columns: tuple[FoundColumn, ...]
    sheets: tuple[str, ...] = ()
    encodings: tuple[str, ...] = ()  # the likeliest first
    delimiters: tuple[str, ...] = ()
    is_remembered: bool = False  # the columns are those of last time
    notes: tuple[str, ...] = ()
    is_clear: bool = True
    date_orders: tuple[str, ...] = ()  # what may stand first in its dates; "" as its lines tell


class ImportPlan(Protocol):
    """What a file would do to the dossier."""

    name: str  # of the file
    rows: Sequence[Row]

    @property
    def layout(self) -> TableLayout | None:
        """How it was read, where it is a table."""
        ...

    def edit(self, chosen: Collection[int] | None = None) -> Edit:
        """The one step that does it: all rows that do something, or those with these places in `rows`.

        Rows in conflict are left out as long as they are not chosen.
        """
        ...


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """One format that can be read.

    `parser` names a function as "module:function": it takes the path of the file as text and the Choices,
    runs in a child process (child.py) and answers with plain data that can be pickled. `plan` compares that
    with the dossier; it only reads, so it may run on a thread with a Reader of its own. For a table
    (`is_table`) its answer has a layout; other decisions are planned anew from the same data, or from what
    the parser reads again where sheet, encoding or delimiter are others.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    parser: str
    plan: Callable[[Reader, object, str, Choices, Progress], ImportPlan]
    is_table: bool = False
