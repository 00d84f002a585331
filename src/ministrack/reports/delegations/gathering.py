"""What a delegation list is made from: read in a fixed number of questions, however large the meeting."""

from collections.abc import Mapping, Sequence
from datetime import date

from ministrack.domain.delegation import Role
from ministrack.domain.filters import OneOf
from ministrack.domain.levels import Level
from ministrack.domain.lists import Row
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.reports.frame import Frame, series_of
from ministrack.reports.meetings import about, meeting_row
from ministrack.reports.request import Order, Request
from ministrack.reports.rows import rows, text
from ministrack.reports.seats import Seat, seats_at
from ministrack.reports.sourcing import Notes
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_DELEGATE = ("delegation", "name", "title", "level", "role", "person", "person_name")
_AT_ONCE = 500  # delegations of one question
_LEADING = (Role.HEAD.value, Role.CHAIR.value, Role.CO_CHAIR.value)
_LAST = 1_000


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the sections tell; `delegates` by delegation, heads first, then by level."""

    words: Wording
    notes: Notes
    today: date
    meeting: Row
    frame: Frame
    seats: Sequence[Seat]
    delegates: Mapping[str, Sequence[Row]]


def gather(read: Reader, words: Wording, request: Request) -> Gathered:
    """Reads all that is told. Raises InvalidValue where no meeting is chosen."""
    meeting = meeting_row(read, request.meeting, "meeting")
    sort = "protocol_order" if request.order is Order.PROTOCOL else "party_order"
    seats = seats_at(read, (text(meeting["id"]),), sort)[text(meeting["id"])]
    delegates = _delegates(read, [seat.delegation for seat in seats])
    told = [about(meeting), *(ref for seat in seats for ref in seat.refs)]
    told += [Ref("delegate", text(row["id"])) for several in delegates.values() for row in several]
    return Gathered(
        words, Notes(read, words, told), request.today, meeting, series_of(read, meeting), seats, delegates
    )


def _delegates(read: Reader, delegations: Sequence[str]) -> Mapping[str, Sequence[Row]]:
    ranks = {level.id: level.position or _LAST for level in read.find(Level)}
    found: dict[str, list[Row]] = {}
    for start in range(0, len(delegations), _AT_ONCE):
        wanted = OneOf("delegation", tuple(delegations[start : start + _AT_ONCE]))
        for row in rows(read, "delegate", _DELEGATE, wanted):
            found.setdefault(text(row["delegation"]), []).append(row)
    for several in found.values():
        several.sort(key=lambda row: (row["role"] not in _LEADING, ranks.get(text(row["level"]), _LAST)))
    return found
