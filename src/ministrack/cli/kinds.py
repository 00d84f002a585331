"""What `list` shows of each kind of record: names in JSON, columns of the store, headings of the table."""

from collections.abc import Callable, Mapping, Sequence

from ministrack.cli import details
from ministrack.domain.language import N_
from ministrack.domain.values import dataclass
from ministrack.store.reader import Reader

Values = dict[str, object]
Details = Callable[[Reader, Sequence[Values]], None]


@dataclass(frozen=True, slots=True)
class Item:
    """One value of an object: its name in JSON and where it comes from.

    `column` is the list column of the store (by default the name itself). Where it `refers` to a table, the
    label is given under the name and the id under the name with `_id`. With a `heading` it stands in the
    table too, in the words of the field `like` ("delegate.role").
    """

    key: str
    column: str = ""
    heading: str = ""
    refers: str = ""
    like: str = ""
    made: bool = False  # by the details of the kind, not by a column


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record that can be listed. `details` completes the objects of one window of rows."""

    table: str
    items: tuple[Item, ...]
    sort: str
    details: Details | None = None
    also: tuple[str, ...] = ()  # columns that only the details need


def _dates(name: str) -> tuple[Item, ...]:
    return (
        Item("first_day", f"{name}_first"),
        Item("last_day", f"{name}_last"),
        Item("precision", f"{name}_precision"),
    )


_MEETINGS = (
    Item("number", heading=N_("No.")),
    Item("name", heading=N_("Name")),
    Item("series", refers="series"),
    Item("date", heading=N_("Date"), like="meeting.date"),
    *_dates("date"),
    Item("status", heading=N_("Status"), like="meeting.status"),
    Item("city", heading=N_("City")),
    Item("country", "country_name", heading=N_("Country")),
    Item("country_code"),
    Item("host", "host_name"),
    Item("host_code"),
    Item("mode"),
    Item("venue"),
    Item("theme"),
    Item("summary"),
    Item("delegations", "delegation_count", heading=N_("Delegations")),
    Item("open_tasks", heading=N_("Open tasks")),
)

_DELEGATIONS = (
    Item("meeting", refers="meeting"),
    Item("meeting_number", heading=N_("Meeting")),
    Item("meeting_date", heading=N_("Date"), like="meeting.date"),
    Item("party", refers="party", heading=N_("Country or organisation")),
    Item("code", "party_code"),
    Item("head", heading=N_("Head"), made=True),
    Item("title", heading=N_("Title then"), made=True),
    Item("level", made=True),
    Item("level_name", heading=N_("Level"), made=True),
    Item("role", made=True),
    Item("status", heading=N_("Attendance"), like="delegation.status"),
    Item("part", like="delegation.part"),
    Item("note"),
    Item("delegates", made=True),
)

_PEOPLE = (
    Item("name", heading=N_("Name")),
    Item("native_name"),
    Item("given"),
    Item("family"),
    Item("title", "last_title", heading=N_("Title")),
    Item("party", "party_name", heading=N_("Country or organisation")),
    Item("code", "party_code"),
    Item("level"),
    Item("level_name", heading=N_("Level")),
    Item("meetings", "meeting_count", heading=N_("Meetings")),
    Item("spellings", made=True),
    Item("note"),
)

_TASKS = (
    Item("title", heading=N_("Task")),
    Item("kind"),
    Item("owner", heading=N_("Owner")),
    Item("owner_kind", made=True),
    Item("due", heading=N_("Due"), like="task.due"),
    *_dates("due"),
    Item("due_meeting", refers="meeting", heading=N_("Before")),
    Item("status", heading=N_("Status"), like="task.status"),
    Item("overdue", heading=N_("Overdue"), like="statement.chosen", made=True),
    Item("made_at", refers="meeting"),
    Item("made_at_number", "made_number"),
    Item("from_document", refers="document"),
    Item("note"),
)

_DOCUMENTS = (
    Item("title", heading=N_("Title")),
    Item("kind", heading=N_("Kind"), like="document.kind"),
    Item("stage", heading=N_("Stage"), like="document_stage.stage"),
    Item("stage_date", heading=N_("Date"), like="document_stage.date"),
    Item("stage_meeting", "stage_meeting_name"),
    Item("parties", heading=N_("Parties"), made=True),
    Item("address"),
    Item("summary"),
)

_BODIES = (
    Item("name", heading=N_("Name")),
    Item("kind", heading=N_("Kind"), like="body.kind"),
    Item("mandate", heading=N_("Mandate")),
    Item("initiated_by", refers="party", heading=N_("Initiated by")),
    Item("set_up_by", refers="party"),
    Item("set_up_at", refers="meeting"),
    Item("reports_to", refers="body"),
    Item("members", made=True),
    Item("open_tasks", heading=N_("Open tasks")),
)

_SOURCES = (
    Item("title", heading=N_("Title")),
    Item("kind", heading=N_("Kind"), like="source.kind"),
    Item("publisher", heading=N_("Publisher")),
    Item("published", heading=N_("Published"), like="source.published"),
    Item("accessed"),
    Item("language"),
    Item("address"),
    Item("statements", "statement_count", heading=N_("Statements")),
)

KINDS: Mapping[str, Kind] = {
    "meetings": Kind("meeting", _MEETINGS, "date"),
    "delegations": Kind("delegation", _DELEGATIONS, "meeting_date", details.delegations),
    "people": Kind("person", _PEOPLE, "label", details.people),
    "tasks": Kind(
        "task", _TASKS, "due", details.tasks, ("owner_party", "owner_body", "owner_person", "before_date")
    ),
    "documents": Kind("document", _DOCUMENTS, "stage_date", details.documents),
    "bodies": Kind("body", _BODIES, "label", details.bodies),
    "sources": Kind("source", _SOURCES, "published"),
}
"""What can be listed, by the word on the command line."""
