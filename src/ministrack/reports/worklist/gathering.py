"""What a task list is made from: read in a fixed number of questions for each few hundred tasks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ministrack.domain.filters import Compare, Filter, Not, OneOf, SharedFilter, every
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.protocol import in_alphabet
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.domain.values import dataclass
from ministrack.reports.meetings import meeting_row
from ministrack.reports.request import Request
from ministrack.reports.rows import rows, rows_of, text
from ministrack.reports.sourcing import Notes
from ministrack.reports.tasks import TASK, last_reports, refs_of
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_AT_ONCE = 500  # tasks of one question
_HELD = ("name", "series", "date", "date_first", "city", "country_name")
_NO_DATE = "~"  # after all dates


@dataclass(frozen=True, slots=True)
class Worklist:
    """What the sections tell. `since` is the last meeting held, from which on what is done is told.

    It is None where that is another one for each series, or the list is of one meeting: `of_meeting`.
    """

    words: Wording
    notes: Notes
    today: date
    tasks: Sequence[Row]
    done: Sequence[Row]
    since: Row | None
    of_meeting: bool
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
    held = [] if request.meeting else _held(read, request)
    finished = rows(read, "task", TASK, every((about, Not(OneOf("status", UNFINISHED_VALUES)))))
    reports: dict[str, Row] = {}
    for part in _parts([*tasks, *finished]):
        reports |= last_reports(read, part)
    begins = _begins(held, finished)
    done = [task for task in finished if _reported(reports.get(text(task["id"]))) >= begins[text(task["id"])]]
    done.sort(key=lambda task: _reported(reports.get(text(task["id"]))), reverse=True)
    told = refs_of([*tasks, *done], reports)
    sources = (text(row["source"]) for row in reports.values())
    notes = Notes(read, words, told, sources)
    is_one = len({row["series"] for row in held}) == 1
    return Worklist(
        words=words,
        notes=notes,
        today=request.today,
        tasks=tasks,
        done=done,
        since=held[-1] if is_one else None,
        of_meeting=bool(request.meeting) or not held,
        reports=reports,
        waits=_waits(read, tasks),
    )


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


def _held(read: Reader, request: Request) -> list[Row]:
    """The meetings held, of the series where one is chosen, the last one last."""
    wanted: list[Filter] = [Compare("status", MeetingStatus.HELD.value), Not(Compare("date", None))]
    if request.series:
        wanted.append(Compare("series", request.series))
    return rows(read, "meeting", _HELD, every(wanted), "date")


def _begins(held: Sequence[Row], finished: Sequence[Row]) -> Mapping[str, str]:
    """By task, from which day on it is told: that of the last meeting of its series, else of the last one.

    A bilateral meeting of yesterday is no reason to pass over what a yearly series got done.
    """
    series = {text(row["id"]): row["series"] for row in held}
    last = {row["series"]: text(row["date_first"]) for row in held}
    of_all = text(held[-1]["date_first"]) if held else ""
    return {
        text(task["id"]): last[series[made]] if (made := text(task["made_at"])) in series else of_all
        for task in finished
    }


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
