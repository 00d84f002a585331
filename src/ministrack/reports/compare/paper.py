"""Two meetings compared: who changed, at what level, what they dealt with, and which promises were kept."""

from collections.abc import Callable
from functools import partial

from ministrack.domain.delegation import Presence
from ministrack.domain.language import N_, interface_language
from ministrack.domain.meeting import MeetingStatus
from ministrack.reports.compare.gathering import Pair, Side, gather
from ministrack.reports.compare.who import who_came
from ministrack.reports.compare.work import documents, promises, topics
from ministrack.reports.document import Block, Column, Line, Paper, Table, TableRow, Words, plain, unknown
from ministrack.reports.meetings import about, day, place, when
from ministrack.reports.programme import chair_line
from ministrack.reports.request import Request
from ministrack.reports.rows import label, text
from ministrack.reports.wording import wording
from ministrack.store.reader import Reader

LABEL = N_("Two meetings compared")
PURPOSE = N_("Who changed, whose level rose or fell, and what became of the promises of the first meeting.")


def make(read: Reader, request: Request) -> Paper:
    """The paper. Raises InvalidValue where the two meetings are not chosen, or are one."""
    with read.snapshot():
        pair = gather(read, wording("compare"), request)
        words = pair.words
        as_of = words("as_of", day=day(pair.today.isoformat()))
        named = words("pair", first=pair.first.name, second=pair.second.name)
        return Paper(
            title=words("title"),
            subtitle=f"{named} · {as_of}",
            foot=f"{words('title')}: {named} · {as_of}",
            blocks=[_meetings(pair), *who_came(pair), *topics(pair), *documents(pair), *promises(pair)],
            language=interface_language(),
        )


def _meetings(pair: Pair) -> Block:
    """What is known of each, side by side."""
    words = pair.words
    columns = [Column("", 2), Column(pair.first.name, 5), Column(pair.second.name, 5)]
    cells: tuple[tuple[str, Callable[[Side], Line]], ...] = (
        ("meetings.meeting", lambda side: plain(text(side.meeting["name"]))),
        ("meetings.date", partial(_date, pair)),
        ("meetings.place", partial(_place, pair)),
        ("meetings.host", partial(_host, pair)),
        ("meetings.chair", lambda side: chair_line(words, pair.notes, side.chairs)),
        ("meetings.status", lambda side: plain(label(MeetingStatus, side.meeting["status"]))),
        ("meetings.delegations", partial(_delegations, pair)),
    )
    rows = [TableRow((plain(words(key)), *(cell(side) for side in pair.sides))) for key, cell in cells]
    return Table(columns, rows)


def _date(pair: Pair, side: Side) -> Line:
    known = when(side.meeting)
    if not known:
        return unknown(pair.words("not_known"))
    return (Words(known, note=pair.notes.of(about(side.meeting), "date")),)


def _place(pair: Pair, side: Side) -> Line:
    known = place(side.meeting)
    if not known:
        return unknown(pair.words("not_known"))
    return (Words(known, note=pair.notes.of(about(side.meeting), "city", "country")),)


def _host(pair: Pair, side: Side) -> Line:
    return plain(text(side.meeting["host_name"])) or unknown(pair.words("not_recorded"))


def _delegations(pair: Pair, side: Side) -> Line:
    if not side.seats:
        return unknown(pair.words("not_recorded"))
    came = sum(seat.has_attended for seat in side.seats.values())
    expected = sum(seat.status is Presence.EXPECTED for seat in side.seats.values())
    if expected and not came:
        return plain(pair.words.count("meetings.expected", expected))
    return plain(pair.words.count("meetings.came", came))
