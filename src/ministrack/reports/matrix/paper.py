"""The attendance matrix: the parties of a series against its meetings, with the level of each head."""

from collections.abc import Iterator, Sequence

from ministrack.domain.dates import show
from ministrack.domain.delegation import Presence
from ministrack.domain.language import N_, interface_language
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.reports.document import (
    Block,
    Column,
    Facts,
    Heading,
    Line,
    Paper,
    Paragraph,
    Table,
    TableRow,
    Tone,
    Words,
    plain,
    unknown,
)
from ministrack.reports.matrix.cells import cell, legend
from ministrack.reports.matrix.gathering import Matrix, gather
from ministrack.reports.meetings import day, in_short
from ministrack.reports.request import Request
from ministrack.reports.rows import text
from ministrack.reports.wording import Wording, wording
from ministrack.store.reader import Reader

LABEL = N_("Attendance matrix")
PURPOSE = N_("Every country of a series against its meetings: who came, at what level, who stayed away.")

_ACROSS = 9  # meetings of one table
_UPRIGHT = 4  # meetings that a page has room for as it is
_PARTY, _MEETING = 4, 2  # shares of the width


def make(read: Reader, request: Request) -> Paper:
    """The matrix of the series. Raises InvalidValue where none is chosen."""
    with read.snapshot():
        found = gather(read, wording("attendance"), request)
    words = found.words
    as_of = words("as_of", day=day(found.today.isoformat()))
    return Paper(
        title=words("title", series=found.frame.name),
        subtitle=" · ".join((words.count("shown", len(found.meetings)), as_of)),
        foot=" · ".join((words("kind"), found.frame.name, as_of)),
        blocks=list(_blocks(found)),
        language=interface_language(),
        landscape=len(found.meetings) > _UPRIGHT,
    )


def _blocks(found: Matrix) -> Iterator[Block]:
    words = found.words
    if not found.meetings:
        yield Paragraph(unknown(words("matrix.none")))
        return
    yield Facts([(words("facts.meetings"), _meetings(found)), (words("facts.parties"), _parties(found))])
    if found.older:
        yield Paragraph(plain(words.count("facts.older", found.older)))
    if not found.seats:
        yield Paragraph(unknown(words("matrix.nobody")))
    if not found.parties:
        return
    starts = range(0, len(found.meetings), _ACROSS)
    is_whole = len(starts) == 1
    said = "; ".join(legend(found))
    explained: list[Block] = [Paragraph((Words(said, Tone.MUTED),))] if said else []
    if not is_whole:  # the last of its pages may be far away
        yield from explained
    for start in starts:
        yield from _part(found, found.meetings[start : start + _ACROSS], whole=is_whole)
    if is_whole:
        yield from explained
    yield from _numbers(found)


def _meetings(found: Matrix) -> Line:
    """ "35 held, 4 still to come, 1 cancelled"."""
    words, held = found.words, len(found.held)
    off = sum(row["status"] == MeetingStatus.CANCELLED.value for row in found.meetings)
    said = [words.count("facts.held", held)]
    postponed = sum(row["status"] == MeetingStatus.POSTPONED.value for row in found.meetings)
    if ahead := len(found.meetings) - held - off - postponed:
        said.append(words.count("facts.ahead", ahead))
    if postponed:
        said.append(words.count("facts.postponed", postponed))
    if off:
        said.append(words.count("facts.cancelled", off))
    return plain(", ".join(said))


def _parties(found: Matrix) -> Line:
    return plain(str(len(found.parties)))


def _part(found: Matrix, meetings: Sequence[Row], *, whole: bool) -> Iterator[Block]:
    words = found.words
    first, last = _called(meetings[0]), _called(meetings[-1])
    yield Heading(words("matrix.heading") if whole else words("matrix.heading_part", first=first, last=last))
    columns = [Column(words("seat.country"), _PARTY)]
    columns += [Column(_headed(words, meeting), _MEETING) for meeting in meetings]
    yield Table(
        columns,
        [
            TableRow([plain(name), *(cell(found, party, meeting) for meeting in meetings)])
            for party, name in found.parties
        ],
    )


def _called(meeting: Row) -> str:
    """ "Baku, 20 Nov 2025"."""
    dated = show(text(meeting["date"]), interface_language()) if meeting["date"] else ""
    return ", ".join(part for part in (in_short(meeting), dated) if part)


def _headed(words: Wording, meeting: Row) -> str:
    """The same; a date that holds no more is not passed on as one that does."""
    is_put_off = meeting["status"] == MeetingStatus.POSTPONED.value
    return words("matrix.postponed", meeting=_called(meeting)) if is_put_off else _called(meeting)


def _numbers(found: Matrix) -> Iterator[Block]:
    """How often each party came to the meetings held."""
    words, held = found.words, found.held
    if not held:
        return
    columns = [
        Column(words("seat.country"), 4),
        *(Column(words(f"numbers.{key}"), 2) for key in ("attended", "below", "absent", "open")),
        Column(words("numbers.first"), 3),
        Column(words("numbers.last"), 3),
    ]
    yield Heading(words("numbers.heading"))
    yield Table(columns, [_counted(found, party, name, held) for party, name in found.parties])


def _counted(found: Matrix, party: str, name: str, held: Sequence[Row]) -> TableRow:
    seats = [(meeting, found.seats.get((party, text(meeting["id"])))) for meeting in held]
    came = [meeting for meeting, seat in seats if seat is not None and seat.has_attended]
    absent = sum(seat is not None and seat.status is Presence.ABSENT for _, seat in seats)
    below = sum(seat is not None and seat.is_below_minister for _, seat in seats)
    if not found.frame.of_ministers:
        below = 0
    return TableRow(
        (
            plain(name),
            plain(str(len(came))),
            (Words(str(below), Tone.STRONG if below else Tone.PLAIN),),
            plain(str(absent)),
            plain(str(len(held) - len(came) - absent)),
            plain(_called(came[0]) if came else ""),
            plain(_called(came[-1]) if came else ""),
        )
    )
