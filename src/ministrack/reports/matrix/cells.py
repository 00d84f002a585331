"""The cells of an attendance matrix: the level in a word, or why there is none."""

from collections.abc import Iterator

from ministrack.domain.delegation import Presence, Role
from ministrack.domain.levels import STANDARD_LEVELS
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.reports.document import Line, Tone, Words, unknown
from ministrack.reports.matrix.gathering import Matrix
from ministrack.reports.rows import text
from ministrack.reports.seats import Seat

_STANDARD = frozenset(code for code, _ in STANDARD_LEVELS)
_CHAIRING = (Role.CHAIR.value, Role.CO_CHAIR.value)
_AHEAD = {Presence.INVITED: "matrix.invited", Presence.EXPECTED: "matrix.expected"}


def cell(found: Matrix, party: str, meeting: Row) -> Line:
    """What is recorded of a party at a meeting."""
    words = found.words
    seat = found.seats.get((party, text(meeting["id"])))
    if meeting["status"] == MeetingStatus.CANCELLED.value:
        return (Words(words("matrix.not_held"), Tone.MUTED),)
    if seat is None:
        return unknown(words("matrix.nothing"))
    note = found.notes.of(Ref("delegation", seat.delegation), "status", "party")
    if seat.status is Presence.ABSENT:
        return (Words(words("matrix.absent"), Tone.STRONG, note),)
    if seat.status is Presence.UNKNOWN:
        return unknown(words("matrix.unknown"))
    if seat.status in _AHEAD:
        return (Words(words(_AHEAD[seat.status]), note=note),)
    return _came(found, seat, note)


def _came(found: Matrix, seat: Seat, note: str) -> Line:
    words = found.words
    said = short(found, seat) if seat.level else words("matrix.attended")
    below = found.frame.of_ministers and seat.is_below_minister
    if below:
        said = words("matrix.below", level=said)
    if seat.role in _CHAIRING:
        said = words("matrix.chair", seat=said)
    told = found.notes.of(Ref("delegate", seat.head), "level", "title", "person") if seat.head else ""
    return (Words(said, Tone.STRONG if below else Tone.PLAIN, told or note),)


def short(found: Matrix, seat: Seat) -> str:
    """The level in a word or two; one that a person added has only its name."""
    return found.words(f"level.{seat.level}") if seat.level in _STANDARD else seat.level_name


def legend(found: Matrix) -> Iterator[str]:
    """What the words in cells stand for: only those that are met."""
    words, seats = found.words, found.seats.values()
    met = {seat.level: seat for seat in seats if seat.has_attended and seat.level}
    for seat in sorted(met.values(), key=lambda seat: (seat.rank is None, seat.rank or 0, seat.level)):
        said = short(found, seat)
        if said != seat.level_name:
            yield words("legend.level", short=said, level=seat.level_name)
    if found.frame.of_ministers and any(seat.is_below_minister for seat in seats):
        yield words("legend.below")
    if any(seat.has_attended and not seat.level for seat in seats):
        yield words("legend.attended")
    if any(seat.status is Presence.ABSENT for seat in seats):
        yield words("legend.absent")
    if any(seat.status is Presence.UNKNOWN for seat in seats):
        yield words("legend.unknown")
    if len(found.seats) < len(found.parties) * len(found.meetings):
        yield words("legend.nothing")
