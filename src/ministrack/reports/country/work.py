"""What a party hosted, which documents it is bound up with, what it owes, and the bodies it sits in."""

from ministrack.domain.body import BodyKind
from ministrack.domain.document import DocumentRole
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.reports.country.gathering import Sheet
from ministrack.reports.document import (
    Block,
    Bullets,
    Column,
    Heading,
    Line,
    Paragraph,
    Table,
    TableRow,
    Words,
    plain,
    unknown,
)
from ministrack.reports.documents import Followed, stage_line
from ministrack.reports.meetings import about, place, when
from ministrack.reports.rows import label, text
from ministrack.reports.tasks import due_cell, since_cell, status_cell, title_cell


def hosted(sheet: Sheet) -> list[Block]:
    """The meetings that it hosts or that take place in it; none where there are none."""
    if not sheet.hosted:
        return []
    return [Heading(sheet.words("hosted.heading")), Bullets([_hosted(sheet, row) for row in sheet.hosted])]


def documents(sheet: Sheet) -> list[Block]:
    """Those that it is a party to or brought forward."""
    words = sheet.words
    heading = Heading(words("documents.heading"))
    if not sheet.documents:
        return [heading, Paragraph(unknown(words("documents.none")))]
    columns = [
        Column(words("documents.document"), 5),
        Column(words("documents.role"), 2),
        Column(words("documents.reached"), 4),
    ]
    return [heading, Table(columns, [_document(sheet, each) for each in sheet.documents])]


def tasks(sheet: Sheet) -> list[Block]:
    """What it owes, then how many it has done with."""
    words = sheet.words
    blocks: list[Block] = [Heading(words("tasks.heading"))]
    owed = [task for task in sheet.tasks if task["status"] in UNFINISHED_VALUES]
    if owed:
        columns = [
            Column(words("tasks.task"), 6),
            Column(words("tasks.since_column"), 3),
            Column(words("tasks.status"), 2),
            Column(words("tasks.due"), 3),
        ]
        blocks.append(Table(columns, [_task(sheet, task) for task in owed]))
    else:
        blocks.append(Paragraph(plain(words("tasks.none"))))
    if over := len(sheet.tasks) - len(owed):
        blocks.append(Paragraph(plain(words.count("tasks.over", over))))
    return blocks


def bodies(sheet: Sheet) -> list[Block]:
    """Those in which it sits, or which it set up or asked for."""
    words = sheet.words
    heading = Heading(words("bodies.heading"))
    if not sheet.bodies:
        return [heading, Paragraph(unknown(words("bodies.none")))]
    return [heading, Bullets([_body(sheet, row) for row in sheet.bodies])]


def _hosted(sheet: Sheet, meeting: Row) -> Line:
    words = sheet.words
    note = sheet.notes.of(about(meeting), "host", "country", "city")
    said = ", ".join(part for part in (text(meeting["name"]), place(meeting), when(meeting)) if part)
    status = label(MeetingStatus, meeting["status"]).lower()
    if meeting["host"] == sheet.id:
        return words.line("hosted.host", meeting=Words(said, note=note), status=status)
    if not meeting["host"]:
        return words.line("hosted.place_host_unknown", meeting=Words(said, note=note), status=status)
    host = text(meeting["host_name"])
    return words.line("hosted.place", meeting=Words(said, note=note), status=status, host=host)


def _document(sheet: Sheet, document: Followed) -> TableRow:
    roles = ", ".join(label(DocumentRole, role) for role in sheet.roles.get(document.id, ()))
    title = Words(document.title, note=sheet.notes.of(Ref("document", document.id), "title"))
    stage = document.stages[-1] if document.stages else None
    return TableRow(((title,), plain(roles), stage_line(sheet.words, sheet.notes, stage)))


def _task(sheet: Sheet, task: Row) -> TableRow:
    words, today = sheet.words, sheet.today
    title = title_cell(words, sheet.notes, task, sheet.reports.get(text(task["id"])))
    cells = (title, since_cell(words, task, today), status_cell(task, today), due_cell(words, task, today))
    return TableRow(cells)


def _body(sheet: Sheet, body: Row) -> Line:
    words = sheet.words
    ties = (
        ("member", body["id"] in sheet.member_of),
        ("founder", body["set_up_by"] == sheet.id),
        ("initiator", body["initiated_by"] == sheet.id),
    )
    said = ", ".join(words(f"bodies.{key}") for key, holds in ties if holds)
    note = sheet.notes.of(Ref("body", text(body["id"])), "name", "mandate")
    kind = label(BodyKind, body["kind"]).lower()
    line = words.line("bodies.line", body=Words(text(body["name"]), note=note), kind=kind, role=said)
    mandate = " ".join(text(body["mandate"]).split())
    return (*line, Words(words("bodies.mandate", mandate=mandate))) if mandate else line
