"""What the timeline shows: plain values, handed in by whoever knows the dossier."""

from enum import StrEnum

from ministrack.domain.values import dataclass

Ref = tuple[str, str]  # (table name such as "meeting", record id)


class Lane(StrEnum):
    """The bands of the timeline, from top to bottom."""

    MEETINGS = "meetings"
    DOCUMENTS = "documents"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class Said:
    """The words of an item: kind, full name, date (EDTF, "" for none), status."""

    kind: str
    name: str
    date: str
    status: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the timeline. Days are ordinals (`date.toordinal`), `last` is the last possible day."""

    ref: Ref
    lane: Lane
    group: str  # series of a meeting: its meetings are joined in time order, one row per series; "" for none
    label: str  # "2nd · Baku · 20 Nov 2025"
    short: str  # "Baku": used where the long one does not fit
    first: int | None  # None: open start
    last: int | None  # None: open end
    exact: bool  # the day or days are known; otherwise they lie somewhere between first and last
    tone: str  # status word of the record: "held", "planned", "signed", "overdue" ...
    tooltip: str = ""  # plain text, where more is to be said than what the date exactly means
    since: int | None = None  # the day a task was given
    after: tuple[Ref, ...] = ()  # what it follows from: the meeting and the document of a task
    said: Said | None = None  # for the list, and for assistive tools
    movable: str = ""  # the date of a meeting that is still to come: it can be dragged to another
    row: Ref | None = None  # the row of the dossier it comes from, where that is not the record itself

    @property
    def key(self) -> Ref:
        """What tells it apart from all others: a record may have several items, as a document its stages."""
        return self.row or self.ref
