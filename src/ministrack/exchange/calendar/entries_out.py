"""One meeting or task as an entry of a calendar."""

from collections.abc import Iterator, Mapping

from ministrack.domain.fields import FieldKind, specs, stored_value
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Record, Ref
from ministrack.domain.task import Task, TaskStatus
from ministrack.domain.values import dataclass
from ministrack.exchange.calendar.dates_out import Dated
from ministrack.exchange.calendar.exact import exact_days
from ministrack.exchange.calendar.found import Link
from ministrack.exchange.calendar.lines_out import parameter, text_line
from ministrack.exchange.calendar.own import EDTF, ID, line_name, place_in_words
from ministrack.exchange.calendar.reading import OVERRIDES
from ministrack.exchange.calendar.recurrence import as_lines
from ministrack.exchange.calendar.statuses import MEETINGS, TASKS

_SAID_OTHERWISE = frozenset(("name", "title", "summary", "note", "date", "due"))


@dataclass(frozen=True, slots=True)
class Around:
    """What entries need besides themselves: ids of calendars by record, names of records, the time now."""

    uids: Mapping[str, str]
    names: Mapping[Ref, Link]
    stamp: str

    def uid(self, identity: str) -> str:
        """The id under which a calendar knows the record."""
        return self.uids.get(identity, identity)

    def name(self, table: str, identity: str | None) -> str:
        """What a record is called."""
        found = self.names.get(Ref(table, identity)) if identity else None
        return found.name if found else ""


def event(meeting: Meeting, dated: Dated, around: Around) -> Iterator[str]:
    """The lines of a meeting."""
    yield "BEGIN:VEVENT"
    yield from _head(meeting.id, around)
    yield from dated.lines
    yield text_line("SUMMARY", meeting.name)
    if meeting.summary:
        yield text_line("DESCRIPTION", meeting.summary)
    place = place_in_words(meeting.venue, meeting.city, around.name("party", meeting.country))
    if place:
        yield text_line("LOCATION", place)
    yield f"STATUS:{_status(meeting)}"
    yield from as_lines(meeting.recurrence)
    yield from _own(meeting, meeting.date, around, without=("time",) if _says_time(meeting, dated) else ())
    yield "END:VEVENT"


def todo(task: Task, dated: Dated | None, around: Around) -> Iterator[str]:
    """The lines of a task; its date may be left out."""
    yield "BEGIN:VTODO"
    yield from _head(task.id, around)
    if dated is not None:
        yield from dated.lines
    yield text_line("SUMMARY", task.title)
    if task.note:
        yield text_line("DESCRIPTION", task.note)
    yield f"STATUS:{TASKS[task.status.value]}"
    if task.status is TaskStatus.DONE:
        yield "PERCENT-COMPLETE:100"
    yield from as_lines(task.recurrence)
    for kind, meeting in (("PARENT", task.made_at), ("FINISHTOSTART", task.due_meeting)):
        if meeting:
            uid = around.uid(meeting).partition(OVERRIDES)[0]
            yield text_line("RELATED-TO", uid, f";RELTYPE={kind}")
    yield from _own(task, task.due, around)
    yield "END:VTODO"


def _head(identity: str, around: Around) -> Iterator[str]:
    uid, overrides, day = around.uid(identity).partition(OVERRIDES)
    yield text_line("UID", uid)
    if overrides:
        yield f"RECURRENCE-ID{day}"
    yield f"DTSTAMP:{around.stamp}"


def _status(meeting: Meeting) -> str:
    if meeting.status is not MeetingStatus.CANCELLED and exact_days(meeting.date) is None:
        return "TENTATIVE"
    return MEETINGS[meeting.status.value]


def _says_time(meeting: Meeting, dated: Dated) -> bool:
    """Whether the lines of the calendar bring back the time just as it is written."""
    return dated.time is not None and dated.time == meeting.time


def _own(record: Record, date: str | None, around: Around, without: tuple[str, ...] = ()) -> Iterator[str]:
    """All that the lines of a calendar cannot hold."""
    yield f"{ID}:{record.id}"
    if date:
        yield text_line(EDTF, date)
    for name, spec in specs(type(record)).items():
        value = stored_value(spec, getattr(record, name))
        if value is None or name in _SAID_OTHERWISE or name in without:
            continue
        if spec.kind is FieldKind.REFERENCE:
            link = around.names.get(Ref(spec.refers, str(value)), Link(str(value), ""))
            code = parameter("X-CODE", link.code) if link.code else ""
            yield text_line(line_name(name), link.name, f";X-ID={value}{code}")
        else:
            yield text_line(line_name(name), str(value))
