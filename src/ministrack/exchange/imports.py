"""What an import is, whatever the format of the file: rows that are previewed, then one edit."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol, TypeAlias

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.domain.values import dataclass, field
from ministrack.edits.changes import Edit
from ministrack.exchange.plan import Verdict
from ministrack.store.reader import Reader

Progress: TypeAlias = Callable[[int, int], None]
"""Told how much is done of how much (0: not known yet). Raises Stopped where the person has had enough."""


class Stopped(MinistrackError):
    """The person stopped a long step. Nothing was stored."""

    def __init__(self) -> None:
        super().__init__(tr("Stopped."), safe=tr("Nothing was changed."))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a preview: what a line or entry of the file would do.

    `where` is its line in the file, or its number there where lines tell nothing. `words` say which fields
    change, from what to what, or why it is a problem; `field` is the column or property to look at.
    """

    where: int
    table: str
    label: str
    verdict: Verdict
    words: str = ""
    field: str = ""


class ImportPlan(Protocol):
    """What a file would do to the dossier."""

    name: str  # of the file
    rows: Sequence[Row]

    def edit(self, chosen: Collection[int] | None = None) -> Edit:
        """The one step that does it: all rows that do something, or those with these places in `rows`.

        Rows in conflict are left out as long as they are not chosen.
        """
        ...


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decided about a file; what is not decided is found out from the file."""

    table: str = ""  # the kind of record that lines of a table make
    columns: Mapping[str, str] = field(default_factory=dict)  # header -> key of its target, "" for none
    common: Mapping[str, object] = field(default_factory=dict)  # what every new record starts with
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    has_header: bool | None = None


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """One format that can be read.

    `parser` names a function as "module:function": it takes the path of the file as text and the Choices,
    runs in a child process (child.py) and answers with plain data that can be pickled. `plan` compares that
    with the dossier; it only reads, so it may run on a thread with a Reader of its own.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    parser: str
    plan: Callable[[Reader, object, str, Choices, Progress], ImportPlan]
    is_table: bool = False
