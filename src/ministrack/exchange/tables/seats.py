"""Who sits in the delegations of a file: several lines of one country are one delegation with its people."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ministrack.domain.delegation import Delegate, Role
from ministrack.domain.filters import Compare, Via, every
from ministrack.domain.language import tr
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.exchange.drafts import changed, fields_of, guess_level, made
from ministrack.exchange.tables.contradictions import Claims
from ministrack.exchange.tables.entries import Entry
from ministrack.exchange.tables.loaded import LoadedKeys
from ministrack.exchange.targets import HEAD
from ministrack.store.reader import Reader

_LEADING = (Role.HEAD, Role.CHAIR)


class Seats:
    """Gives each line of a list of delegations the delegate whom it is about."""

    def __init__(self, keys: LoadedKeys, levels: Mapping[str, str], claims: Claims) -> None:
        self._keys = keys
        self._levels = levels
        self._claims = claims

    def fill(self, entries: Sequence[Entry]) -> None:
        """Completes the drafts of the lines, a delegation at a time."""
        groups: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry.ref is not None and not entry.is_settled and _has_head(entry):
                groups[entry.ref.id].append(entry)
        self._keys.load_seats(each for each in groups if not self._keys.is_added(Ref("delegation", each)))
        for delegation, lines in groups.items():
            self._fill_one(delegation, lines)

    def _fill_one(self, delegation: str, lines: Sequence[Entry]) -> None:
        is_new = self._keys.is_added(Ref("delegation", delegation))
        seats = [] if is_new else list(self._keys.seats(delegation))
        taken: dict[str, Entry] = {}
        open_lines: list[tuple[Entry, dict[str, object]]] = []
        for entry in lines:
            head = fields_of(HEAD, entry.said.values)
            seat = _same(seats, head)
            if seat is None:
                open_lines.append((entry, head))
            else:
                taken[seat.id] = entry
                self._change(entry, seat, head)
        for entry, head in open_lines:
            seat = _same(seats, head) or _led(seats, taken, head)
            if seat is not None:
                if seat.id in taken:
                    entry.needs.add(taken[seat.id].place)
                taken.setdefault(seat.id, entry)
                self._change(entry, seat, head)
                continue
            new = self._new(entry, delegation, head, seats)
            seats.append(new)
            taken[new.id] = entry

    def _new(
        self, entry: Entry, delegation: str, head: dict[str, object], seats: Sequence[Delegate]
    ) -> Delegate:
        guess_level(head, None, self._levels)
        role = Role.MEMBER if any(seat.role in _LEADING for seat in seats) else Role.HEAD
        record = made(HEAD, {"role": role, **head, "delegation": delegation})
        seat = record if isinstance(record, Delegate) else Delegate(delegation=delegation)
        self._keys.add(seat)
        self._claims.make(entry, Ref(HEAD, seat.id), head)
        entry.draft = replace(entry.draft, adding=(*entry.draft.adding, seat))
        return seat

    def _change(self, entry: Entry, seat: Delegate, head: dict[str, object]) -> None:
        guess_level(head, seat, self._levels)
        ref = Ref(HEAD, seat.id)
        self._claims.make(entry, ref, head)
        entry.draft = replace(entry.draft, changing=(*entry.draft.changing, *changed(self._keys, ref, head)))


def _has_head(entry: Entry) -> bool:
    return any(key.startswith(f"{HEAD}.") for key in entry.said.values)


def _same(seats: Sequence[Delegate], head: Mapping[str, object]) -> Delegate | None:
    """The seat of this person; of a line without one, the seat without a person and with this title."""
    person, title = head.get("person"), fold(str(head.get("title") or ""))
    if person:
        return next((seat for seat in seats if seat.person == person), None)
    return next(
        (seat for seat in seats if seat.person is None and title and fold(seat.title or "") == title), None
    )


def _led(
    seats: Sequence[Delegate], taken: Mapping[str, Entry], head: Mapping[str, object]
) -> Delegate | None:
    """The seat of the head, of which a line says more: who it is now, or the level."""
    if head.get("role") not in (None, Role.HEAD.value, Role.CHAIR.value):
        return None
    leading = next((seat for seat in seats if seat.role in _LEADING), None)
    return leading if leading is not None and (leading.id not in taken or not head.get("person")) else None


def second_chairs(read: Reader, keys: LoadedKeys, entries: Sequence[Entry]) -> None:
    """Refuses lines that give a meeting a second chair."""
    chairs: dict[str, str] = {}
    for entry in entries:
        if entry.is_settled or entry.said.values.get("delegate.role") != Role.CHAIR.value or not entry.ref:
            continue
        meeting = str(getattr(keys.record(entry.ref), "meeting", ""))
        if meeting not in chairs:
            there = Via("delegation", "delegation", Compare("meeting", meeting))
            found = read.find(Delegate, every((Compare("role", Role.CHAIR.value), there)))
            chairs[meeting] = found[0].id if found else ""
        seats = [each.id for each in entry.draft.adding if isinstance(each, Delegate)]
        seats += [each.ref.id for each in entry.draft.changing if each.new.get("role")]
        for seat in seats:
            chairs[meeting] = chairs[meeting] or seat
            if chairs[meeting] != seat:
                entry.refuse(tr("This meeting already has a chair."), "delegate.role")
