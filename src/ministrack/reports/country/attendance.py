"""A party through the meetings: who led it, at what level, and whether that went up or down."""

from collections.abc import Iterator, Sequence

from ministrack.domain.attendance import Trend, trend
from ministrack.domain.delegation import Presence
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.reports.country.gathering import Sheet
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
from ministrack.reports.meetings import about, in_short, when
from ministrack.reports.rows import text
from ministrack.reports.seats import Seat, head_cell, level_cell, presence_cell, title_cell

_SETTLED = (Presence.ATTENDED, Presence.ABSENT)


def attendance(sheet: Sheet) -> list[Block]:
    """The section."""
    words = sheet.words
    heading = Heading(words("attendance.heading"))
    if not sheet.meetings:
        return [heading, Paragraph(unknown(words("attendance.none")))]
    columns = [
        Column(words("attendance.meeting"), 10),
        Column(words("attendance.date"), 15),
        Column(words("seat.head"), 17),
        Column(words("seat.title"), 16),
        Column(words("seat.level"), 13),
        Column(words("seat.presence"), 11),
    ]
    return [heading, Table(columns, list(_rows(sheet)))]


def counts(sheet: Sheet) -> Line:
    """ "3 attended, 1 of them below minister level, absent from 1, 2 not recorded".

    What is not known is counted of meetings held: nobody can know it of others.
    """
    words = sheet.words
    seats = [sheet.seats.get(text(row["id"])) for row in sheet.meetings]
    known = [seat for seat in seats if seat is not None]
    among_ministers = {text(row["id"]) for row in sheet.meetings if row["series"] not in sheet.others}
    below = [seat for seat in known if seat.is_below_minister and seat.meeting in among_ministers]
    held = {text(row["id"]) for row in sheet.meetings if row["status"] == MeetingStatus.HELD.value}
    away = [seat for seat in known if seat.status is Presence.ABSENT]
    line = [Words(words.count("attendance.came", sum(seat.has_attended for seat in known)))]
    for key, n, tone in (
        ("below", len(below), Tone.STRONG),
        ("absent", sum(seat.meeting in held for seat in away), Tone.STRONG),
        ("not_coming", sum(seat.meeting not in held for seat in away), Tone.STRONG),
        (
            "not_known",
            sum(seat.meeting in held and seat.status not in _SETTLED for seat in known),
            Tone.UNKNOWN,
        ),
        ("not_recorded", seats.count(None), Tone.UNKNOWN),
    ):
        if n:
            line += [Words(", "), Words(words.count(f"attendance.{key}", n), tone)]
    return line


def _rows(sheet: Sheet) -> Iterator[TableRow]:
    """Series by series, each under its name where there are several."""
    by_series: dict[str, list[Row]] = {}
    for row in sheet.meetings:
        by_series.setdefault(text(row["series"]), []).append(row)
    for series, meetings in by_series.items():
        if len(by_series) > 1 or series:
            name = sheet.series.get(series) or sheet.words("attendance.no_series")
            yield TableRow(((Words(name, Tone.STRONG),),))
        yield from _of_series(sheet, meetings)


def _of_series(sheet: Sheet, meetings: Sequence[Row]) -> Iterator[TableRow]:
    before: Seat | None = None
    for meeting in meetings:
        seat = sheet.seats.get(text(meeting["id"]))
        yield _row(sheet, meeting, seat, before)
        if seat is not None and seat.has_attended:
            before = seat


def _row(sheet: Sheet, meeting: Row, seat: Seat | None, before: Seat | None) -> TableRow:
    words, notes = sheet.words, sheet.notes
    named = plain(in_short(meeting))
    date = when(meeting)
    dated: Line = (
        (Words(date, note=notes.of(about(meeting), "date")),) if date else unknown(words("not_known"))
    )
    if seat is None:
        missing = unknown(words("not_recorded"))
        return TableRow((named, dated, (), (), (), missing))
    return TableRow(
        (
            named,
            dated,
            head_cell(words, notes, seat),
            title_cell(seat),
            (
                *level_cell(words, seat, of_ministers=meeting["series"] not in sheet.others),
                *_change(sheet, seat, before),
            ),
            presence_cell(notes, seat),
        )
    )


def _change(sheet: Sheet, seat: Seat, before: Seat | None) -> Line:
    """Whether the level is higher or lower than at the meeting it came to before."""
    if before is None or not seat.has_attended:
        return ()
    match trend(seat.rank, before.rank):
        case Trend.HIGHER:
            return (Words(", "), Words(sheet.words("attendance.up"), Tone.MUTED))
        case Trend.LOWER:
            return (Words(", "), Words(sheet.words("attendance.down"), Tone.STRONG))
    return ()
