"""Who came or is expected, in numbers and by name, and what is not known about it."""

from collections.abc import Iterator, Sequence

from ministrack.domain.delegation import Presence
from ministrack.domain.meeting import MeetingStatus
from ministrack.reports.delegations.gathering import Gathered
from ministrack.reports.document import Block, Bullets, Facts, Heading, Line, Tone, Words, plain, unknown
from ministrack.reports.meetings import about, place, when
from ministrack.reports.rows import label, text
from ministrack.reports.seats import Seat, named, presences


def facts(found: Gathered) -> Facts:
    """The meeting, and how many are recorded."""
    words, meeting, notes = found.words, found.meeting, found.notes
    ref = about(meeting)
    date, where, host = when(meeting), place(meeting), text(meeting["host_name"])
    known = Words(date, note=notes.of(ref, "date"))
    located = Words(where, note=notes.of(ref, "city", "country"))
    lines: list[tuple[str, Line]] = [
        (words("facts.meeting"), plain(text(meeting["name"]))),
        (words("facts.when"), (known,) if date else unknown(words("facts.no_date"))),
        (words("facts.where"), (located,) if where else unknown(words("not_known"))),
        (words("facts.host"), (Words(host, note=notes.of(ref, "host")),) if host else _not_recorded(found)),
        (words("facts.status"), plain(label(MeetingStatus, meeting["status"]))),
        (words("facts.delegations"), _delegations(found)),
        (words("facts.delegates"), _delegates(found)),
    ]
    return Facts(lines)


def attendance(found: Gathered) -> list[Block]:
    """The section; none where there is nothing to say beside the list."""
    items = list(_items(found))
    return [Heading(found.words("who.heading")), Bullets(items)] if items else []


def _items(found: Gathered) -> Iterator[Line]:
    words, seats = found.words, found.seats
    for status in (Presence.ABSENT, Presence.EXPECTED, Presence.INVITED, Presence.UNKNOWN):
        if those := [seat for seat in seats if seat.status is status]:
            yield _with_status(found, status, named(those))
    if found.frame.of_ministers and (below := [seat for seat in seats if seat.is_below_minister]):
        yield words.line("who.below", countries=Words(_with_levels(found, below), Tone.STRONG))
    if headless := [seat for seat in seats if not seat.has_head and seat.status is not Presence.ABSENT]:
        yield unknown(words("who.no_head", countries=named(headless)))
    there = {seat.party for seat in seats}
    if missing := [name for party, name in found.frame.members.items() if party not in there]:
        yield unknown(words("who.missing", countries=", ".join(missing)))


def _with_status(found: Gathered, status: Presence, countries: str) -> Line:
    """Absent stands out, and is not the same as not known."""
    words = found.words
    ahead = "" if found.meeting["status"] == MeetingStatus.HELD.value else "_ahead"
    if status is Presence.ABSENT:
        return words.line(f"who.absent{ahead}", countries=Words(countries, Tone.STRONG))
    if status is Presence.UNKNOWN:
        return unknown(words(f"who.unknown{ahead}", countries=countries))
    return plain(words(f"who.{status.value}", countries=countries))


def _with_levels(found: Gathered, seats: Sequence[Seat]) -> str:
    words = found.words
    return ", ".join(
        words("who.country_level", country=seat.country, level=seat.level_name) for seat in seats
    )


def _delegations(found: Gathered) -> Line:
    """ "5 attended, 1 absent", in the order in which they are usually asked for."""
    ahead = "" if found.meeting["status"] == MeetingStatus.HELD.value else "_ahead"
    said = ", ".join(
        found.words.count(f"facts.count_{each.value}{ahead if each is Presence.ABSENT else ''}", n)
        for each, n in presences(found.seats)
    )
    return plain(said) or _not_recorded(found)


def _delegates(found: Gathered) -> Line:
    everybody = [row for several in found.delegates.values() for row in several]
    if not everybody:
        return _not_recorded(found)
    unnamed = sum(row["person"] is None for row in everybody)
    line: Line = plain(found.words.count("facts.named", len(everybody)))
    if not unnamed:
        return line
    return (*line, Words(", "), *unknown(found.words.count("facts.unnamed", unnamed)))


def _not_recorded(found: Gathered) -> Line:
    return unknown(found.words("not_recorded"))
