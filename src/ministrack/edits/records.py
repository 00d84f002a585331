"""Edits that serve every kind of record: add, change, remove, and several as one step."""

from collections.abc import Iterable, Mapping

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES
from ministrack.domain.errors import Conflict, FieldConflict
from ministrack.domain.fields import specs
from ministrack.domain.filters import Compare, every
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.edits.changes import Edit
from ministrack.edits.wording import shortened, value_in_words
from ministrack.edits.writer import Writer
from ministrack.store.reader import Reader


def add_record(record: Record) -> Edit:
    """Stores a new record."""
    kind = type(record)
    label = getattr(record, kind.LABEL, None) if not kind.LABEL_DERIVED else None
    name = tr("New {kind}", kind=tr(kind.ONE).lower())
    if label:
        name = tr("New {kind}: {label}", kind=tr(kind.ONE).lower(), label=shortened(str(label)))

    def apply(writer: Writer) -> None:
        writer.add(record)

    return Edit(name, apply, Ref(record.TABLE, record.id))


def change_record(
    read: Reader, ref: Ref, *, new: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> Edit:
    """Sets fields of a record; `seen` holds what the editor started from, field by field."""

    def apply(writer: Writer) -> None:
        writer.change(ref, new, seen)

    return Edit(_change_label(read, ref, new), apply, ref)


def remove_record(read: Reader, ref: Ref) -> Edit:
    """Deletes a record with all that cannot do without it."""
    label = tr("Delete {kind}: {label}", kind=_kind(ref), label=shortened(read.label(ref)))

    def apply(writer: Writer) -> None:
        writer.remove(ref)

    return Edit(label, apply, ref)


def together(label: str, edits: Iterable[Edit], about: Ref | None = None) -> Edit:
    """Several edits as one step with one name and one undo. Raises one Conflict with all that moved on."""
    parts = tuple(edits)

    def apply(writer: Writer) -> None:
        conflicts: list[FieldConflict] = []
        for part in parts:
            try:
                part.apply(writer)
            except Conflict as conflict:
                conflicts += conflict.conflicts
        if conflicts:
            raise Conflict(conflicts)

    return Edit(label, apply, about)


def said_about(read: Reader, ref: Ref) -> list[Ref]:
    """What is kept about a record, of whatever kind it is: statements, attachments, tags, outside ids."""
    about = every((Compare("subject_table", ref.table), Compare("subject", ref.id)))
    return [
        Ref(table, record.id) for table in SUBJECT_TABLES for record in read.find(RECORD_TYPES[table], about)
    ]


def goes_with(read: Reader, ref: Ref) -> list[Ref]:
    """The records that deleting this one would delete as well, without itself."""
    found: dict[Ref, None] = {}
    waiting = [ref]
    while waiting:
        present = waiting.pop()
        users = [user for user, _, required in read.users(present) if required]
        users += said_about(read, present)
        waiting += [user for user in users if user not in found]
        found.update(dict.fromkeys(users))
    return [other for other in found if other != ref]


def _change_label(read: Reader, ref: Ref, new: Mapping[str, object]) -> str:
    record = shortened(read.label(ref))
    declared = specs(RECORD_TYPES[ref.table])
    if len(new) != 1:
        return tr("Change {count} fields of {record}", count=len(new), record=record)
    ((name, value),) = new.items()
    field = tr(declared[name].label).lower()
    words = shortened(value_in_words(read, declared[name], value))
    if not words:
        return tr("Clear {field} of {record}", field=field, record=record)
    return tr("Change {field} of {record} to {value}", field=field, record=record, value=words)


def _kind(ref: Ref) -> str:
    return tr(RECORD_TYPES[ref.table].ONE).lower()
