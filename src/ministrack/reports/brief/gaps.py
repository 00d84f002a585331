"""What is not known yet, about this meeting and what leads to it, with the day on which to look again."""

from collections.abc import Mapping, Sequence

from ministrack.domain.dates import span
from ministrack.domain.filing import Inquiry
from ministrack.domain.filters import OneOf, every
from ministrack.domain.gaps import GAPS, Gap
from ministrack.domain.language import tr, trn
from ministrack.domain.lists import Row
from ministrack.reports.brief.gathering import Brief
from ministrack.reports.document import Block, Bullets, Heading, Line, Paragraph, Tone, Words, plain, unknown
from ministrack.reports.meetings import day
from ministrack.reports.rows import rows, text
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_BY_NAME = 3  # more records that lack the same are counted


def not_known(read: Reader, brief: Brief) -> list[Block]:
    """The section."""
    words = brief.words
    missing = _missing(read, brief)
    asked = _inquiries(read, brief)
    items = [_line(words, records, gaps) for records, gaps in _together(missing).items()]
    items += [
        _inquiry(brief, gap, row, asked[gap.key, text(row["id"])])
        for gap, found in missing
        for row in found
        if (gap.key, text(row["id"])) in asked
    ]
    heading = Heading(words("unknown.heading"))
    return [heading, Bullets(items) if items else Paragraph(plain(words("unknown.none")))]


def _missing(read: Reader, brief: Brief) -> list[tuple[Gap, list[Row]]]:
    """Each gap with the records of the note that have it."""
    subjects = _subjects(brief)
    found = [
        (gap, rows(read, gap.table, ("label",), every((OneOf("id", tuple(ids)), gap.filter))))
        for gap in GAPS
        if (ids := subjects.get(gap.table))
    ]
    return [(gap, several) for gap, several in found if several]


def _together(missing: Sequence[tuple[Gap, list[Row]]]) -> dict[tuple[str, ...], list[Gap]]:
    """What the same records lack is said once; the records by their labels."""
    joined: dict[tuple[str, ...], list[Gap]] = {}
    for gap, found in missing:
        joined.setdefault(tuple(text(row["label"]) for row in found), []).append(gap)
    return joined


def _line(words: Wording, records: Sequence[str], gaps: Sequence[Gap]) -> Line:
    if len(records) > _BY_NAME:
        said = "; ".join(trn(gap.one, gap.many, len(records)) for gap in gaps)
        return unknown(said)
    missing = ", ".join(tr(gap.missing) for gap in gaps)
    return words.line(
        "unknown.line", missing=Words(_capital(missing), Tone.UNKNOWN), records="; ".join(records)
    )


def _inquiry(brief: Brief, gap: Gap, row: Row, inquiry: Inquiry) -> Line:
    """When to look again for what one record lacks, and what was noted about it."""
    words = brief.words
    named = {"missing": tr(gap.missing), "record": text(row["label"])}
    if inquiry.again:
        is_due = (span(inquiry.again).first or "") <= brief.today.isoformat()
        again = Words(day(inquiry.again), Tone.STRONG if is_due else Tone.PLAIN)
        line = words.line("unknown.again", date=again, **named)
    else:
        line = words.line("unknown.asked", **named)
    return (*line, *_note(words, inquiry))


def _note(words: Wording, inquiry: Inquiry) -> Line:
    note = " ".join((inquiry.note or "").split())
    return (Words(words("unknown.note", note=note), Tone.MUTED),) if note else ()


def _inquiries(read: Reader, brief: Brief) -> Mapping[tuple[str, str], Inquiry]:
    ids = tuple(identity for several in _subjects(brief).values() for identity in several)
    return {(each.missing, each.subject): each for each in read.find(Inquiry, OneOf("subject", ids))}


def _subjects(brief: Brief) -> Mapping[str, Sequence[str]]:
    """The records that the note speaks of, by table."""
    return {
        "meeting": [text(row["id"]) for row in (brief.meeting, brief.last) if row],
        "delegation": [seat.delegation for seat in (*brief.coming, *brief.came)],
        "task": [text(task["id"]) for task in brief.tasks],
        "document": [document.id for document in brief.documents],
        "body": [text(row["id"]) for row in brief.bodies],
    }


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
