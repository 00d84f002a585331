"""Open tasks by owner: since when, how far, by when, and what is overdue."""

from collections.abc import Iterable

from ministrack.domain.lists import Row
from ministrack.domain.record import Ref
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
    unknown,
)
from ministrack.reports.rows import text
from ministrack.reports.tasks import due_cell, since_cell, status_cell, title_cell

_MOST_DONE = 10  # tasks; more are counted


def owed(brief: Brief) -> list[Block]:
    """The section."""
    words = brief.words
    heading = Heading(words("tasks.heading"))
    done = [Paragraph(_done(brief))] if brief.done else []
    if not brief.tasks:
        return [heading, Paragraph(plain(words("tasks.none"))), *done]
    columns = [
        Column(words("tasks.owner"), 12),
        Column(words("tasks.task"), 29),
        Column(words("tasks.since_column"), 13),
        Column(words("tasks.status"), 10),
        Column(words("tasks.due"), 12),
    ]
    blocks: list[Block] = [heading, Table(columns, list(_rows(brief)))]
    if brief.more_tasks:
        blocks.append(Paragraph(plain(words.count("tasks.more", brief.more_tasks))))
    if not any(_is_news(brief, task) for task in brief.tasks):
        blocks.append(Paragraph(unknown(words("tasks.no_news"))))
    return [*blocks, *done]


def _done(brief: Brief) -> Line:
    """What was kept since the last meeting, and by whom."""
    words, notes = brief.words, brief.notes
    line: list[Words] = []
    for task in brief.done[:_MOST_DONE]:
        title = Words(text(task["title"]), note=notes.of(Ref("task", text(task["id"])), "title"))
        owner = text(task["owner"])
        line += [Words("; ")] if line else []
        line += words.line("tasks.done_by", task=title, owner=owner) if owner else (title,)
    if (hidden := len(brief.done) - _MOST_DONE) > 0:
        line += [Words("; "), Words(words.count("and_more", hidden))]
    return words.line("tasks.done", tasks=line)


def by_owner(tasks: Iterable[Row]) -> dict[str, list[Row]]:
    """The tasks of each owner, those without one last; within, what is due first stands first."""
    groups: dict[str, list[Row]] = {}
    for task in tasks:
        groups.setdefault(text(task["owner"]), []).append(task)
    without = groups.pop("", None)
    return groups if without is None else {**groups, "": without}


def _rows(brief: Brief) -> Iterable[TableRow]:
    words, today = brief.words, brief.today
    last, meeting = text(brief.last["id"]) if brief.last else "", text(brief.meeting["id"])
    for owner, tasks in by_owner(brief.tasks).items():
        named: Line = (Words(owner, Tone.STRONG),) if owner else unknown(words("not_known"))
        for task in tasks:
            report = brief.reports.get(text(task["id"])) if _is_news(brief, task) else None
            yield TableRow(
                (
                    named,
                    title_cell(words, brief.notes, task, report),
                    since_cell(words, task, today, last),
                    status_cell(task, today),
                    due_cell(words, task, today, meeting),
                )
            )


def _is_news(brief: Brief, task: Row) -> bool:
    """Whether anything was reported after the meeting that made the task: what was said there is known."""
    report = brief.reports.get(text(task["id"]))
    return report is not None and (report["meeting"] is None or report["meeting"] != task["made_at"])
