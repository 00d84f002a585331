"""Open tasks by owner: since when, how far, by when, and what is overdue."""

from collections.abc import Iterable

from ministrack.domain.lists import Row
from ministrack.reports.brief.gathering import Brief
from ministrack.reports.document import (
    Block,
    Column,
    Heading,
    Line,
    Paragraph,
    Table,
    TableRow,
    Tone,
    Words,
    plain,
)
from ministrack.reports.rows import text
from ministrack.reports.tasks import due_cell, is_overdue, since_cell, status_cell, title_cell


def owed(brief: Brief) -> list[Block]:
    """The section."""
    words = brief.words
    heading = Heading(words("tasks.heading"))
    if not brief.tasks:
        return [heading, Paragraph(plain(words("tasks.none")))]
    columns = [
        Column(words("tasks.task"), 6),
        Column(words("tasks.since_column"), 3),
        Column(words("tasks.status"), 2),
        Column(words("tasks.due"), 3),
    ]
    blocks: list[Block] = [heading, Table(columns, list(_rows(brief)))]
    if brief.more_tasks:
        blocks.append(Paragraph(plain(words.count("tasks.more", brief.more_tasks))))
    return blocks


def by_owner(tasks: Iterable[Row]) -> dict[str, list[Row]]:
    """The tasks of each owner, those without one last; within, what is due first stands first."""
    groups: dict[str, list[Row]] = {}
    for task in tasks:
        groups.setdefault(text(task["owner"]), []).append(task)
    without = groups.pop("", None)
    return groups if without is None else {**groups, "": without}


def _rows(brief: Brief) -> Iterable[TableRow]:
    last = text(brief.last["id"]) if brief.last else ""
    for owner, tasks in by_owner(brief.tasks).items():
        yield TableRow((_owner(brief, owner, tasks),))
        for task in tasks:
            yield TableRow(
                (
                    title_cell(brief.words, brief.notes, task, brief.reports.get(text(task["id"]))),
                    since_cell(brief.words, task, brief.today, last),
                    status_cell(task, brief.today),
                    due_cell(brief.words, task, brief.today, text(brief.meeting["id"])),
                )
            )


def _owner(brief: Brief, owner: str, tasks: list[Row]) -> Line:
    name = Words(owner, Tone.STRONG) if owner else Words(brief.words("tasks.no_owner"), Tone.UNKNOWN)
    late = sum(bool(is_overdue(task, brief.today)) for task in tasks)
    if not late:
        return (name,)
    return (name, Words(", "), Words(brief.words.count("standing.overdue", late), Tone.STRONG))
