"""What an edit is before it runs, and what it did after."""

from collections.abc import Callable
from sqlite3 import Connection

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.writer import Writer
from ministrack.store.extents import Extent, tables_of
from ministrack.store.journal import EditEntry, RowChange, changes_of


@dataclass(frozen=True, slots=True)
class Edit:
    """A named step that has not run yet: `apply` writes, `about` is the record it is mainly about."""

    label: str
    apply: Callable[[Writer], None]
    about: Ref | None = None


MANY = 1000
"""Changes that are still named one by one; beyond, whoever follows them makes everything anew anyway."""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one committed edit did: it names records, never views. An empty one had nothing to do.

    Of a large edit it names the tables alone, in `moved`: to read thousands of images would hold up the
    window. The journal has them (`Reader.changes_of_edit`).
    """

    edit: EditEntry | None
    changes: tuple[RowChange, ...] = ()
    about: Ref | None = None
    own: bool = True  # False: another process or program wrote it
    moved: frozenset[str] = frozenset()  # tables of a large edit; `changes` is empty then
    renamed: bool = False  # nothing was written: countries are called, or stand, otherwise from now on

    def tables(self) -> frozenset[str]:
        """The tables in which rows were touched, or show something else now."""
        if self.renamed:
            return frozenset(RECORD_TYPES)
        return self.moved.union(change.table for change in self.changes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was touched."""
        return not (self.changes or self.moved or self.renamed)

    def touches(self, ref: Ref) -> bool:
        """Whether the record itself was touched; of a large edit, whether it may have been."""
        return ref.table in self.moved or any(
            change.table == ref.table and change.row == ref.id for change in self.changes
        )

    def removed(self, ref: Ref) -> bool:
        """Whether the record is gone after this edit; not known of a large one."""
        last = [change for change in self.changes if (change.table, change.row) == ref]
        return bool(last) and last[-1].after is None


def change_set_of(connection: Connection, entry: EditEntry | None, extent: Extent) -> ChangeSet:
    """What an edit did, as far as it is told."""
    if entry is None:
        return ChangeSet(None)
    if extent.number > MANY:
        return ChangeSet(entry, moved=tables_of(connection, entry.id))
    return ChangeSet(entry, tuple(changes_of(connection, entry.id)))
