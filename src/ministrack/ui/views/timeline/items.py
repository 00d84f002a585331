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
    tooltip: str  # plain text: the exact meaning of the date
    since: int | None = None  # the day a task was given


@dataclass(frozen=True, slots=True)
class Connection:
    """A decision and what follows from it."""

    start: Ref
    end: Ref
