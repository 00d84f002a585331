"""The tables of a task list: what each owner owes, and what was done."""

from collections.abc import Iterator, Sequence

from ministrack.domain.lists import Row
from ministrack.domain.record import Ref
from ministrack.domain.task import TaskStatus
from ministrack.reports.document import (
    Block,
    Column,
    Facts,
    Heading,
    Line,
    Paragraph,
    Table,
    TableRow,
    Tone,
    Words,
    plain,
    unknown,
)
from ministrack.reports.meetings import day, in_place
from ministrack.reports.rows import label, text
from ministrack.reports.tasks import due_cell, is_overdue, since_cell, status_cell, title_cell
from ministrack.reports.worklist.gathering import Worklist

_MOST_DONE = 60


def numbers(found: Worklist) -> Facts:
    """How many tasks are open, overdue, and without what they need."""
    words, tasks = found.words, found.tasks
    late = sum(bool(is_overdue(task, found.today)) for task in tasks)
    counts = (
        ("open", len(tasks), Tone.PLAIN),
        ("overdue", late, Tone.STRONG if late else Tone.PLAIN),
        ("undated", sum(not task["due"] and not task["due_meeting"] for task in tasks), Tone.PLAIN),
        ("unowned", sum(not task["owner"] for task in tasks), Tone.PLAIN),
        ("waiting", len(found.waits), Tone.PLAIN),
    )
    return Facts(
        [(words(f"facts.{key}"), (Words(words.count("facts.count", n), tone),)) for key, n, tone in counts]
    )


def open_tasks(found: Worklist) -> list[Block]:
    """What is unfinished, under its owner."""
    words = found.words
    heading = Heading(words("open.heading"))
    if not found.tasks:
        return [heading, Paragraph(plain(words("open.none")))]
    columns = [
        Column(words("tasks.task"), 26),
        Column(words("tasks.since_column"), 14),
        Column(words("tasks.status"), 9),
        Column(words("tasks.due"), 15),
    ]
    if found.waits:
        columns.append(Column(words("open.waits"), 14))
    return [heading, Table(columns, list(_rows(found)))]


def _rows(found: Worklist) -> Iterator[TableRow]:
    owner: str | None = None
    for place, task in enumerate(found.tasks):
        if text(task["owner"]) != owner:
            owner = text(task["owner"])
            yield TableRow((_owner(found, owner, found.tasks[place:]),))
        cells = [
            title_cell(found.words, found.notes, task, found.report(task)),
            since_cell(found.words, task, found.today),
            status_cell(task, found.today),
            due_cell(found.words, task, found.today),
        ]
        if found.waits:
            cells.append(plain("; ".join(found.waits.get(text(task["id"]), ()))))
        yield TableRow(cells)


def _owner(found: Worklist, owner: str, following: Sequence[Row]) -> Line:
    """ "Türkiye: 3 open, 1 overdue"; the tasks of one owner follow one another."""
    count = late = 0
    for task in following:
        if text(task["owner"]) != owner:
            break
        count += 1
        late += bool(is_overdue(task, found.today))
    name = owner or found.words("open.no_owner")
    if late:
        said = found.words.count("open.owner_overdue", count, owner=name, overdue=str(late))
    else:
        said = found.words.count("open.owner", count, owner=name)
    return (Words(said, Tone.STRONG if owner else Tone.UNKNOWN),)


def done_tasks(found: Worklist) -> list[Block]:
    """What was finished since the last meeting."""
    words = found.words
    since = words("done.heading", meeting=in_place(words, found.since)) if found.since else ""
    heading = Heading(since or words("done.heading_all" if found.of_meeting else "done.heading_series"))
    if not found.done:
        return [] if found.of_meeting else [heading, Paragraph(plain(words("done.none")))]
    columns = [
        Column(words("tasks.task"), 26),
        Column(words("done.owner"), 14),
        Column(words("tasks.status"), 9),
        Column(words("done.reported"), 24),
    ]
    table = Table(columns, [_done(found, task) for task in found.done[:_MOST_DONE]])
    hidden = len(found.done) - _MOST_DONE
    return [heading, table, *([Paragraph(plain(words.count("done.more", hidden)))] if hidden > 0 else [])]


def _done(found: Worklist, task: Row) -> TableRow:
    words = found.words
    owner = text(task["owner"])
    return TableRow(
        (
            title_cell(words, found.notes, task, None),
            plain(owner) or unknown(words("not_known")),
            plain(label(TaskStatus, task["status"])),
            _reported(found, found.reports.get(text(task["id"]))),
        )
    )


def _reported(found: Worklist, report: Row | None) -> Line:
    """The last entry of the ledger with its date."""
    words = found.words
    if report is None:
        return unknown(words("not_recorded"))
    dated = day(text(report["date"])) or words("no_date")
    note = " ".join(text(report["note"]).split())
    said = words("tasks.reported", date=dated, note=note) if note else dated
    ref = Ref("progress", text(report["id"]))
    told = found.notes.of(ref, "note", "status", "date") or found.notes.source(text(report["source"]))
    return (Words(said, note=told),)
