"""What two meetings dealt with: topics, documents, and what became of the promises of the first one."""

from collections import Counter
from collections.abc import Mapping

from ministrack.domain.document import Stage
from ministrack.domain.lists import Row
from ministrack.domain.meeting import ProgrammeKind
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.domain.task import TaskStatus
from ministrack.reports.compare.gathering import Pair, Side
from ministrack.reports.document import (
    Block,
    Bullets,
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
from ministrack.reports.documents import Followed, stage_line, treated
from ministrack.reports.meetings import day
from ministrack.reports.rows import label, text
from ministrack.reports.tasks import due_cell, is_overdue, status_cell, title_cell

_MOST_NEW = 12  # tasks of the second meeting; more are counted


def topics(pair: Pair) -> list[Block]:
    """What was on both programmes, and on one alone."""
    words = pair.words
    first, second = _sessions(pair.first), _sessions(pair.second)
    heading = Heading(words("topics.heading"))
    missing: list[Block] = [
        Paragraph(unknown(words("topics.not_recorded", meeting=side.name)))
        for side, known in ((pair.first, first), (pair.second, second))
        if not known
    ]
    if missing:
        groups = [(side.name, list(_sessions(side).values())) for side in pair.sides]
    else:
        groups = _compared(pair, first, second)
    facts = [(name, _titles(pair, found)) for name, found in groups if found]
    return [heading, *missing, *([Facts(facts)] if facts else [])]


def _compared(pair: Pair, first: Mapping[str, Row], second: Mapping[str, Row]) -> list[tuple[str, list[Row]]]:
    words = pair.words
    return [
        (words("topics.both"), [row for key, row in second.items() if key in first]),
        (words("topics.earlier"), [row for key, row in first.items() if key not in second]),
        (words("topics.later"), [row for key, row in second.items() if key not in first]),
    ]


def documents(pair: Pair) -> list[Block]:
    """What each meeting did with documents, and where they stand."""
    words = pair.words
    heading = Heading(words("documents.heading"))
    if not pair.documents:
        return [heading, Paragraph(unknown(words("documents.none")))]
    columns = [
        Column(words("documents.document"), 6),
        Column(pair.first.name, 3),
        Column(pair.second.name, 3),
        Column(words("documents.reached"), 4),
    ]
    return [heading, Table(columns, [_document(pair, document) for document in pair.documents])]


def promises(pair: Pair) -> list[Block]:
    """What was promised at the first meeting and what became of it; what the second one added."""
    words, first, second = pair.words, pair.first, pair.second
    blocks: list[Block] = [Heading(words("promises.heading"))]
    if first.tasks:
        columns = [
            Column(words("tasks.task"), 6),
            Column(words("promises.owner"), 3),
            Column(words("tasks.due"), 3),
            Column(words("promises.became"), 2),
        ]
        blocks += [
            Paragraph(_summary(pair)),
            Table(columns, [_task(pair, task) for task in first.tasks]),
        ]
    else:
        blocks.append(Paragraph(unknown(words("promises.none"))))
    if second.tasks:
        blocks += [Heading(words("promises.new")), _new(pair)]
    return blocks


def _sessions(side: Side) -> dict[str, Row]:
    """By their folded titles: the same topic is often written a little differently."""
    found = (row for row in side.programme if row["kind"] == ProgrammeKind.SESSION.value)
    return {fold(text(row["title"])) or text(row["title"]): row for row in found}


def _titles(pair: Pair, found: list[Row]) -> Line:
    line: list[Words] = []
    for row in found:
        note = pair.notes.of(Ref("programme_item", text(row["id"])), "title")
        line += [*([Words("; ")] if line else []), Words(text(row["title"]), note=note)]
    return line


def _document(pair: Pair, document: Followed) -> TableRow:
    words, notes = pair.words, pair.notes
    reached = stage_line(words, notes, document.stages[-1] if document.stages else None)
    return TableRow((plain(document.title), *(_dealt(side, document) for side in pair.sides), reached))


def _dealt(side: Side, document: Followed) -> Line:
    """What the meeting did with it, and the stage that it reached there where that says more."""
    treatments = side.treatments.get(document.id, ())
    stage = document.stage_at(side.id)
    line = treated(treatments)
    if stage is None or stage["stage"] in treatments:
        return line
    reached = label(Stage, stage["stage"])
    return (*line, Words("; "), Words(reached.lower())) if line else plain(reached)


def _summary(pair: Pair) -> Line:
    """ "5 in all: 2 done, 1 dropped, 2 still open, 1 overdue." """
    words, tasks = pair.words, pair.first.tasks
    counts = Counter(text(task["status"]) for task in tasks)
    said = ", ".join(
        words.count(f"promises.{status.value}", counts[status.value])
        for status in TaskStatus
        if counts[status.value]
    )
    line = words.line("promises.summary", len(tasks), statuses=said)
    late = sum(bool(is_overdue(task, pair.today)) for task in tasks)
    return (*line, Words(" "), Words(words.count("promises.overdue", late), Tone.STRONG)) if late else line


def _task(pair: Pair, task: Row) -> TableRow:
    words = pair.words
    owner = plain(text(task["owner"])) or unknown(words("not_known"))
    title = title_cell(words, pair.notes, task, pair.reports.get(text(task["id"])))
    return TableRow((title, owner, due_cell(words, task, pair.today), _became(pair, task)))


def _became(pair: Pair, task: Row) -> Line:
    """The status now; of what was done also when, unless a note beside the task says that."""
    status = status_cell(task, pair.today)
    report = pair.reports.get(text(task["id"]))
    if task["status"] != TaskStatus.DONE.value or report is None or not report["date"] or report["note"]:
        return status
    return pair.words.line("promises.on", status=status, date=day(text(report["date"])))


def _new(pair: Pair) -> Bullets:
    tasks = pair.second.tasks
    items: list[Line] = [_named(pair, task) for task in tasks[:_MOST_NEW]]
    hidden = len(tasks) - _MOST_NEW
    return Bullets([*items, plain(pair.words.count("and_more", hidden))] if hidden > 0 else items)


def _named(pair: Pair, task: Row) -> Line:
    title = Words(text(task["title"]), note=pair.notes.of(Ref("task", text(task["id"])), "title"))
    owner = text(task["owner"])
    return pair.words.line("promises.owned", task=title, owner=owner) if owner else (title,)
