"""What was adopted at the last meeting, and how far every document of the series has come."""

from ministrack.domain.meeting import Treatment
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
    unknown,
)
from ministrack.reports.documents import DONE_WITH, Followed, stage_line, treated
from ministrack.reports.rows import text

_ACTS = (Treatment.ADOPTED.value, Treatment.SIGNED.value)


def adopted(brief: Brief) -> list[Block]:
    """The section; none where no document is known and no meeting was held."""
    words = brief.words
    if brief.last is None and not brief.documents:
        return []
    blocks: list[Block] = [Heading(words("documents.heading"))]
    if brief.last is not None:
        blocks.append(Paragraph(_acts(brief)))
    if not brief.documents:
        return blocks
    columns = [Column(words("documents.document"), 7), Column(words("documents.reached"), 4)]
    if _has_treatments(brief):
        columns.append(Column(words("documents.treated"), 3))
    return [*blocks, Table(columns, [_row(brief, document) for document in brief.documents])]


def _has_treatments(brief: Brief) -> bool:
    """Whether the last meeting dealt with any of the documents: a column of nothing says nothing."""
    return any(brief.treatments.get(document.id) for document in brief.documents)


def _acts(brief: Brief) -> Line:
    """Which documents the last meeting adopted or signed; that none is recorded is not that none was."""
    done = [document for document in brief.documents if _is_act(brief, document)]
    if not done:
        return unknown(brief.words("documents.none_adopted"))
    names = ", ".join(document.title for document in done)
    return brief.words.line("documents.adopted", documents=Words(names, Tone.STRONG))


def _is_act(brief: Brief, document: Followed) -> bool:
    reached = document.stage_at(text(brief.last["id"])) if brief.last else None
    treatments = brief.treatments.get(document.id, ())
    return bool(set(treatments) & set(_ACTS)) or (reached is not None and reached["stage"] in DONE_WITH)


def _row(brief: Brief, document: Followed) -> TableRow:
    words, notes = brief.words, brief.notes
    stage = document.stages[-1] if document.stages else None
    reached = stage_line(words, notes, stage)
    told = {run.note for run in reached}
    note = notes.of(Ref("document", document.id), "title")
    title: list[Words] = [Words(document.title, note="" if note in told else note)]
    if document.initiators:
        names = ", ".join(text(row["party_name"]) for row in document.initiators)
        note = notes.of(Ref("document_party", text(document.initiators[0]["id"])), "party", "role")
        said = words("documents.initiated", countries=names)
        title += [Words(" "), Words(said, Tone.MUTED, "" if note in told else note)]
    cells: list[Line] = [title, reached]
    if _has_treatments(brief):
        cells.append(treated(brief.treatments.get(document.id, ())))
    return TableRow(cells)
