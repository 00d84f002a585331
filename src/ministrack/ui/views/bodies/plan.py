"""What the view of bodies shows."""

from ministrack.domain.body import Body
from ministrack.domain.language import N_, tr, trn
from ministrack.domain.lists import Row
from ministrack.ui.models.cells import count, flagged, meeting, name, plain, soft, written
from ministrack.ui.models.column import Cell, Column, Edits
from ministrack.ui.models.field_column import field_column
from ministrack.ui.naming import meeting_columns
from ministrack.ui.widgets.view_plan import ViewPlan


def _name(row: Row) -> Cell:
    return name(row["name"])


def _mandate(row: Row) -> Cell:
    words = written(row["mandate"])
    return Cell(words, tip=str(row["mandate"])) if words else soft(tr("not recorded"))


def _members(row: Row) -> Cell:
    return count(row["member_count"])


def _tasks(row: Row) -> Cell:
    return count(row["open_tasks"])


def _initiated_by(row: Row) -> Cell:
    return flagged(row["initiator_code"], row["initiator_name"])


def _set_up_by(row: Row) -> Cell:
    return flagged(row["founder_code"], row["founder_name"])


def _set_up_at(row: Row) -> Cell:
    return meeting(row, "founded") if row["founded_name"] else Cell()


def _reports_to(row: Row) -> Cell:
    return plain(row["above"])


def _hidden(n: int) -> str:
    return trn("No body matches the filter. {n} is hidden.", "No body matches the filter. {n} are hidden.", n)


BODIES = ViewPlan(
    table="body",
    object_name="bodiesTable",
    title=N_("Bodies"),
    icon="users",
    columns=(
        Column(
            "name", N_("Name"), ("name",), _name, "name", least=14, most=40, stays=True, edits=Edits("name")
        ),
        field_column(Body, "kind", is_hidden=False),
        Column(
            "mandate",
            N_("Mandate"),
            ("mandate",),
            _mandate,
            least=20,
            most=60,
            fills=True,
            edits=Edits("mandate"),
        ),
        Column("members", N_("Members"), ("member_count",), _members),
        Column("open_tasks", N_("Open tasks"), ("open_tasks",), _tasks),
        Column(
            "initiated_by",
            N_("Initiated by"),
            ("initiator_code", "initiator_name"),
            _initiated_by,
            shrinks=True,
            hidden_at_first=True,
            edits=Edits("initiated_by"),
        ),
        Column(
            "set_up_by",
            N_("Set up by"),
            ("founder_code", "founder_name"),
            _set_up_by,
            shrinks=True,
            hidden_at_first=True,
            edits=Edits("set_up_by"),
        ),
        Column(
            "set_up_at",
            N_("Set up at"),
            meeting_columns("founded"),
            _set_up_at,
            most=28,
            shrinks=True,
            hidden_at_first=True,
            edits=Edits("set_up_at"),
        ),
        Column(
            "reports_to",
            N_("Reports to"),
            ("above",),
            _reports_to,
            shrinks=True,
            hidden_at_first=True,
            edits=Edits("reports_to"),
        ),
    ),
    sort="name",
    empty=N_("Bodies stand here: expert groups, task forces and secretariats, with what they are to do."),
    first=N_("Add the first body"),
    hidden=_hidden,
)
