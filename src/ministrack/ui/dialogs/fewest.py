"""The fewest fields with which a record can begin, and what is proposed for them."""

from collections.abc import Mapping

from ministrack.domain.filters import Compare
from ministrack.domain.language import ordinal, tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk

CREATABLE = ("meeting", "delegation", "person", "task", "document", "body", "source", "series", "party")
"""Kinds of record in the menu New, in its order."""

FEWEST: Mapping[str, tuple[str, ...]] = {
    "series": ("name", "short_name", "kind"),
    "meeting": ("series", "number", "name", "date", "city", "country", "status"),
    "delegation": ("meeting", "party", "status"),
    "delegate": ("delegation", "person", "title", "level", "role"),
    "person": ("name", "native_name"),
    "party": ("name", "kind", "code", "short_name"),
    "membership": ("party", "organisation", "role", "since"),
    "task": ("title", "made_at", "owner_party", "due", "due_meeting"),
    "document": ("title", "kind"),
    "document_stage": ("document", "stage", "date", "meeting"),
    "document_party": ("document", "party", "role"),
    "meeting_document": ("meeting", "document", "treatment"),
    "body": ("name", "kind", "mandate"),
    "body_member": ("body", "party"),
    "source": ("title", "kind", "publisher", "published", "text"),
    "programme_item": ("meeting", "title", "kind", "place"),
    "progress": ("task", "date", "meeting", "status", "note"),
    "dependency": ("task", "depends_on"),
}
"""By table: the fields that the dialog asks for, in order."""


def proposed(desk: Desk, table: str, given: Mapping[str, object]) -> dict[str, object]:
    """Values to begin with: what was given, and what follows from the record and the filter in focus."""
    values: dict[str, object] = dict(given)
    focused = desk.focus.record
    meeting = focused.id if focused is not None and focused.table == "meeting" else None
    for field in ("meeting", "made_at"):
        if meeting is not None and field in FEWEST[table]:
            values.setdefault(field, meeting)
    if table == "meeting":
        _propose_meeting(desk, values)
    return values


def _propose_meeting(desk: Desk, values: dict[str, object]) -> None:
    """The next number of the series, after the meeting that is last so far."""
    series = values.get("series") or _series(desk)
    if series is None:
        return
    values["series"] = series
    wanted = Compare("series", str(series))
    last = desk.read.rows(ListQuery("meeting", ("number",), wanted, sort="number", descending=True), 1)
    number = last[0]["number"] if last else 0
    following = int(number or 0) + 1
    values.setdefault("number", following)
    values.setdefault("name", tr("{ordinal} meeting", ordinal=ordinal(following)))
    if last and number is not None:
        values.setdefault("previous", last[0]["id"])


def _series(desk: Desk) -> str | None:
    """The series in the filter, that of the record in focus, or the only one there is."""
    if len(desk.focus.filter.series) == 1:
        return desk.focus.filter.series[0]
    focused = desk.focus.record
    if focused is not None and focused.table == "meeting":
        row = desk.read.row(Ref("meeting", focused.id), ("series",))
        return str(row["series"]) if row and row["series"] else None
    rows = desk.read.rows(ListQuery("series", ()), 2)
    return str(rows[0]["id"]) if len(rows) == 1 else None
