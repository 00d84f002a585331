"""What the view of delegations shows."""

from PySide6.QtWidgets import QWidget

from ministrack.domain.delegation import Delegation, Presence, Role
from ministrack.domain.language import N_, tr, trn
from ministrack.domain.lists import Row
from ministrack.domain.values import replace
from ministrack.ui.desk import Desk
from ministrack.ui.models.cells import choice, count, flagged, level, meeting, plain_or, soft
from ministrack.ui.models.column import Cell, Column, Edits, Look
from ministrack.ui.models.field_column import field_column
from ministrack.ui.naming import meeting_columns
from ministrack.ui.tones import of_choice
from ministrack.ui.widgets.view import Presentation, PresentationPlan
from ministrack.ui.widgets.view_plan import ViewPlan

_LEADING = (Role.CHAIR.value, Role.CO_CHAIR.value)


def _party(row: Row) -> Cell:
    return flagged(row["party_code"], row["party_name"], Look.NAME)


def _meeting(row: Row) -> Cell:
    return meeting(row, "meeting")


def _attendance(row: Row) -> Cell:
    if row["status"] == Presence.UNKNOWN.value:
        return soft(tr("not known"))
    return choice(Presence, row["status"])


def _level(row: Row) -> Cell:
    return level(row["head_level"], row["head_level_name"]) if row["delegate_count"] else Cell()


def _head(row: Row) -> Cell:
    if not row["delegate_count"]:
        return soft(tr("not recorded"))
    cell = plain_or(row["head"], tr("not known"))
    if row["head_role"] not in _LEADING:
        return cell
    role = of_choice(Role, row["head_role"])[0].lower()
    return replace(cell, text=tr("{name} · {role}", name=cell.text, role=role))


def _title(row: Row) -> Cell:
    return plain_or(row["head_title"], "")


def _delegates(row: Row) -> Cell:
    return count(row["delegate_count"])


def _hidden(n: int) -> str:
    return trn(
        "No delegation matches the filter. {n} is hidden.",
        "No delegation matches the filter. {n} are hidden.",
        n,
    )


def _of_head(field: str) -> Edits:
    """A field of the one who leads the delegation; nobody yet: of a new one."""
    return Edits(field, "delegate", "head_id", "delegation")


def _attendance_matrix(desk: Desk, parent: QWidget) -> Presentation:
    # delayed: start-up time
    from ministrack.ui.views.delegations.attendance.presentation import AttendancePresentation

    return AttendancePresentation(desk, parent)


DELEGATIONS = ViewPlan(
    table="delegation",
    object_name="delegationsTable",
    title=N_("Delegations"),
    icon="flag",
    columns=(
        Column(
            "party",
            N_("Delegation"),
            ("party_code", "party_name"),
            _party,
            "label",
            least=18,
            most=32,
            fills=True,
            stays=True,
            edits=Edits("party"),
        ),
        Column(
            "meeting",
            N_("Meeting"),
            meeting_columns("meeting"),
            _meeting,
            least=12,
            most=30,
            shrinks=True,
            edits=Edits("meeting"),
        ),
        Column("status", N_("Attendance"), ("status",), _attendance, "status", edits=Edits("status")),
        Column(
            "level",
            N_("Level"),
            ("head_level", "head_level_name", "delegate_count", "head_id"),
            _level,
            least=9,
            shrinks=True,
            edits=_of_head("level"),
        ),
        Column(
            "head",
            N_("Head"),
            ("head", "head_role", "delegate_count", "head_id"),
            _head,
            most=30,
            shrinks=True,
            least=18,
            edits=_of_head("person"),
        ),
        Column(
            "title",
            N_("Title then"),
            ("head_title", "head_id"),
            _title,
            most=30,
            shrinks=True,
            least=12,
            edits=_of_head("title"),
        ),
        field_column(Delegation, "part"),
        Column("delegates", N_("Delegates"), ("delegate_count",), _delegates, hidden_at_first=True),
        field_column(Delegation, "note"),
    ),
    sort="label",
    empty=N_("Delegations stand here: who came to a meeting, led by whom, and at what level."),
    first=N_("Add the first delegation"),
    hidden=_hidden,
    others=(PresentationPlan("attendance", N_("Attendance"), _attendance_matrix),),
)
