"""What a briefing note is made from: read in a fixed number of questions, however large the dossier."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ministrack.domain.filters import (
    Compare,
    Comparison,
    Filter,
    Linked,
    OneOf,
    SharedFilter,
    Some,
    every,
)
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.task import UNFINISHED_VALUES, TaskStatus
from ministrack.domain.values import dataclass
from ministrack.edits.plan_history import PlanStep, plan_history
from ministrack.reports.documents import IN_WORK, Followed, followed
from ministrack.reports.frame import Frame, series_of
from ministrack.reports.meetings import about, held_before
from ministrack.reports.programme import chairs, programme
from ministrack.reports.programme import refs_of as programme_refs
from ministrack.reports.rows import rows, rows_of, text
from ministrack.reports.seats import Seat, seats_at
from ministrack.reports.sourcing import Notes
from ministrack.reports.tasks import TASK, last_reports, refs_of
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_MOST_TASKS = 40
_MOST_DOCUMENTS = 12
_LOOKED_AT = 60  # documents of the series, the newest first
_BODY = ("name", "mandate", "sort_name")


@dataclass(frozen=True, slots=True)
class Brief:
    """What the sections tell; `last` was held before the meeting, `before` was held before that."""

    words: Wording
    notes: Notes
    today: date
    series: Frame
    meeting: Row
    announced: Sequence[PlanStep]  # what sources said of it before it became what it is
    last: Row | None
    before: Row | None
    seats: Mapping[str, Sequence[Seat]]
    chairs: Sequence[Row]
    programme: Sequence[Row]
    documents: Sequence[Followed]
    treatments: Mapping[str, Sequence[str]]  # by document, at the last meeting
    tasks: Sequence[Row]
    more_tasks: int
    done: Sequence[Row]  # reported as done since the last meeting
    reports: Mapping[str, Row]  # the last one by task
    bodies: Sequence[Row]

    @property
    def coming(self) -> Sequence[Seat]:
        """Who is named for the meeting."""
        return self.seats[text(self.meeting["id"])]

    @property
    def came(self) -> Sequence[Seat]:
        """Who is recorded at the last meeting."""
        return self.seats[text(self.last["id"])] if self.last else ()

    @property
    def came_before(self) -> Mapping[str, Seat]:
        """Who is recorded at the one before, by party."""
        return {seat.party: seat for seat in self.seats[text(self.before["id"])]} if self.before else {}


def gather(read: Reader, words: Wording, meeting: Row, today: date) -> Brief:
    """Reads all that is told."""
    last = held_before(read, meeting)
    before = held_before(read, last) if last else None
    meetings = [row for row in (meeting, last, before) if row]
    seats = seats_at(read, [text(row["id"]) for row in meetings])
    last_id = text(last["id"]) if last else ""
    in_chair = chairs(read, (last_id,))
    items = programme(read, (last_id,))
    treatments = _treatments(read, last_id)
    concerned = _concerned(meeting, [text(row["id"]) for row in meetings])
    tasks, more = _tasks(read, concerned)
    documents = _documents(
        read, meeting, last_id, treatments, {text(task["from_document"]) for task in tasks}
    )
    reports = last_reports(read, tasks)
    told: list[Ref] = [about(row) for row in meetings]
    told += [ref for found in seats.values() for seat in found for ref in seat.refs]
    told += programme_refs(in_chair, items)
    told += [ref for document in documents for ref in document.refs]
    done = _done(read, concerned, last)
    told += [*refs_of(tasks, reports), *refs_of(done, {})]
    plan = plan_history(read, about(meeting))
    return Brief(
        words=words,
        notes=Notes(read, words, told, (text(row["source"]) for row in reports.values())),
        today=today,
        series=series_of(read, meeting),
        meeting=meeting,
        announced=[step for step in plan if step.statement and "date" in step.said and not step.is_present],
        last=last,
        before=before,
        seats=seats,
        chairs=in_chair,
        programme=items,
        documents=documents,
        treatments=treatments,
        tasks=tasks,
        more_tasks=more,
        done=done,
        reports=reports,
        bodies=_bodies(read, tasks, [text(row["id"]) for row in meetings]),
    )


def _treatments(read: Reader, meeting: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    wanted = Compare("meeting", meeting)
    for row in rows(read, "meeting_document", ("document", "treatment"), wanted):
        found.setdefault(text(row["document"]), []).append(text(row["treatment"]))
    return found


def _documents(
    read: Reader, meeting: Row, last: str, treatments: Iterable[str], owed: set[str]
) -> list[Followed]:
    """Those of the last meeting, then others of the series that are in work or for which somebody owes."""
    at_last = rows(read, "document_stage", ("document",), Compare("meeting", last))
    ids = list(dict.fromkeys([*treatments, *(text(row["document"]) for row in at_last)]))
    others: list[str] = []
    if meeting["series"]:
        in_series = scope("document", SharedFilter(series=(text(meeting["series"]),)))
        newest = ListQuery("document", ("stage",), in_series, "stage_date", descending=True)
        found = [row for row in read.rows(newest, _LOOKED_AT) if row["stage"] in IN_WORK or row["id"] in owed]
        others = [text(row["id"]) for row in found if row["id"] not in ids]
    shown = ids[:_MOST_DOCUMENTS]
    return [*followed(read, shown), *followed(read, others[: _MOST_DOCUMENTS - len(shown)])]


def _concerned(meeting: Row, meetings: Sequence[str]) -> Filter:
    """The tasks of the series, or of the meetings where there is none."""
    if meeting["series"]:
        return scope("task", SharedFilter(series=(text(meeting["series"]),)))
    ids = tuple(meetings)
    return Some((OneOf("made_at", ids), OneOf("due_meeting", ids)))


def _done(read: Reader, concerned: Filter, last: Row | None) -> list[Row]:
    """What was reported as done from the day of the last meeting on."""
    if last is None or not last["date_first"]:
        return []
    day = text(last["date_first"])
    since = Some((Compare("date_first", day), Compare("date_first", day, Comparison.ABOVE)))
    reported = Linked("progress", "task", every((Compare("status", TaskStatus.DONE.value), since)))
    wanted = every((concerned, Compare("status", TaskStatus.DONE.value), reported))
    return read.rows(ListQuery("task", TASK, wanted, "due_last"), _MOST_TASKS)


def _tasks(read: Reader, concerned: Filter) -> tuple[list[Row], int]:
    """What is unfinished: what is due first stands first; and how many more there are."""
    wanted: Filter = every((concerned, OneOf("status", UNFINISHED_VALUES)))
    found = read.rows(ListQuery("task", TASK, wanted, "due_last"), _MOST_TASKS)
    more = read.count("task", wanted) - len(found) if len(found) == _MOST_TASKS else 0
    return found, more


def _bodies(read: Reader, tasks: Sequence[Row], meetings: Sequence[str]) -> list[Row]:
    """Those that owe something, and those that the meetings set up."""
    owing = [text(task["owner_body"]) for task in tasks]
    founded = rows(read, "body", (), OneOf("set_up_at", tuple(meetings)))
    return rows_of(read, "body", _BODY, [*owing, *(text(row["id"]) for row in founded)])
