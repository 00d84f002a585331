"""What a calendar shows: meetings and due tasks that are known to the day, and meetings that are not."""

from collections.abc import Mapping
from datetime import date, timedelta

from ministrack.domain.date_spans import Precision
from ministrack.domain.dates import explain
from ministrack.domain.filters import Compare, Comparison, Every, Filter, Not, Overlaps, SharedFilter, Some
from ministrack.domain.known_days import known_days
from ministrack.domain.language import interface_language, tr
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.task import TaskStatus
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.ui.models.cells import written
from ministrack.ui.naming import dotted
from ministrack.ui.style.theme import Tone
from ministrack.ui.tones import of_choice, of_task

MOST = 5000  # entries of one kind that a month shows
LONGEST = timedelta(days=400)  # of what stands on days; whatever lasts longer has no day to speak of
_MEETING = ("name", "city", "country_name", "series_name", "status", "date", "date_first")
_TASK = ("title", "owner", "status", "due", "due_last")
_ICONS: Mapping[str, str] = {
    MeetingStatus.PLANNED.value: "circle-dashed",
    MeetingStatus.ANNOUNCED.value: "circle-dashed",
    MeetingStatus.CONFIRMED.value: "circle-dot",
    MeetingStatus.HELD.value: "circle-check",
    MeetingStatus.POSTPONED.value: "clock",
    MeetingStatus.CANCELLED.value: "ban",
    TaskStatus.OPEN.value: "circle",
    TaskStatus.IN_PROGRESS.value: "refresh-cw",
    TaskStatus.PARTLY.value: "refresh-cw",
    TaskStatus.DONE.value: "check",
    TaskStatus.DROPPED.value: "minus",
    TaskStatus.SUPERSEDED.value: "minus",
}
"""The sign of each status; the word stands in tooltips and lists."""
_LATE, _OTHER = "triangle-alert", "circle-dot"


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting or a due task, as a block, a line of a list, and in words."""

    ref: Ref
    title: str
    place: str
    series: str  # of a task: its owner
    status: str
    said: str  # the status in words
    tone: Tone
    icon: str
    edtf: str | None
    first: date | None = None  # where it is known to the day
    last: date | None = None

    @property
    def is_meeting(self) -> bool:
        """Whether it is a meeting and no task."""
        return self.ref.table == "meeting"

    @property
    def is_open(self) -> bool:
        """Whether it is still to come, and so drawn with a broken edge."""
        return self.tone is Tone.PLANNED

    @property
    def is_off(self) -> bool:
        """Whether it will not take place."""
        return self.status == MeetingStatus.CANCELLED.value

    @property
    def short(self) -> str:
        """What a block says: the place first, since names of one series begin alike."""
        return dotted((self.place, self.title))

    @property
    def spoken(self) -> str:
        """The whole entry in words."""
        kind = "" if self.is_meeting else tr("task due")
        parts = (kind, self.title, self.place, self.said.lower())
        return ", ".join(part for part in parts if part)

    @property
    def tip(self) -> str:
        """More than a block has room for."""
        meaning = explain(self.edtf or "", interface_language())
        lines = (self.title, dotted((self.series, self.place)), self.said, meaning)
        return "\n".join(line for line in lines if line)


def meetings_between(read: Reader, shared: SharedFilter, first: date, last: date) -> list[Entry]:
    """The meetings known to the day that take place on one of the days."""
    own = scope("meeting", shared)
    # Asked one after the other: each is then a narrow range of an index.
    queries = [ListQuery("meeting", _MEETING, Every((own, part)), "date") for part in _known(first, last)]
    found = (_meeting(row) for query in queries for row in read.rows(query, MOST))
    return [entry for entry in found if entry.first is not None]


def tasks_between(read: Reader, shared: SharedFilter, first: date, last: date) -> list[Entry]:
    """The tasks that are due on one of the days."""
    wanted = Every(
        (scope("task", shared), Compare("due_precision", Precision.DAY.value), *_begins("due", first, last))
    )
    found = (_task(row) for row in read.rows(ListQuery("task", _TASK, wanted, "due"), MOST))
    return [entry for entry in found if entry.first is not None]


def loose_between(
    read: Reader, shared: SharedFilter, first: date, last: date, most: int
) -> tuple[list[Entry], int]:
    """Meetings that may take place in the period, but nobody knows the day; and how many there are."""
    wanted = Every(
        (scope("meeting", shared), Not(_TO_THE_DAY), Overlaps("date", first.isoformat(), last.isoformat()))
    )
    found = [_meeting(row) for row in read.rows(ListQuery("meeting", _MEETING, wanted, "date"), most)]
    kept = [entry for entry in found if entry.first is None]
    total = len(kept) if len(found) < most else read.count("meeting", wanted)
    return kept, total


def undated(read: Reader, shared: SharedFilter, most: int) -> tuple[list[Entry], int]:
    """Meetings without a date, those that were held last, and how many there are."""
    wanted = Every((scope("meeting", shared), Compare("date_first", None)))
    held = Compare("status", MeetingStatus.HELD.value)
    found: list[Entry] = []
    for which in (Not(held), held):
        query = ListQuery("meeting", _MEETING, Every((wanted, which)))
        found += [_meeting(row) for row in read.rows(query, most - len(found))]
    return found, len(found) if len(found) < most else read.count("meeting", wanted)


def known_between(shared: SharedFilter, first: date, last: date) -> Filter:
    """Meetings on a day of the period, and those of several days that touch it."""
    return Every((scope("meeting", shared), Some(_known(first, last))))


def _known(first: date, last: date) -> tuple[Filter, Filter]:
    """On one day; on several days, of which the first may lie before the period."""
    several = (
        Compare("date_precision", Precision.INTERVAL.value),
        Compare("date_last", (first - timedelta(days=1)).isoformat(), Comparison.ABOVE),
        *_begins("date", first - LONGEST, last),
    )
    return Every((_TO_THE_DAY, *_begins("date", first, last))), Every(several)


_TO_THE_DAY = Compare("date_precision", Precision.DAY.value)


def _begins(field: str, first: date, last: date) -> tuple[Filter, Filter]:
    """It begins within the period: a narrow range of an index."""
    before, after = first - timedelta(days=1), last + timedelta(days=1)
    return (
        Compare(f"{field}_first", before.isoformat(), Comparison.ABOVE),
        Compare(f"{field}_first", after.isoformat(), Comparison.BELOW),
    )


def meeting_entry(read: Reader, identity: str) -> Entry | None:
    """One meeting, or None when it is gone."""
    row = read.row(Ref("meeting", identity), _MEETING)
    return _meeting(row) if row else None


def _meeting(row: Row) -> Entry:
    status = str(row["status"])
    said, tone = of_choice(MeetingStatus, status)
    edtf = str(row["date"]) if row["date"] else None
    days = known_days(edtf) if edtf else None
    if days is not None and days[1] - days[0] > LONGEST:
        days = None
    return Entry(
        Ref("meeting", str(row["id"])),
        written(row["name"]),
        written(row["city"] or row["country_name"]),
        written(row["series_name"]),
        status,
        said,
        tone,
        _ICONS.get(status, _OTHER),
        edtf,
        *(days or ()),
    )


def _task(row: Row) -> Entry:
    status = str(row["status"])
    said, tone = of_task(row)
    edtf = str(row["due"] or row["due_last"])
    day = date.fromisoformat(str(row["due_last"]))
    return Entry(
        Ref("task", str(row["id"])),
        written(row["title"]),
        "",
        written(row["owner"]),
        status,
        said,
        tone,
        _LATE if tone is Tone.OVERDUE else _ICONS.get(status, _OTHER),
        edtf,
        day,
        day,
    )
