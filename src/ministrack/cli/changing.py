"""`ministrack history`, `undo` and `redo`: what was done, by whom, and taking it back."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from ministrack.cli.exits import Exit
from ministrack.cli.finding import find_record
from ministrack.cli.output import line, say, write_array, write_table
from ministrack.cli.session import opened
from ministrack.domain.errors import FieldConflict, UndoRefused
from ministrack.domain.language import tr
from ministrack.edits.differences import told
from ministrack.edits.history import Happened, HistoryEntry, history_of_dossier, history_of_record
from ministrack.edits.workspace import Workspace
from ministrack.store.journal import EditEntry


def show_history(arguments: Namespace) -> int:
    """Shows the edits of the dossier, or what happened to one record; newest first."""
    with opened(arguments) as workspace:
        if arguments.record:
            ref = find_record(workspace.read, " ".join(arguments.record))
            entries = list(islice(history_of_record(workspace, ref), arguments.limit))
            if arguments.json:
                write_array(_entry_object(entry) for entry in entries)
            else:
                _entry_table(entries)
        else:
            edits = history_of_dossier(workspace, arguments.limit)
            if arguments.json:
                write_array(_edit_object(edit) for edit in edits)
            else:
                headings = (tr("When"), tr("Who"), tr("What"))
                write_table(headings, [(local_time(edit.at), edit.author, edit.label) for edit in edits])
    return Exit.FINE


def take_back(arguments: Namespace) -> int:
    """Takes back the newest edit of this desk and says which; or brings back what was undone last."""
    with opened(arguments, writing=True) as workspace:
        redo = arguments.command == "redo"
        label = workspace.redo_label() if redo else workspace.undo_label()
        try:
            done = workspace.redo() if redo else workspace.undo()
        except UndoRefused as error:
            _show_conflicts(workspace, error.conflicts)
            raise
        if done.edit is None:
            say(tr("There was nothing left to change."))
        line(tr("Brought back: {label}", label=label) if redo else tr("Taken back: {label}", label=label))
    return Exit.FINE


def local_time(at: str) -> str:
    """An ISO time in UTC as the clock on the wall showed it."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


def _show_conflicts(workspace: Workspace, conflicts: Sequence[FieldConflict]) -> None:
    for conflict in conflicts:
        say(told(workspace.read, conflict))


def _edit_object(edit: EditEntry) -> dict[str, object]:
    return {
        "id": edit.id,
        "number": edit.number,
        "at": edit.at,
        "author": edit.author,
        "label": edit.label,
        "undoes": edit.undoes,
    }


def _entry_object(entry: HistoryEntry) -> dict[str, object]:
    edit = _edit_object(entry.edit)
    return {
        "edit": edit.pop("id"),
        **edit,
        "kind": entry.ref.table,
        "id": entry.ref.id,
        "happened": entry.happened.value,
        "fields": [
            {"field": each.name, "label": tr(each.label), "before": each.before, "after": each.after}
            for each in entry.fields
        ],
    }


def _entry_table(entries: Sequence[HistoryEntry]) -> None:
    words = {
        Happened.CREATED: tr("created"),
        Happened.CHANGED: tr("changed"),
        Happened.DELETED: tr("deleted"),
    }
    rows = [
        (
            local_time(entry.edit.at),
            entry.edit.author,
            words[entry.happened],
            tr(each.label),
            each.before,
            each.after,
        )
        for entry in entries
        for each in entry.fields
    ]
    headings = (tr("When"), tr("Who"), tr("What"), tr("Field"), tr("Before"), tr("After"))
    if rows:
        write_table(headings, rows)
    else:
        say(tr("The history of this record is empty."))
