"""Who is named for the meeting to come, and who led the same party at the last one."""

from collections.abc import Mapping

from ministrack.reports.brief.gathering import Brief
from ministrack.reports.document import Block, Column, Heading, Paragraph, Table, TableRow, plain, unknown
from ministrack.reports.seats import Seat, came_cell, head_cell, level_cell, presence_cell

_MOST = 80  # delegations; of larger meetings the rest is counted


def expected(brief: Brief) -> list[Block]:
    """The section; none where nobody is named yet."""
    words = brief.words
    if not brief.coming:
        return []
    columns = [
        Column(words("seat.country"), 12),
        Column(words("seat.head"), 15),
        Column(words("seat.level"), 12),
        Column(words("seat.presence"), 11),
    ]
    if brief.came:
        columns.append(Column(words("expected.at_last"), 15))
    came = {seat.party: seat for seat in brief.came}
    blocks: list[Block] = [
        Heading(words("expected.heading")),
        Table(columns, [_row(brief, seat, came) for seat in brief.coming[:_MOST]]),
    ]
    hidden = len(brief.coming) - _MOST
    blocks += [Paragraph(plain(words.count("and_more", hidden)))] if hidden > 0 else []
    named = {seat.party for seat in brief.coming}
    if missing := [name for party, name in brief.series.members.items() if party not in named]:
        blocks.append(Paragraph(unknown(words("expected.members", countries=", ".join(missing)))))
    return blocks


def _row(brief: Brief, seat: Seat, came: Mapping[str, Seat]) -> TableRow:
    words, notes = brief.words, brief.notes
    cells = [
        plain(seat.country),
        head_cell(words, notes, seat),
        level_cell(words, seat, of_ministers=brief.series.of_ministers),
        presence_cell(notes, seat),
    ]
    if came:
        cells.append(came_cell(words, came.get(seat.party), of_ministers=brief.series.of_ministers))
    return TableRow(cells)
