"""Undo and redo from row images: which edit is next, and how it is taken back field by field."""

import sqlite3

from ministrack.domain.catalogue import RECORD_TYPES, pointers_to
from ministrack.domain.errors import FieldConflict, UndoRefused
from ministrack.domain.language import tr
from ministrack.store.dossier import Dossier
from ministrack.store.journal import (
    EditEntry,
    RowChange,
    changes_of,
    edit_entry,
    edits_backwards,
    last_author,
)


def next_undo(connection: sqlite3.Connection, desk: str) -> EditEntry | None:
    """The newest edit of this desk that stands, or None."""
    undone: set[str] = set()
    for entry in edits_backwards(connection, desk):
        if entry.id in undone:
            continue
        if entry.undoes is None:
            return entry
        if _is_undo(connection, entry):
            undone.add(entry.undoes)
        else:
            return entry
    return None


def next_redo(connection: sqlite3.Connection, desk: str) -> EditEntry | None:
    """The newest undo of this desk that no edit followed and that was not itself taken back, or None."""
    redone: set[str] = set()
    for entry in edits_backwards(connection, desk):
        if entry.undoes is None:
            return None
        if not _is_undo(connection, entry):
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


def take_back(dossier: Dossier, entry: EditEntry) -> None:
    """Writes the images before `entry` back, newest first; only the fields that it changed.

    Raises UndoRefused where one of these fields, or a whole record, has moved on since.
    """
    connection = dossier.connection
    changes = _merged(changes_of(connection, entry.id))
    conflicts = [conflict for change in changes for conflict in _conflicts(connection, change)]
    if conflicts:
        raise UndoRefused(
            tr("“{label}” cannot be taken back: the same fields were changed later.", label=entry.label),
            conflicts,
            todo=tr("Take back the later change first, or correct the record by hand."),
        )
    for change in reversed(changes):
        _write_before(dossier, change)
    for change in changes:
        if change.before is None:
            _refuse_if_used(connection, change)


def _is_undo(connection: sqlite3.Connection, entry: EditEntry) -> bool:
    """Whether an edit that takes back another one is an undo (and not a redo): an odd number of steps."""
    steps = 0
    current: EditEntry | None = entry
    while current is not None and current.undoes is not None:
        steps += 1
        current = edit_entry(connection, current.undoes)
    return steps % 2 == 1


def _merged(changes: list[RowChange]) -> list[RowChange]:
    """One change a row: its first image before and its last image after; in order of the first touch."""
    merged: dict[tuple[str, str], RowChange] = {}
    for change in changes:
        key = (change.table, change.row)
        first = merged.get(key)
        before = first.before if first else change.before
        merged[key] = RowChange(change.seq, change.edit, change.table, change.row, before, change.after)
    return [change for change in merged.values() if change.before != change.after]


def _conflicts(connection: sqlite3.Connection, change: RowChange) -> list[FieldConflict]:
    found = connection.execute(f"SELECT * FROM {change.table} WHERE id = ?", (change.row,)).fetchone()
    present = dict(found) if found else None
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


def _write_before(dossier: Dossier, change: RowChange) -> None:
    table = dossier.database.table(change.table)
    if change.before is None:
        table.delete(change.row)
    elif change.after is None:
        table.insert(dict(change.before))
    else:
        table.update(change.row, {name: change.before.get(name) for name in change.fields()})


def _refuse_if_used(connection: sqlite3.Connection, change: RowChange) -> None:
    """Records that a later edit hung on this one would be left pointing nowhere."""
    for pointer in pointers_to(change.table):
        sql = f"SELECT id FROM {pointer.table} WHERE {pointer.field} = ? LIMIT 1"
        if connection.execute(sql, (change.row,)).fetchone():
            raise UndoRefused(
                tr(
                    "This cannot be taken back: other records now belong to {kind} “{label}”.",
                    kind=tr(RECORD_TYPES[change.table].ONE).lower(),
                    label=(change.after or {}).get(RECORD_TYPES[change.table].LABEL) or "",
                ),
                todo=tr("Take back or delete those first."),
            )
