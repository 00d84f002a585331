"""Edits of tasks: another status, an entry in the ledger, a reminder put off or done with."""

from collections.abc import Mapping, Sequence
from datetime import date

from ministrack.domain.language import tr, trn
from ministrack.domain.record import Record, Ref
from ministrack.domain.task import Progress, TaskStatus
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record, together
from ministrack.edits.wording import shortened
from ministrack.store.reader import Reader


def set_status(read: Reader, seen: Mapping[Ref, object], status: TaskStatus) -> Edit:
    """Gives tasks a status, as one step; `seen` holds the status that each had when it was chosen."""
    edits = [
        change_record(read, task, new={"status": status.value}, seen={"status": before})
        for task, before in seen.items()
    ]
    if len(edits) == 1:
        return edits[0]
    label = trn(
        "Change status of {n} task to {status}",
        "Change status of {n} tasks to {status}",
        len(edits),
        status=tr(status.label),
    )
    return together(label, edits)


def report(
    read: Reader, entry: Progress, *, task_was: object = None, creating: Sequence[Record] = ()
) -> Edit:
    """Adds an entry to the ledger of a task, after making the records that it points at. With `task_was`,
    the status that the task had when the entry was written, the task takes that of the entry as well."""
    task = Ref("task", entry.task)
    record = shortened(read.label(task))
    edits = [*map(add_record, creating), add_record(entry)]
    label = tr("Entry about {record}", record=record)
    if task_was is not None and task_was != entry.status.value:
        edits.append(change_record(read, task, new={"status": entry.status.value}, seen={"status": task_was}))
        label = tr("Entry about {record}: {status}", record=record, status=tr(entry.status.label))
    return together(label, edits, task)


def remind(read: Reader, task: Ref, on: date, *, seen: object) -> Edit:
    """Puts the reminder of a task off to a day; `seen` is the reminder that was shown."""
    return change_record(read, task, new={"reminder": on.isoformat()}, seen={"reminder": seen})


def forget_reminder(read: Reader, task: Ref, *, seen: object) -> Edit:
    """Takes the reminder off a task."""
    return change_record(read, task, new={"reminder": None}, seen={"reminder": seen})
