"""The last meeting: who came at what level, what was discussed, and how it compares with the one before."""

from ministrack.domain.delegation import Presence
from ministrack.domain.levels import MINISTER_LEVEL
from ministrack.domain.lists import Row
from ministrack.domain.meeting import ProgrammeKind
from ministrack.reports.brief.gathering import Brief
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
from ministrack.reports.meetings import about, in_place
from ministrack.reports.programme import chair_line, items_line
from ministrack.reports.rows import text
from ministrack.reports.seats import (
    Seat,
    compared,
    head_cell,
    level_cell,
    named,
    presence_cell,
    title_cell,
)
from ministrack.reports.tasks import age

_MOST = 80  # delegations; of larger meetings the rest is counted


def last_meeting(brief: Brief) -> list[Block]:
    """The section."""
    words, last = brief.words, brief.last
    if last is None:
        return [Heading(words("last.heading_none")), Paragraph(unknown(words("last.none")))]
    blocks: list[Block] = [
        Heading(words("last.heading", meeting=in_place(words, last))),
        Facts(_facts(brief, last)),
    ]
    if not brief.came:
        return [*blocks, Paragraph(unknown(words("last.no_delegations")))]
    blocks.append(_table(brief))
    if hidden := len(brief.came) - _MOST:
        blocks += [Paragraph(plain(words.count("and_more", hidden)))] if hidden > 0 else []
    return [*blocks, *_remarks(brief)]


def _facts(brief: Brief, last: Row) -> list[tuple[str, Line]]:
    words = brief.words
    name = Words(text(last["name"]), note=brief.notes.of(about(last), "date", "city", "country"))
    old = age(words, text(last["date"]), brief.today)
    held = words.line("last.ago", meeting=name, age=old) if old else (name,)
    facts: list[tuple[str, Line]] = [
        (words("last.meeting"), held),
        (words("last.chair"), chair_line(words, brief.notes, brief.chairs)),
    ]
    if last["theme"]:
        facts.append((words("standing.theme"), plain(text(last["theme"]))))
    items = ((kind, items_line(brief.notes, brief.programme, kind)) for kind in ProgrammeKind)
    return [*facts, *((words(f"last.{kind.value}"), said) for kind, said in items if said)]


def _table(brief: Brief) -> Table:
    words, before = brief.words, brief.came_before
    shares = (11, 16, 15, 13, 12) if before else (11, 18, 18, 15, 10)
    keys = ("country", "head", "title", "level", "presence")
    columns = [Column(words(f"seat.{key}"), share) for key, share in zip(keys, shares, strict=True)]
    if before:
        columns.append(Column(words("last.compared"), 16))
    return Table(
        columns,
        [_row(brief, seat, before.get(seat.party), compares=bool(before)) for seat in brief.came[:_MOST]],
    )


def _row(brief: Brief, seat: Seat, before: Seat | None, *, compares: bool) -> TableRow:
    words, notes = brief.words, brief.notes
    cells = [
        plain(seat.country),
        head_cell(words, notes, seat),
        title_cell(seat),
        level_cell(words, seat, of_ministers=brief.series.of_ministers),
        presence_cell(notes, seat),
    ]
    if compares:
        cells.append(compared(words, seat, before))
    return TableRow(cells)


def _remarks(brief: Brief) -> list[Block]:
    """What stands out in the table, and who is missing in it."""
    words = brief.words
    absent = [seat for seat in brief.came if seat.status is Presence.ABSENT]
    levels = _levels(brief) if brief.series.of_ministers else ()
    lines: list[Line] = [levels] if levels else []
    if absent:
        lines.append(words.line("last.absent", countries=Words(named(absent), Tone.STRONG)))
    recorded = {seat.party for seat in brief.came}
    missing = [name for party, name in brief.series.members.items() if party not in recorded]
    if missing:
        lines.append(words.line("last.members", countries=Words(", ".join(missing), Tone.UNKNOWN)))
    if brief.before:
        lines += _against_before(brief, brief.before)
    joined = [run for line in lines for run in (Words(" "), *line)]
    return [Paragraph(joined[1:])] if joined else []


def _levels(brief: Brief) -> Line:
    """How many were led by ministers, and who was not."""
    words = brief.words
    at_level = sum(seat.has_attended and seat.level in MINISTER_LEVEL for seat in brief.came)
    line: list[Words] = [Words(words.count("last.minister_level", at_level))] if at_level else []
    below = [seat for seat in brief.came if seat.is_below_minister]
    if below:
        said = ", ".join(
            words("last.at_level", country=seat.country, level=seat.level_name) for seat in below
        )
        line += [Words(" ")] if line else []
        line += words.line("last.below", countries=Words(said, Tone.STRONG))
    return line


def _against_before(brief: Brief, before: Row) -> list[Line]:
    words = brief.words
    where = in_place(words, before)
    if not brief.came_before:
        return [unknown(words("last.before_not_recorded", meeting=where))]
    now = {seat.party for seat in brief.came}
    gone = [seat for party, seat in brief.came_before.items() if party not in now and seat.has_attended]
    return (
        [words.line("last.gone", meeting=where, countries=Words(named(gone), Tone.UNKNOWN))] if gone else []
    )
