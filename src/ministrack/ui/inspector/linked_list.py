"""What a linked list is, as a value: which rows of which table belong to a record, and how they read."""

from collections.abc import Callable

from ministrack.domain.filters import Compare, Filter, SharedFilter, Via, every
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.inspector.subject import Subject

RowToEntry = Callable[[Row, Ref, Reader], Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedList:
    """Rows of `table` that belong to a record.

    `points` is the field of those rows that holds the record's id, unless `wanted` says otherwise. `scoped`
    names how the shared filter reaches the rows: "" not at all, the table itself, or a reference field and
    its table as "document:document". `add` is the text of the link that makes a new row, None for none.
    """

    title: str
    table: str
    columns: tuple[str, ...]
    row: RowToEntry
    empty: str
    points: str = ""
    wanted: Callable[[Subject], Filter] | None = None
    sort: str = "id"
    descending: bool = False
    scoped: str = ""
    add: str | None = None
    several: tuple[str, str] | None = None  # text of a link, and the command of the window it gives
    applies: Callable[[Subject], bool] = lambda _: True

    def belonging(self, subject: Subject) -> Filter:
        """The rows that belong to the record."""
        return self.wanted(subject) if self.wanted else Compare(self.points, subject.ref.id)

    def query(self, subject: Subject, shared: SharedFilter) -> ListQuery:
        """The rows that belong to the record and pass the shared filter."""
        wanted = every((self.belonging(subject), self._scope(shared)))
        return ListQuery(self.table, self.columns, wanted, self.sort, self.descending)

    def counts(self, read: Reader, subject: Subject, shared: SharedFilter) -> tuple[int, int]:
        """How many rows there are to show, and how many more the shared filter hides."""
        everything = read.count(self.table, self.belonging(subject))
        if shared.is_empty or not self.scoped or not everything:
            return everything, 0
        shown = read.count(self.table, self.query(subject, shared).filter)
        return shown, everything - shown

    def entry(self, row: Row, read: Reader) -> Entry:
        """The line that shows a row."""
        return self.row(row, Ref(self.table, str(row["id"])), read)

    def prefilled(self, subject: Subject) -> dict[str, object]:
        """What a new row of this list starts with."""
        return {self.points: subject.ref.id} if self.points else {}

    def _scope(self, shared: SharedFilter) -> Filter:
        if not self.scoped or shared.is_empty:
            return every(())
        field, _, table = self.scoped.partition(":")
        return Via(field, table, scope(table, shared)) if table else scope(field, shared)


@dataclass(frozen=True, slots=True)
class LinkTab:
    """A tab of the inspector: one linked list or several below each other. `name` is stable."""

    name: str
    title: str
    lists: tuple[LinkedList, ...]

    def applies(self, subject: Subject) -> bool:
        """Whether the record has this tab at all."""
        return any(each.applies(subject) for each in self.lists)
