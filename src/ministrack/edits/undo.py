"""Undo and redo from row images: which edit is next, and how it is taken back field by field."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import FieldConflict, InvalidValue, UndoRefused
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.rules import check_rules
from ministrack.store.batches import parts
from ministrack.store.dangling import gone_but_used, points_nowhere
from ministrack.store.derived import rows_of
from ministrack.store.dossier import Dossier
from ministrack.store.journal import (
    EditEntry,
    RowChange,
    changes_of,
    edit_entry,
    edits_backwards,
    last_author,
)
from ministrack.store.reader import Reader
from ministrack.store.table import delete_row, from_row, insert_row, update_row


def next_undo(connection: sqlite3.Connection, desk: str) -> EditEntry | None:
    """The newest edit of this desk that stands, or None."""
    undone: set[str] = set()
    steps: dict[str, int] = {}
    for entry in edits_backwards(connection, desk):
        if entry.id in undone:
            continue
        if entry.undoes is None or not _is_undo(connection, entry, steps):
            return entry
        undone.add(entry.undoes)
    return None


def next_redo(connection: sqlite3.Connection, desk: str) -> EditEntry | None:
    """The newest undo of this desk that no edit followed and that was not itself taken back, or None."""
    redone: set[str] = set()
    steps: dict[str, int] = {}
    for entry in edits_backwards(connection, desk):
        if entry.undoes is None:
            return None
        if not _is_undo(connection, entry, steps):
            redone.add(entry.undoes)
        elif entry.id not in redone:
            return entry
    return None


def original(connection: sqlite3.Connection, entry: EditEntry) -> EditEntry:
    """The edit that a chain of undo and redo began with."""
    while entry.undoes is not None:
        before = edit_entry(connection, entry.undoes)
        if before is None:
            break
        entry = before
    return entry


def take_back(dossier: Dossier, entry: EditEntry, label: str) -> None:
    """Writes the images before `entry` back, newest first; only the fields that it changed.

    Raises UndoRefused, naming the edit by `label`, where one of these fields, or a whole record, has moved on
    since, or where what came since leaves no room for it.
    """
    connection = dossier.connection
    steps = changes_of(connection, entry.id)
    changes = _merged(steps)
    conflicts = list(_conflicts(connection, changes))
    if conflicts:
        raise UndoRefused(
            tr("“{label}” cannot be taken back: the same fields were changed later.", label=label),
            conflicts,
            todo=tr("Take back the later change first, or correct the record by hand."),
        )
    # delayed: start-up time
    from ministrack.edits.undo_many import written_at_once

    back = _steps_back(steps, changes)
    if not written_at_once(dossier, back):
        _write_back(dossier, back, changes, label)
    _refuse_loose_ends(connection, entry, label)
    _refuse_broken_rules(dossier, changes, label)


def _write_back(dossier: Dossier, back: list[RowChange], changes: dict[Ref, RowChange], label: str) -> None:
    for step in back:
        try:
            _write_before(dossier.connection, step, changes[Ref(step.table, step.row)])
        except sqlite3.IntegrityError as error:
            raise _no_room(label, _in_the_way(Reader(dossier), step)) from error


def _is_undo(connection: sqlite3.Connection, entry: EditEntry, steps: dict[str, int]) -> bool:
    """Whether an edit that takes back another one is an undo (and not a redo): an odd number of steps.

    `steps` keeps what was counted before: chains of undo and redo run through one another.
    """
    chain: list[str] = []
    current: EditEntry | None = entry
    while current is not None and current.undoes is not None and current.id not in steps:
        chain.append(current.id)
        current = edit_entry(connection, current.undoes)
    count = steps.get(current.id, 0) if current else 0
    for identity in reversed(chain):
        count += 1
        steps[identity] = count
    return steps[entry.id] % 2 == 1


def _merged(steps: list[RowChange]) -> dict[Ref, RowChange]:
    """One change a row: its first image before and its last image after; in order of the first touch."""
    merged: dict[Ref, RowChange] = {}
    for step in steps:
        ref = Ref(step.table, step.row)
        first = merged.get(ref)
        merged[ref] = replace(step, before=first.before) if first else step
    return {ref: change for ref, change in merged.items() if change.before != change.after}


def _steps_back(steps: list[RowChange], changes: dict[Ref, RowChange]) -> list[RowChange]:
    """What to write, newest first. Step by step, so that numbers which were swapped never meet on the way;
    but a record that was removed and brought back within the edit goes back at once.
    """
    come_and_gone = {Ref(step.table, step.row) for step in steps if step.before is None or step.after is None}
    renewed = {
        ref
        for ref in come_and_gone & changes.keys()
        if changes[ref].before is not None and changes[ref].after is not None
    }
    stepwise = changes.keys() - renewed
    back = [step for step in reversed(steps) if Ref(step.table, step.row) in stepwise]
    return back + [changes[ref] for ref in renewed]


def _conflicts(connection: sqlite3.Connection, changes: dict[Ref, RowChange]) -> Iterator[FieldConflict]:
    """What has moved on since, field by field."""
    for table, ids in _by_table(changes).items():
        for part in parts(ids):
            present = rows_of(connection, table, part)
            for identity in part:
                yield from _moved_on(connection, changes[Ref(table, identity)], present.get(identity))


def _by_table(refs: Iterable[Ref]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table, identity in refs:
        found.setdefault(table, []).append(identity)
    return found


def _moved_on(
    connection: sqlite3.Connection, change: RowChange, present: Mapping[str, object] | None
) -> list[FieldConflict]:
    if change.after is None:
        return [_conflict(connection, change, "id", None, change.row)] if present else []
    if present is None:
        return [_conflict(connection, change, "id", change.row, None)]
    watched = change.fields() if change.before is not None else tuple(change.after)
    return [
        _conflict(connection, change, name, (change.before or {}).get(name), present[name])
        for name in watched
        if present[name] != change.after[name]
    ]


def _conflict(
    connection: sqlite3.Connection, change: RowChange, field: str, mine: object, theirs: object
) -> FieldConflict:
    author, at = last_author(connection, change.table, change.row, field)
    seen = (change.after or {}).get(field)
    return FieldConflict(change.table, change.row, field, seen, mine, theirs, author, at)


def _write_before(connection: sqlite3.Connection, step: RowChange, change: RowChange) -> None:
    if step.before is None:
        delete_row(connection, step.table, step.row)
    elif step.after is None:
        insert_row(connection, step.table, step.before)
    else:
        values = {name: step.before[name] for name in step.fields() if name in change.fields()}
        if values:
            update_row(connection, step.table, step.row, values)


def _refuse_loose_ends(connection: sqlite3.Connection, entry: EditEntry, label: str) -> None:
    """Nothing may be left pointing nowhere: neither what came later, nor what is brought back."""
    used = gone_but_used(connection, entry.id)
    if used is not None:
        raise UndoRefused(
            tr(
                "“{label}” cannot be taken back: other records now belong to this {kind}.",
                label=label,
                kind=tr(RECORD_TYPES[used.table].ONE).lower(),
            ),
            todo=tr("Take back or delete those first."),
        )
    loose = points_nowhere(connection, entry.id)
    if loose is not None:
        raise UndoRefused(
            tr(
                "“{label}” cannot be taken back: what this {kind} belongs to was deleted since.",
                label=label,
                kind=tr(RECORD_TYPES[loose.table].ONE).lower(),
            ),
            todo=tr("Take back that deletion first."),
        )


def _refuse_broken_rules(dossier: Dossier, changes: dict[Ref, RowChange], label: str) -> None:
    """What came later may have taken the place: another chair, the number in the series."""
    # delayed: start-up time
    from ministrack.edits.undo_many import may_break_rules

    read = Reader(dossier)
    for table, ids in _by_table(ref for ref, change in changes.items() if may_break_rules(change)).items():
        for part in parts(ids):
            for identity, row in rows_of(dossier.connection, table, part).items():
                try:
                    present = from_row(RECORD_TYPES[table], row)
                    check_rules(read, present, changes[Ref(table, identity)].fields())
                except InvalidValue as error:
                    raise _no_room(label, error.what) from error


def _in_the_way(read: Reader, step: RowChange) -> str:
    """Why a row image cannot be written back, as the rule says it that the database keeps too."""
    record = RECORD_TYPES[step.table]
    try:
        check_rules(read, from_row(record, step.before or {}))
    except InvalidValue as error:
        return error.what
    return tr("another record has taken its place.")


def _no_room(label: str, reason: str) -> UndoRefused:
    return UndoRefused(
        tr(
            "“{label}” cannot be taken back after what was changed since: {reason}",
            label=label,
            reason=reason,
        ),
        todo=tr("Take back the later change first, or correct the record by hand."),
    )
