"""Bringing back a deleted record with all that went with it, perhaps with what somebody was typing."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.edits.changes import Edit
from ministrack.edits.differences import moment
from ministrack.edits.wording import shortened
from ministrack.edits.writer import Writer
from ministrack.store.journal import Image
from ministrack.store.reader import Reader
from ministrack.store.table import from_row


class Deletion(NamedTuple):
    """Who deleted a record, and when in local time; `label` is what it was called, `edit` the step's id."""

    label: str
    author: str
    at: str
    edit: str


class _Pointing(NamedTuple):
    """A reference to be set once its record is there again."""

    user: Ref
    field: str
    value: str


def deletion_of(read: Reader, ref: Ref) -> Deletion | None:
    """How a record came to be gone; None where it is there, or the journal does not know."""
    changes = read.changes_of(ref)
    last = changes[-1] if changes else None
    entry = read.edit(last.edit) if last is not None and last.edit else None
    if last is None or last.before is None or last.after is not None or entry is None:
        return None
    kind = RECORD_TYPES[ref.table]
    label = str(last.before.get(kind.LABEL) or "") or tr(kind.ONE)
    return Deletion(label, entry.author, moment(entry.at), entry.id)


def bring_back(
    read: Reader, ref: Ref, typed: Mapping[str, object], creating: Iterable[Record] = ()
) -> Edit | None:
    """Stores a deleted record again, with what was deleted with it, and sets the fields that were typed.

    None where the journal does not know the record.
    """
    deletion = deletion_of(read, ref)
    if deletion is None:
        return None
    gone, loosened = _done_by(read, deletion.edit)
    wanted = _belonging(_root(ref, gone), gone)

    def apply(writer: Writer) -> None:
        for record in creating:
            writer.add(record)
        waiting = [each for each in loosened if each.value in {other.id for other in wanted}]
        for lost in reversed(gone):  # what others need was deleted last
            if lost in wanted and not writer.read.exists(lost):
                waiting += _add(writer, lost, gone[lost])
        for user, field, value in waiting:
            _point(writer, user, field, value)
        if typed:
            writer.change(ref, typed)

    label = tr(
        "Bring back {kind}: {label}",
        kind=tr(RECORD_TYPES[ref.table].ONE).lower(),
        label=shortened(deletion.label),
    )
    return Edit(label, apply, ref)


def _done_by(read: Reader, edit: str) -> tuple[dict[Ref, Image], list[_Pointing]]:
    """What a step deleted, in that order, and the references that it emptied."""
    gone: dict[Ref, Image] = {}
    loosened: list[_Pointing] = []
    for change in read.changes_of_edit(edit):
        ref = Ref(change.table, change.row)
        if change.before is not None and change.after is None:
            gone[ref] = change.before
        elif change.before is not None and change.after is not None:
            loosened += [
                _Pointing(ref, name, str(change.before[name]))
                for name in change.fields()
                if change.after[name] is None
                and specs(RECORD_TYPES[change.table])[name].kind is FieldKind.REFERENCE
            ]
    return gone, loosened


def _root(ref: Ref, gone: Mapping[Ref, Image]) -> Ref:
    """The record that it cannot do without and that went with it, if there is one."""
    for needed in _needs(ref, gone[ref]):
        if needed in gone:
            return _root(needed, gone)
    return ref


def _belonging(root: Ref, gone: dict[Ref, Image]) -> set[Ref]:
    """The record and all that went with it because it cannot do without it."""
    found = {root}
    for ref in reversed(gone):
        if any(needed in found for needed in _needs(ref, gone[ref])):
            found.add(ref)
    return found


def _needs(ref: Ref, image: Image) -> list[Ref]:
    if ref.table in SUBJECT_TABLES:
        return [Ref(str(image["subject_table"]), str(image["subject"]))]
    return [
        Ref(spec.refers, str(image[name]))
        for name, spec in specs(RECORD_TYPES[ref.table]).items()
        if spec.kind is FieldKind.REFERENCE and spec.required
    ]


def _add(writer: Writer, ref: Ref, image: Image) -> list[_Pointing]:
    """Stores a record as it was; references to what is not there (yet) are left for later."""
    kind, values, waiting = RECORD_TYPES[ref.table], dict(image), list[_Pointing]()
    for name, spec in specs(kind).items():
        value = values[name]
        if spec.kind is FieldKind.REFERENCE and not spec.required and value:
            waiting.append(_Pointing(ref, name, str(value)))
            values[name] = None
    writer.add(from_row(kind, values))
    return waiting


def _point(writer: Writer, user: Ref, field: str, value: str) -> None:
    """Sets a reference again, where both ends are there and nothing else was put into it meanwhile."""
    kind = RECORD_TYPES[user.table]
    present = writer.read.get(kind, user.id)
    if present is None or getattr(present, field) is not None:
        return
    if writer.read.exists(Ref(specs(kind)[field].refers, value)):
        writer.change(user, {field: value})
