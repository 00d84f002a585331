"""Writing inside an edit: every value checked, every field compared with what its editor saw."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TypeVar

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES
from ministrack.domain.checks import checked
from ministrack.domain.errors import Conflict, FieldConflict, InvalidValue, NotFound
from ministrack.domain.fields import FieldKind, FieldSpec, specs, stored_value
from ministrack.domain.filters import Compare, every
from ministrack.domain.language import tr
from ministrack.domain.progress import Progress
from ministrack.domain.record import Record, Ref
from ministrack.edits.rules import check_rules
from ministrack.store.batches import parts
from ministrack.store.dossier import Dossier
from ministrack.store.journal import last_author
from ministrack.store.reader import Reader
from ministrack.store.table import Table, from_row, to_row

T = TypeVar("T", bound=Record)

_TELL_EVERY = 50  # records


class Writer:
    """Handed to an edit while its transaction is open; of no use afterwards."""

    def __init__(self, dossier: Dossier, progress: Progress | None = None) -> None:
        self._dossier = dossier
        self._progress = progress
        self._stored = 0
        self._open = True
        self.read = Reader(dossier)

    def finish(self) -> None:
        """Ends the writer: a write outside an edit raises."""
        self._open = False

    def add(self, record: Record) -> Ref:
        """Stores a new record; its values are checked and its rules kept."""
        self._must_be_open()
        clean = self._clean(record)
        check_rules(self.read, clean)
        Table(self._dossier, type(clean)).insert(clean)
        self._tell(1)
        return Ref(clean.TABLE, clean.id)

    def add_all(self, records: Iterable[Record]) -> None:
        """Stores records of one or more kinds in the order given; many of one kind in a row are quick."""
        # delayed: start-up time
        from ministrack.edits.many import stored_at_once

        self._must_be_open()
        for _, alike in groupby(records, type):
            for some in parts(tuple(alike)):
                if len(some) > 1 and stored_at_once(self._dossier, some):
                    self._tell(len(some))
                else:
                    for record in some:
                        self.add(record)

    def change(self, ref: Ref, new: Mapping[str, object], seen: Mapping[str, object] | None = None) -> None:
        """Sets fields. `seen` holds, by field, the value the editor started from.

        Raises Conflict where a field has moved on meanwhile to something else than is wanted; fields not in
        `seen` are set without comparing. Different fields of one record merge.
        """
        self._must_be_open()
        kind = RECORD_TYPES[ref.table]
        declared = specs(kind)
        present = to_row(self._present(ref))
        wanted = {name: self._checked(declared[name], value) for name, value in new.items()}
        moved = {name: value for name, value in wanted.items() if present[name] != value}
        self._compare(ref, present, moved, seen or {})
        if moved:
            check_rules(self.read, from_row(kind, {**present, **moved}), moved)
            Table(self._dossier, kind).update(ref.id, moved)
        self._tell(1)

    def remove(self, ref: Ref) -> None:
        """Removes a record with all that cannot do without it; what merely points at it forgets it."""
        self._must_be_open()
        self._present(ref)
        for user, field, required in self.read.users(ref):
            if not self.read.exists(user):
                continue
            if required:
                self.remove(user)
            else:
                self.change(user, {field: None})
        for table in SUBJECT_TABLES:
            about = every((Compare("subject_table", ref.table), Compare("subject", ref.id)))
            for record in self.read.find(RECORD_TYPES[table], about):
                self.remove(Ref(table, record.id))
        Table(self._dossier, RECORD_TYPES[ref.table]).delete(ref.id)

    def _present(self, ref: Ref) -> Record:
        found = self.read.get(RECORD_TYPES[ref.table], ref.id)
        if found is None:
            raise NotFound(
                tr("This record is no longer in the dossier; somebody deleted it."),
                safe=tr("Nothing was changed."),
                todo=tr("The history of the dossier shows who deleted it; undoing that brings it back."),
            )
        return found

    def _compare(
        self, ref: Ref, present: Mapping[str, object], moved: Mapping[str, object], seen: Mapping[str, object]
    ) -> None:
        declared = specs(RECORD_TYPES[ref.table])
        conflicts = []
        for name, mine in moved.items():
            if name in seen and stored_value(declared[name], seen[name]) != present[name]:
                author, at = last_author(self._dossier.connection, ref.table, ref.id, name)
                conflict = FieldConflict(ref.table, ref.id, name, seen[name], mine, present[name], author, at)
                conflicts.append(conflict)
        if conflicts:
            raise Conflict(conflicts)

    def _clean(self, record: T) -> T:
        values = {
            name: self._checked(spec, getattr(record, name)) for name, spec in specs(type(record)).items()
        }
        return from_row(type(record), {"id": record.id, **values})

    def _checked(self, spec: FieldSpec, value: object) -> str | int | None:
        clean = checked(spec, value)
        if spec.kind is FieldKind.REFERENCE and clean and not self.read.exists(Ref(spec.refers, str(clean))):
            raise InvalidValue(
                tr("What was chosen for {field} is no longer in the dossier.", field=tr(spec.label)),
                field=spec.name,
                safe=tr("Nothing was stored."),
                todo=tr("Choose again."),
            )
        return clean

    def _tell(self, stored: int) -> None:
        """Says how far it is, now and then; a person may stop it here."""
        before, self._stored = self._stored, self._stored + stored
        if self._progress is not None and before // _TELL_EVERY != self._stored // _TELL_EVERY:
            self._progress(self._stored, 0)

    def _must_be_open(self) -> None:
        if not self._open:
            raise RuntimeError("a write outside an edit")
