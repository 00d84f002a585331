"""Everything that may be asked of a dossier; no connection and no SQL leaves the store."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ministrack.domain.catalogue import RECORD_TYPES, pointers_to
from ministrack.domain.fields import specs
from ministrack.domain.filters import EVERYTHING, Filter
from ministrack.domain.lists import ListQuery, Row, Value
from ministrack.domain.record import Record, Ref
from ministrack.store import journal
from ministrack.store.compile import compile_filter
from ministrack.store.counts import Counts
from ministrack.store.dossier import Dossier
from ministrack.store.listing import Listing
from ministrack.store.search import SEARCHED, Hit, search
from ministrack.store.table import Table

if TYPE_CHECKING:
    from ministrack.store.alike import Alike
    from ministrack.store.attendance import Attendance
    from ministrack.store.day_counts import Counted
    from ministrack.store.findings import Finding

_PAGE = 512  # rows read at a time

T = TypeVar("T", bound=Record)


class Reader:
    """Reads one open dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._counts = Counts(dossier.connection)

    @property
    def path(self) -> Path:
        """The file that is read."""
        return self._dossier.path

    @property
    def country_language(self) -> str:
        """Code of the language in which countries are named; empty where they are shown as recorded."""
        return self._dossier.parties.protocol.language

    def snapshot(self) -> AbstractContextManager[object]:
        """Several reads that see one state, whatever others write meanwhile; not inside an edit."""
        return self._dossier.snapshot()

    def get(self, record: type[T], identity: str) -> T | None:
        """The record with this id, or None."""
        return Table(self._dossier, record).get(identity)

    def find(self, record: type[T], wanted: Filter = EVERYTHING, *, order: str = "id") -> list[T]:
        """All records that satisfy the filter; for small answers only, lists use `listing`."""
        condition = compile_filter(record.TABLE, wanted)
        return list(Table(self._dossier, record).where(condition.sql, condition.values, order))

    def count(self, table: str, wanted: Filter = EVERYTHING) -> int:
        """How many records of a table satisfy the filter."""
        return self._counts.of(table, compile_filter(table, wanted))

    def listing(self, query: ListQuery) -> Listing:
        """A list by position, read in windows."""
        return Listing(self._dossier.connection, query)

    def rows(self, query: ListQuery, limit: int = 1000) -> list[Row]:
        """The first rows of a query."""
        listing = self.listing(query)
        ids = listing.first_ids(limit)
        pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
        return [row for page in pages for row in listing.rows_of(page)]

    def stored(self, table: str, fields: Sequence[str], ids: Sequence[str]) -> dict[str, tuple[Value, ...]]:
        """Own fields of records as they are stored, by id; those that are gone are left out."""
        known = specs(RECORD_TYPES[table])
        names = ", ".join(("id", *(known[name].name for name in fields)))
        sql = f"SELECT {names} FROM {table} WHERE id IN ({', '.join('?' * len(ids))})"
        return {str(row[0]): tuple(row)[1:] for row in self._dossier.connection.execute(sql, tuple(ids))}

    def row(self, ref: Ref, columns: tuple[str, ...]) -> Row | None:
        """Columns of one record, or None when it is gone."""
        found = self.listing(ListQuery(ref.table, columns)).rows_of([ref.id])
        return found[0] if found else None

    def columns(self, table: str, names: tuple[str, ...]) -> Iterator[tuple[str | int | None, ...]]:
        """Columns of every record of a table, its id first; for whoever needs the whole of it at once."""
        sql = f"SELECT {', '.join(('id', *names))} FROM {table} ORDER BY id"
        for row in self._dossier.connection.execute(sql):
            yield tuple(row)

    def exists(self, ref: Ref) -> bool:
        """Whether the record is there."""
        sql = f"SELECT 1 FROM {ref.table} WHERE id = ?"
        return self._dossier.connection.execute(sql, (ref.id,)).fetchone() is not None

    def attendance(self) -> "Attendance":
        """Who sat where: parties and meetings crossed."""
        # delayed: start-up time
        from ministrack.store.attendance import Attendance

        return Attendance(self._dossier.connection)

    def counted_by_date(self, table: str, field: str, wanted: Filter) -> "list[Counted]":
        """Each date of a field and status of the records that satisfy the filter, with their number."""
        # delayed: start-up time
        from ministrack.store.day_counts import counted_by_date

        return counted_by_date(self._dossier.connection, table, field, wanted)

    def label(self, ref: Ref) -> str:
        """What the record is called, or an empty text when it is gone."""
        sql = f"SELECT {RECORD_TYPES[ref.table].LABEL} FROM {ref.table} WHERE id = ?"
        found = self._dossier.connection.execute(sql, (ref.id,)).fetchone()
        return str(found[0] or "") if found else ""

    def search(self, text: str, tables: Iterable[str] = SEARCHED, limit: int = 50) -> list[Hit]:
        """Records whose folded text has the words of `text`, the last one perhaps only begun."""
        return search(self._dossier.connection, text, tables, limit)

    def alike(self, table: str) -> "Iterator[Alike]":
        """Pairs of records of a table of which one name sounds the same."""
        # delayed: start-up time
        from ministrack.store.alike import alike

        return alike(self._dossier.connection, table)

    def users(self, ref: Ref) -> list[tuple[Ref, str, bool]]:
        """Records that point at this one: each with the field and whether it cannot do without."""
        found: list[tuple[Ref, str, bool]] = []
        for table, field, required in pointers_to(ref.table):
            rows = self._dossier.connection.execute(f"SELECT id FROM {table} WHERE {field} = ?", (ref.id,))
            found += [(Ref(table, str(row[0])), field, required) for row in rows]
        return found

    def changes_of(self, ref: Ref) -> list[journal.RowChange]:
        """The journal's row images of one record, oldest first."""
        return journal.changes_of_row(self._dossier.connection, ref.table, ref.id)

    def former(self, table: str, ids: Iterable[str]) -> "dict[str, list[journal.Image]]":
        """What records were before each edit that changed or deleted them; undo alone counts for nothing."""
        # delayed: start-up time
        from ministrack.store.former import former

        return former(self._dossier.connection, table, ids)

    def changes_of_edit(self, edit: str) -> list[journal.RowChange]:
        """The journal's row images of one edit, in the order they were made."""
        return journal.changes_of(self._dossier.connection, edit)

    def first_touched(self, edit: str) -> Ref | None:
        """The first record that an edit touched."""
        return journal.first_touched(self._dossier.connection, edit)

    def edit(self, edit: str) -> journal.EditEntry | None:
        """The edit with this id."""
        return journal.edit_entry(self._dossier.connection, edit)

    def last_author(self, ref: Ref, field: str) -> tuple[str, str]:
        """Who changed a field last, and when (ISO time in UTC); empty texts where nobody did."""
        return journal.last_author(self._dossier.connection, ref.table, ref.id, field)

    def verify(self, *, quick: bool = False) -> "list[Finding]":
        """Everything that is wrong with the dossier, by name; `quick` looks at no single record."""
        # delayed: start-up time
        from ministrack.store.verify import verify

        return verify(self._dossier, quick=quick)

    def edits(self) -> Iterator[journal.EditEntry]:
        """All edits, newest first."""
        return journal.edits_backwards(self._dossier.connection)
