"""Papers as plain text, for tests that read them, and what such tests do to a dossier."""

from collections.abc import Iterable

from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Record, Ref
from ministrack.edits.changes import Edit
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Workspace
from ministrack.reports.document import Block, Bullets, Facts, Heading, Line, Paper, Paragraph, Table, Tone


def add(workspace: Workspace, *records: Record) -> None:
    """Stores records, each after those it points at."""
    workspace.run(Edit("Fill", lambda writer: writer.add_all(records)))


def change(workspace: Workspace, ref: Ref, **new: object) -> None:
    """Changes fields of a record."""
    workspace.run(change_record(workspace.read, ref, new=new))


def numbered(workspace: Workspace, number: int) -> Ref:
    """The meeting with this number."""
    (found,) = workspace.read.find(Meeting, Compare("number", number))
    return Ref("meeting", found.id)


def starting(lines: Iterable[str], begin: str) -> str:
    """The one line that begins so."""
    (found,) = [line for line in lines if line.startswith(begin)]
    return found


def said(line: Line) -> str:
    """The words of a line; what nobody knows stands in question marks, what stands out in stars."""
    marks = {Tone.UNKNOWN: "?", Tone.STRONG: "*"}
    return "".join(f"{(mark := marks.get(words.tone, ''))}{words.text}{mark}" for words in line)


def told(paper: Paper) -> dict[str, list[str]]:
    """The lines of each section, by its heading; cells of a table with bars between them."""
    sections: dict[str, list[str]] = {"": []}
    heading = ""
    for block in paper.blocks:
        if isinstance(block, Heading):
            heading = block.text
            sections[heading] = []
        else:
            sections[heading] += _lines(block)
    return sections


def _lines(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [said(block.line)]
    if isinstance(block, Bullets):
        return [said(line) for line in block.items]
    if isinstance(block, Facts):
        return [f"{name}: {said(line)}" for name, line in block.rows]
    if isinstance(block, Table):
        head = " | ".join(column.title for column in block.columns)
        return [head, *(" | ".join(said(cell) for cell in row.cells) for row in block.rows)]
    return []
