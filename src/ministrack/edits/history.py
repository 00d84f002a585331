"""History from the journal: who changed which field when, from what to what."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby, islice

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.wording import value_in_words
from ministrack.edits.workspace import Workspace
from ministrack.store.journal import EditEntry, RowChange
from ministrack.store.reader import Reader


class Happened(StrEnum):
    """What happened to a record."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, in words; an empty text means "not known"."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one edit did to one record."""

    edit: EditEntry
    ref: Ref
    happened: Happened
    fields: tuple[FieldChange, ...]


def history_of_record(workspace: Workspace, ref: Ref) -> list[HistoryEntry]:
    """What happened to one record, newest first."""
    entries = []
    for edit_id, changes in groupby(workspace.read.changes_of(ref), key=_edit_of):
        entry = workspace.read.edit(edit_id) if edit_id else None
        if entry is not None:
            entries.append(_entry(workspace.read, entry, ref, list(changes)))
    return entries[::-1]


def history_of_dossier(workspace: Workspace, limit: int = 100) -> list[EditEntry]:
    """The edits of the dossier, newest first."""
    return list(islice(workspace.read.edits(), limit))


def details_of_edit(workspace: Workspace, edit: EditEntry, limit: int = 1000) -> list[HistoryEntry]:
    """What an edit did, record by record, at most `limit` of them."""
    by_ref: dict[Ref, list[RowChange]] = {}
    for change in workspace.read.changes_of_edit(edit.id):
        by_ref.setdefault(Ref(change.table, change.row), []).append(change)
    return [_entry(workspace.read, edit, ref, changes) for ref, changes in islice(by_ref.items(), limit)]


def _edit_of(change: RowChange) -> str:
    return change.edit or ""


def _entry(read: Reader, edit: EditEntry, ref: Ref, changes: Iterable[RowChange]) -> HistoryEntry:
    touched = list(changes)
    before, after = touched[0].before, touched[-1].after
    happened = Happened.CREATED if before is None else Happened.DELETED if after is None else Happened.CHANGED
    old, new = before or {}, after or {}
    fields = tuple(
        FieldChange(
            name,
            spec.label,
            value_in_words(read, spec, old.get(name)),
            value_in_words(read, spec, new.get(name)),
        )
        for name, spec in specs(RECORD_TYPES[ref.table]).items()
        if old.get(name) != new.get(name)
    )
    return HistoryEntry(edit, ref, happened, fields)
