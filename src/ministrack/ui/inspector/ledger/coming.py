"""The meetings at which a task may be reported about: those to come, and the one that an entry is about."""

from datetime import date, timedelta

from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import Compare, Filter, Linked, Not, OneOf, Overlaps, every
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.edits.asking import Reader
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.naming import day, dotted, meeting_in_place

_PAST = (MeetingStatus.HELD.value, MeetingStatus.CANCELLED.value)
_SHOWN = 3
_RECENT = timedelta(days=31)  # an entry within so many days after a meeting is most likely about it
_PLACE = ("name", "number", "city", "country_name", "date")


def coming_entries(read: Reader, task: Subject) -> list[Entry]:
    """A line for each of the next meetings of the task's series; none once the task is finished."""
    series = _series(read, task)
    if series is None or task.fact("status") not in UNFINISHED_VALUES:
        return []
    reported = Linked("progress", "meeting", Compare("task", task.ref.id))
    wanted = every((Compare("series", series), Not(OneOf("status", _PAST)), Not(reported)))
    return [_line(row) for row in read.rows(ListQuery("meeting", _PLACE, wanted, "date"), _SHOWN)]


def meeting_near(read: Reader, task: Subject, edtf: str) -> str | None:
    """The meeting of the task's series on that day, or a short time before it; None where there is none."""
    series = _series(read, task)
    try:
        covered = span(edtf)
    except InvalidValue:
        return None
    if series is None or covered.first is None or covered.first != covered.last:
        return None
    since = date.fromisoformat(covered.first) - _RECENT
    parts: tuple[Filter, ...] = (
        Compare("series", series),
        Compare("date_precision", "day"),
        Not(Compare("status", MeetingStatus.CANCELLED.value)),
        Overlaps("date", since.isoformat(), covered.last),
    )
    rows = read.rows(ListQuery("meeting", (), every(parts), "date", descending=True), 1)
    return str(rows[0]["id"]) if rows else None


def _series(read: Reader, task: Subject) -> str | None:
    """That of the meeting at which the task was made, else of the one before which it is due."""
    for field in ("made_at", "due_meeting"):
        meeting = task.link(field, "meeting")
        row = read.row(meeting, ("series",)) if meeting else None
        if row is not None and row["series"]:
            return str(row["series"])
    return None


def _line(row: Row) -> Entry:
    named = {f"meeting_{name}": row[name] for name in _PLACE}
    first = dotted((day(row["date"]) or tr("no date"), meeting_in_place(named, "meeting")))
    return Entry(first, tr("nothing reported yet"), opens=Ref("meeting", str(row["id"])), is_expected=True)
