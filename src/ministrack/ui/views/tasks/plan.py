"""What the view of tasks shows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QWidget

from ministrack.domain.language import N_, trn
from ministrack.domain.lists import Row
from ministrack.domain.record import Ref
from ministrack.domain.task import Task, TaskStatus
from ministrack.ui.desk import Desk
from ministrack.ui.models.cells import name, status, tipped
from ministrack.ui.models.column import Cell, Column, Edits
from ministrack.ui.models.field_column import field_column
from ministrack.ui.views.tasks import said
from ministrack.ui.widgets.view import Presentation, PresentationPlan
from ministrack.ui.widgets.view_plan import ViewPlan


def _task(row: Row) -> Cell:
    cell = name(row["title"])
    return Cell(cell.text, cell.look, tip=cell.text)


def _status(row: Row) -> Cell:
    return status(TaskStatus, row["status"])


def _document(row: Row) -> Cell:
    return tipped(row["document_title"])


def _hidden(n: int) -> str:
    return trn("No task matches the filter. {n} is hidden.", "No task matches the filter. {n} are hidden.", n)


def _board(desk: Desk, parent: QWidget) -> Presentation:
    # delayed: start-up time; the table comes first
    from ministrack.ui.views.tasks.board.presentation import BoardPresentation

    return BoardPresentation(desk, parent)


def _offer_statuses(menu: QMenu, desk: Desk, tasks: Sequence[Ref]) -> None:
    # delayed: start-up time
    from ministrack.ui.views.tasks.statuses import add_status_menu

    add_status_menu(menu, desk, tasks)


TASKS = ViewPlan(
    table="task",
    object_name="tasksTable",
    title=N_("Tasks"),
    icon="square-check-big",
    columns=(
        Column(
            "title",
            N_("Task"),
            ("title",),
            _task,
            "title",
            least=20,
            most=60,
            fills=True,
            stays=True,
            edits=Edits("title"),
        ),
        Column(
            "owner",
            N_("Owner"),
            said.OWNER,
            said.owner,
            least=14,
            most=24,
            shrinks=True,
            out=N_("Owner (any kind)"),
            edits=Edits("owner_party"),
        ),
        Column(
            "made_at",
            N_("Made at"),
            said.ORIGIN,
            said.made_at,
            least=13,
            most=28,
            shrinks=True,
            edits=Edits("made_at"),
        ),
        Column(
            "due", N_("Due"), said.DUE, said.due, "due", least=12, most=28, shrinks=True, edits=Edits("due")
        ),
        Column("status", N_("Status"), ("status",), _status, "status", edits=Edits("status")),
        Column("overdue", N_("Overdue"), said.OVERDUE, said.overdue),
        field_column(Task, "kind"),
        field_column(Task, "reminder"),
        Column(
            "document",
            N_("From document"),
            ("document_title",),
            _document,
            least=12,
            most=40,
            shrinks=True,
            edits=Edits("from_document"),
            hidden_at_first=True,
        ),
        field_column(Task, "note"),
    ),
    sort="due",
    empty=N_("Tasks stand here: what was decided or promised, who owes it, and by when."),
    first=N_("Add the first task"),
    hidden=_hidden,
    others=(PresentationPlan("board", N_("Board"), _board),),
    offered=_offer_statuses,
)
