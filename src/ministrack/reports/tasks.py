"""Tasks as papers show them: since when, how far, by when, and what was reported last."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from ministrack.domain.dates import show, span
from ministrack.domain.filters import OneOf
from ministrack.domain.language import interface_language
from ministrack.domain.lists import Row
from ministrack.domain.record import Ref
from ministrack.domain.task import TaskKind, TaskStatus, days_overdue
from ministrack.reports.document import Line, Tone, Words, plain, unknown
from ministrack.reports.meetings import day
from ministrack.reports.rows import label, rows, text
from ministrack.reports.sourcing import Notes
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

TASK = (
    "title", "kind", "status", "due", "due_last", "due_meeting", "made_at", "made_name", "made_city",
    "made_country_name", "made_date", "from_document", "document_title", "owner", "owner_party", "owner_body",
    "owner_person", "before_name",
)  # fmt: skip
"""The columns that a paper knows of a task."""

_PROGRESS = (
    "task",
    "date",
    "date_first",
    "note",
    "status",
    "source",
    "meeting",
)
_MONTHS = 12
_DAYS = 60  # what is younger is counted in days
_YEARS = 36  # months; what is older is counted in years


def last_reports(read: Reader, tasks: Sequence[Row]) -> dict[str, Row]:
    """The last entry of the ledger of each task that has one."""
    ids = tuple(text(task["id"]) for task in tasks)
    found = rows(read, "progress", _PROGRESS, OneOf("task", ids))
    by_age = sorted(found, key=lambda row: (text(row["date_first"]), text(row["id"])))
    return {text(row["task"]): row for row in by_age}


def refs_of(tasks: Iterable[Row], reports: Mapping[str, Row]) -> list[Ref]:
    """What sources may speak of."""
    found = [Ref("task", text(task["id"])) for task in tasks]
    return [*found, *(Ref("progress", text(row["id"])) for row in reports.values())]


def is_own_work(task: Row) -> bool:
    """Whether it is a note of one's own, which no meeting agreed and nobody else needs to see."""
    return task["kind"] == TaskKind.OWN_WORK.value


def is_overdue(task: Row, today: date) -> int:
    """For how many days; 0 where it is not."""
    return days_overdue(task["status"], task["due_last"], today)


def title_cell(words: Wording, notes: Notes, task: Row, report: Row | None) -> Line:
    """The task with its source, and what was reported of it last."""
    told = notes.of(Ref("task", text(task["id"])), "title", "made_at")
    title = Words(text(task["title"]), note=told)
    if report is None or not report["note"]:
        return (title,)
    said = " ".join(text(report["note"]).split())
    dated = show(text(report["date"]), interface_language()) if report["date"] else words("no_date")
    note = notes.of(Ref("progress", text(report["id"])), "note", "status") or notes.source(
        text(report["source"])
    )
    reported = words("tasks.reported", date=dated, note=said)
    return (title, Words(" "), Words(reported, Tone.MUTED, "" if note == told else note))


def status_cell(task: Row, today: date) -> Line:
    """The status in words; overdue stands out."""
    status = label(TaskStatus, task["status"])
    return (Words(status, Tone.STRONG if is_overdue(task, today) else Tone.PLAIN),)


def due_cell(words: Wording, task: Row, today: date, meeting: str = "") -> Line:
    """By when: a date, or before which meeting; `meeting` is the one the paper is about."""
    if late := is_overdue(task, today):
        long = _long(words, today - timedelta(days=late), today)
        overdue = Words(words("tasks.overdue", age=long), Tone.STRONG)
        return (*_due(words, task, meeting), Words(", "), overdue)
    return _due(words, task, meeting)


def since_cell(words: Wording, task: Row, today: date, last: str = "") -> Line:
    """ "Baku, 12 months"; where it was made before the `last` meeting, that it is carried over."""
    made = text(task["made_city"]) or text(task["made_country_name"]) or text(task["made_name"])
    if not made:
        return unknown(words("not_recorded"))
    old = age(words, text(task["made_date"]), today)
    is_carried = bool(last) and task["made_at"] != last
    if is_carried and task["made_date"]:
        made = words("meeting.dated", meeting=made, date=show(text(task["made_date"]), interface_language()))
    said = words("tasks.since", meeting=made, age=old) if old else made
    return plain(said) if not is_carried else words.line("tasks.carried", since=said)


def age(words: Wording, edtf: str, today: date) -> str:
    """For how long something made on a date has been open; "at least" where the day is not known.

    Empty where the date is not known, or may still be to come.
    """

    covered = span(edtf) if edtf else None
    if covered is None or covered.last is None or covered.last >= today.isoformat():
        return ""
    said = _long(words, date.fromisoformat(covered.last), today)
    is_sure = covered.first is not None and not covered.uncertain and not covered.approximate
    if is_sure and said == _long(words, date.fromisoformat(covered.first or ""), today):
        return said
    return words("age.at_least", age=said)


def _long(words: Wording, since: date, today: date) -> str:
    days = (today - since).days
    if days <= _DAYS:
        return words.count("age.days", days)
    months = (today.year - since.year) * _MONTHS + today.month - since.month - (today.day < since.day)
    if months >= _YEARS:
        return words.count("age.years", months // _MONTHS)
    return words.count("age.months", months)


def _due(words: Wording, task: Row, meeting: str) -> Line:
    if task["due_meeting"]:
        if task["due_meeting"] == meeting:
            return plain(words("tasks.before_this"))
        before = text(task["before_name"])
        return words.line("tasks.before", meeting=before)
    if task["due"]:
        return plain(day(text(task["due"])))
    return unknown(words("no_date"))
