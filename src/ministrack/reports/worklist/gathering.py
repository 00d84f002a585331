"""What a task list is made from: read in a fixed number of questions for each few hundred tasks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ministrack.domain.filters import Compare, Filter, Not, OneOf, SharedFilter, every
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.protocol import in_alphabet
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.domain.values import dataclass
from ministrack.reports.meetings import MEETING, meeting_row
from ministrack.reports.request import Request
from ministrack.reports.rows import rows, rows_of, text
from ministrack.reports.sourcing import Notes
from ministrack.reports.tasks import TASK, last_reports, refs_of
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_AT_ONCE = 500  # tasks of one question
_NO_DATE = "~"  # after all dates


@dataclass(frozen=True, slots=True)
class Worklist:
    """What the sections tell. `since` is the last meeting held, from which on what is done is told."""

    words: Wording
    notes: Notes
    today: date
    tasks: Sequence[Row]
    done: Sequence[Row]
    since: Row | None
    reports: Mapping[str, Row]
    waits: Mapping[str, Sequence[str]]  # titles of the unfinished tasks that each one waits for

    def report(self, task: Row) -> Row | None:
        """What was reported last, unless that was the meeting which made the task: that is known."""
        report = self.reports.get(text(task["id"]))
        if report is None or (report["meeting"] is not None and report["meeting"] == task["made_at"]):
            return None
        return report


def gather(read: Reader, words: Wording, request: Request) -> Worklist:
    """Reads all that is told. Raises InvalidValue where what is asked for is gone."""
    about = _about(read, request)
    tasks = rows(read, "task", TASK, every((about, OneOf("status", UNFINISHED_VALUES))))
    tasks.sort(key=_by_owner)
    since = _last_held(read, request)
    finished = rows(read, "task", TASK, every((about, Not(OneOf("status", UNFINISHED_VALUES)))))
    reports: dict[str, Row] = {}
    for part in _parts([*tasks, *finished]):
        reports |= last_reports(read, part)
    done = [task for task in finished if _is_since(reports.get(text(task["id"])), since)]
    done.sort(key=lambda task: _reported(reports.get(text(task["id"]))), reverse=True)
    told = refs_of([*tasks, *done], reports)
    sources = (text(row["source"]) for row in reports.values())
    notes = Notes(read, words, told, sources)
    return Worklist(words, notes, request.today, tasks, done, since, reports, _waits(read, tasks))


def _about(read: Reader, request: Request) -> Filter:
    parts: list[Filter] = []
    if request.meeting:
        parts.append(Compare("made_at", text(meeting_row(read, request.meeting, "meeting")["id"])))
    if request.series:
        parts.append(scope("task", SharedFilter(series=(request.series,))))
    if request.party:
        parts.append(Compare("owner_party", request.party))
    return every(parts)


def _by_owner(task: Row) -> tuple[bool, str, str, str]:
    """Without an owner last; what is due first stands first."""
    owner = text(task["owner"])
    return not owner, in_alphabet(owner), text(task["due_last"]) or _NO_DATE, in_alphabet(text(task["title"]))


def _last_held(read: Reader, request: Request) -> Row | None:
    """The last meeting held, of the series where one is chosen; none where the list is of one meeting."""
    if request.meeting:
        return None
    wanted: list[Filter] = [Compare("status", MeetingStatus.HELD.value), Not(Compare("date", None))]
    if request.series:
        wanted.append(Compare("series", request.series))
    found = read.rows(ListQuery("meeting", MEETING, every(wanted), "date", descending=True), 1)
    return found[0] if found else None


def _is_since(report: Row | None, since: Row | None) -> bool:
    """Whether what was reported last may be from that meeting on; a report without a date may not."""
    return since is None or _reported(report) >= text(since["date_first"])


def _reported(report: Row | None) -> str:
    return text(report["date_first"]) if report else ""


def _waits(read: Reader, tasks: Sequence[Row]) -> Mapping[str, Sequence[str]]:
    found: list[Row] = []
    for part in _parts(tasks):
        ids = tuple(text(task["id"]) for task in part)
        found += rows(read, "dependency", ("task", "depends_on"), OneOf("task", ids))
    others = rows_of(read, "task", ("title", "status"), (text(row["depends_on"]) for row in found))
    titles = {text(row["id"]): text(row["title"]) for row in others if row["status"] in UNFINISHED_VALUES}
    waits: dict[str, list[str]] = {}
    for row in found:
        if title := titles.get(text(row["depends_on"])):
            waits.setdefault(text(row["task"]), []).append(title)
    return waits


def _parts(tasks: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (tasks[start : start + _AT_ONCE] for start in range(0, len(tasks), _AT_ONCE))


def party_name(read: Reader, request: Request) -> str:
    """What the owner is called; empty where none is chosen."""
    return read.label(Ref("party", request.party)) if request.party else ""
