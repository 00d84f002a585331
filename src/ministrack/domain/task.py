"""A task (follow-up): what was decided or promised, who owes it, by when, and how it went on."""

from datetime import date as day
from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


class TaskKind(Choice):
    """Where a task comes from."""

    DECISION = "decision", N_("Decision")
    PROMISE = "promise", N_("Promise")
    MANDATE = "mandate", N_("Mandate")
    OWN_WORK = "own work", N_("Own work")


class TaskStatus(Choice):
    """How far a task is. Overdue is derived, never stored."""

    OPEN = "open", N_("Open")
    IN_PROGRESS = "in progress", N_("In progress")
    DONE = "done", N_("Done")
    PARTLY = "partly", N_("Partly done")
    DROPPED = "dropped", N_("Dropped")
    SUPERSEDED = "superseded", N_("Superseded")


UNFINISHED = (TaskStatus.OPEN, TaskStatus.IN_PROGRESS, TaskStatus.PARTLY)
"""The statuses in which somebody still owes something."""

UNFINISHED_VALUES = tuple(status.value for status in UNFINISHED)


def days_overdue(status: object, last_day: object, today: day) -> int:
    """For how many days a task has been overdue: since the last day (ISO) on which it may be due; else 0."""
    if not last_day or status not in UNFINISHED_VALUES:
        return 0
    return max(0, (today - day.fromisoformat(str(last_day))).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Record):
    """A follow-up. At most one owner (party, body or person); due on a date, or before a meeting and then
    moving with it. `owner_note` keeps an owner that the source names only loosely ("member states")."""

    TABLE: ClassVar[str] = "task"
    LABEL: ClassVar[str] = "title"
    ONE: ClassVar[str] = N_("Task")
    MANY: ClassVar[str] = N_("Tasks")

    title: str = fields.text(N_("Task"), required=True, searchable=True)
    kind: TaskKind = fields.choice(N_("Kind"), TaskKind.DECISION)
    status: TaskStatus = fields.choice(N_("Status"), TaskStatus.OPEN)
    made_at: str | None = fields.reference(N_("Made at"), "meeting")
    from_document: str | None = fields.reference(N_("From document"), "document")
    owner_party: str | None = fields.reference(N_("Owner (country or organisation)"), "party")
    owner_body: str | None = fields.reference(N_("Owner (body)"), "body")
    owner_person: str | None = fields.reference(N_("Owner (person)"), "person")
    owner_note: str | None = fields.text(N_("Owner as written"), searchable=True)
    due: str | None = fields.date(N_("Due"))
    due_meeting: str | None = fields.reference(N_("Due before"), "meeting")
    reminder: str | None = fields.date(N_("Reminder"))
    note: str | None = fields.long_text(N_("Note"), searchable=True)
    recurrence: str | None = fields.text(N_("Repeats"), limit=2000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Record):
    """A dated entry of a task's ledger."""

    TABLE: ClassVar[str] = "progress"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Progress entry")
    MANY: ClassVar[str] = N_("Progress")

    task: str = fields.reference(N_("Task"), "task", required=True)
    date: str | None = fields.date(N_("Date"))
    meeting: str | None = fields.reference(N_("Meeting"), "meeting")
    status: TaskStatus = fields.choice(N_("Status"), TaskStatus.OPEN)
    note: str | None = fields.long_text(N_("Note"), searchable=True)
    source: str | None = fields.reference(N_("Source"), "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency(Record):
    """A task that waits for another one."""

    TABLE: ClassVar[str] = "dependency"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Dependency")
    MANY: ClassVar[str] = N_("Dependencies")

    task: str = fields.reference(N_("Task"), "task", required=True)
    depends_on: str = fields.reference(N_("Depends on"), "task", required=True)
