"""What the view of tasks shows."""

from datetime import date

from ministrack.domain.dates import explain, show
from ministrack.domain.language import N_, interface_language, ordinal, tr, trn
from ministrack.domain.lists import Row
from ministrack.domain.task import TaskStatus, days_overdue
from ministrack.ui.models.cells import (
    date_cell,
    flagged,
    meeting,
    name,
    plain_or,
    status,
    written,
)
from ministrack.ui.models.column import Cell, Column, Look
from ministrack.ui.naming import meeting_columns
from ministrack.ui.widgets.record_view import ViewPlan

_WEEKS = 21  # days from which on weeks say more


def _task(row: Row) -> Cell:
    cell = name(row["title"])
    return Cell(cell.text, cell.look, tip=cell.text)


def _owner(row: Row) -> Cell:
    if row["party_code"]:
        return flagged(row["party_code"], row["owner"])
    return plain_or(row["owner"], tr("nobody named"))


def _made_at(row: Row) -> Cell:
    return meeting(row, "made") if row["made_name"] else Cell()


def _due(row: Row) -> Cell:
    """The date itself, or the meeting before which it is due, with the date of that meeting."""
    if not row["before_name"]:
        return date_cell(row["due"], loose=row["due_precision"] != "day")
    rank, edtf = row["before_number"], row["before_date"]
    which = (
        tr("{ordinal} meeting", ordinal=ordinal(rank))
        if isinstance(rank, int)
        else written(row["before_name"])
    )
    if not edtf:
        return Cell(tr("by {meeting}", meeting=which), Look.LOOSE)
    day = show(str(edtf), interface_language())
    look = Look.PLAIN if row["due_precision"] == "day" else Look.LOOSE
    meaning = explain(str(edtf), interface_language())
    return Cell(tr("by {meeting} · {date}", meeting=which, date=day), look, tip=meaning)


def _status(row: Row) -> Cell:
    return status(TaskStatus, row["status"])


def _overdue(row: Row) -> Cell:
    """How long ago the last day passed on which it may have been due."""
    days = days_overdue(row["status"], row["due_last"], date.today())
    if not days:
        return Cell()
    if days < _WEEKS:
        words = trn("by {n} day", "by {n} days", days)
    else:
        words = trn("by {n} week", "by {n} weeks", days // 7)
    return Cell(words, Look.ALARM)


def _hidden(n: int) -> str:
    return trn("No task matches the filter. {n} is hidden.", "No task matches the filter. {n} are hidden.", n)


TASKS = ViewPlan(
    table="task",
    object_name="tasksTable",
    title=N_("Tasks"),
    icon="square-check-big",
    columns=(
        Column("title", N_("Task"), ("title",), _task, "title", least=20, most=60, fills=True),
        Column("owner", N_("Owner"), ("owner", "party_code"), _owner, least=14, most=24, shrinks=True),
        Column("made_at", N_("Made at"), meeting_columns("made"), _made_at, least=13, most=28, shrinks=True),
        Column(
            "due",
            N_("Due"),
            ("due", "due_precision", "before_name", "before_number", "before_date"),
            _due,
            "due",
            most=28,
        ),
        Column("status", N_("Status"), ("status",), _status, "status"),
        Column("overdue", N_("Overdue"), ("due_last", "status"), _overdue),
    ),
    sort="due",
    empty=N_("Tasks stand here: what was decided or promised, who owes it, and by when."),
    first=N_("Add the first task"),
    hidden=_hidden,
)
