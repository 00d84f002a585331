"""A meeting on another day: the edit, and what it would mean, so that it can be shown before."""

from datetime import date

from ministrack.domain.dates import show_long
from ministrack.domain.filters import Compare, OneOf, every
from ministrack.domain.known_days import beginning_on
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.domain.values import dataclass
from ministrack.edits.changes import Edit
from ministrack.edits.records import change_record
from ministrack.edits.writer import Writer
from ministrack.store.reader import Reader

_NAMED = 3  # tasks that are named; the others are counted


@dataclass(frozen=True, slots=True)
class Consequences:
    """What hangs on a meeting's date: the tasks due before it, the first ones by title."""

    tasks: int
    titles: tuple[str, ...]


def is_movable(status: object) -> bool:
    """Whether a meeting may be moved by hand: one that was held stays on its day."""
    return status != MeetingStatus.HELD.value


def move_meeting(read: Reader, meeting: Ref, day: date, seen: str | None) -> Edit:
    """Puts a meeting on a day, as long as it was; `seen` is the date that the mover saw."""
    return change_record(read, meeting, new={"date": beginning_on(seen, day)}, seen={"date": seen})


def move_meeting_to(meeting: Ref, edtf: str, seen: str | None) -> Edit:
    """Gives a meeting another date, to a day or looser; `seen` is the one that the mover saw."""

    def apply(writer: Writer) -> None:
        writer.change(meeting, {"date": edtf}, {"date": seen})

    return Edit(tr("Move meeting to {date}", date=show_long(edtf)), apply, meeting)


def consequences(read: Reader, meeting: Ref) -> Consequences:
    """What moves with a meeting."""
    wanted = every((Compare("due_meeting", meeting.id), OneOf("status", UNFINISHED_VALUES)))
    count = read.count("task", wanted)
    rows = read.rows(ListQuery("task", ("title",), wanted), _NAMED) if count else []
    return Consequences(count, tuple(str(row["title"]) for row in rows))
