"""Who came to meetings and at what level, as papers show it."""

from collections.abc import Iterable, Sequence

from ministrack.domain.attendance import Trend, trend
from ministrack.domain.delegation import Part, Presence, Role
from ministrack.domain.filters import Compare, Filter, OneOf
from ministrack.domain.language import tr
from ministrack.domain.levels import BELOW_MINISTER
from ministrack.domain.lists import Row
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.reports.document import Line, Tone, Words, plain, unknown
from ministrack.reports.rows import label, rows, rows_of, text
from ministrack.reports.sourcing import Notes
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_DELEGATION = (
    "meeting", "party", "party_name", "status", "part", "head_id", "head_title", "head_level",
    "head_level_name", "head_position", "head_role",
)  # fmt: skip
_AT_ONCE = 500  # meetings of one question
_PRESENCE = {member.value: member for member in Presence}
_PART = {member.value: member for member in Part}
_ASKED = (
    Presence.ATTENDED, Presence.EXPECTED, Presence.INVITED, Presence.ABSENT, Presence.UNKNOWN,
)  # fmt: skip
_CAME = (Presence.ATTENDED.value, Presence.ABSENT.value)


@dataclass(frozen=True, slots=True)
class Seat:
    """A party at a meeting, with its head; what is not known is empty or None."""

    delegation: str
    meeting: str
    party: str
    country: str
    status: Presence
    part: Part
    head: str  # id of the delegate
    person: str  # id, empty for "five presidents"
    name: str
    title: str
    level: str
    level_name: str
    rank: int | None
    role: str

    @property
    def has_attended(self) -> bool:
        """Whether it is recorded that the party came."""
        return self.status is Presence.ATTENDED

    @property
    def is_named_ahead(self) -> bool:
        """Whether it is known who is expected to come for the party."""
        return self.status is Presence.EXPECTED and bool(self.name)

    @property
    def has_head(self) -> bool:
        """Whether anybody is recorded who led it; a member alone did not."""
        return bool(self.head) and self.role != Role.MEMBER.value

    @property
    def is_below_minister(self) -> bool:
        """Whether it came, led from below minister level."""
        return self.has_attended and self.level in BELOW_MINISTER

    @property
    def refs(self) -> tuple[Ref, ...]:
        """What sources may speak of."""
        own = Ref("delegation", self.delegation)
        return (own, Ref("delegate", self.head)) if self.head else (own,)


def seats_at(read: Reader, meetings: Iterable[str], sort: str = "protocol_order") -> dict[str, list[Seat]]:
    """The seats at each of the meetings, in the order of protocol if nothing else is wanted."""
    ids = list(dict.fromkeys(meetings))
    found: dict[str, list[Seat]] = {identity: [] for identity in ids}
    for start in range(0, len(ids), _AT_ONCE):
        wanted = OneOf("meeting", tuple(ids[start : start + _AT_ONCE]))
        for seat in _seats(read, wanted, sort):
            found[seat.meeting].append(seat)
    return found


def seats_of(read: Reader, party: str) -> list[Seat]:
    """Every seat of a party, in no order."""
    return _seats(read, Compare("party", party), "id")


def _seats(read: Reader, wanted: Filter, sort: str) -> list[Seat]:
    found = rows(read, "delegation", _DELEGATION, wanted, sort)
    heads = rows_of(read, "delegate", ("person", "person_name"), (text(row["head_id"]) for row in found))
    people = {text(row["id"]): row for row in heads}
    return [_seat(row, people.get(text(row["head_id"]))) for row in found]


def _seat(row: Row, head: Row | None) -> Seat:
    position = row["head_position"]
    return Seat(
        delegation=text(row["id"]),
        meeting=text(row["meeting"]),
        party=text(row["party"]),
        country=text(row["party_name"]),
        status=_PRESENCE[text(row["status"])],
        part=_PART[text(row["part"])],
        head=text(row["head_id"]),
        person=text(head["person"]) if head else "",
        name=text(head["person_name"]) if head else "",
        title=text(row["head_title"]),
        level=text(row["head_level"]),
        level_name=tr(text(row["head_level_name"])) if row["head_level_name"] else "",
        rank=position if isinstance(position, int) else None,
        role=text(row["head_role"]),
    )


def head_cell(words: Wording, notes: Notes, seat: Seat | None) -> Line:
    """The name of the head with its source; that nobody is recorded is said, unless the party stayed away."""
    if seat is None:
        return unknown(words("not_recorded"))
    note = notes.of(Ref("delegate", seat.head), "person", "title", "level") if seat.head else ""
    if seat.name:
        chair = seat.role in (Role.CHAIR.value, Role.CO_CHAIR.value)
        name = Words(seat.name, note=note)
        if not seat.has_head:
            return (name, *_no_head(words))
        return words.line("seat.chair", person=name, role=_role(seat)) if chair else (name,)
    if seat.title and seat.has_attended:
        return (Words(words("seat.unnamed"), Tone.UNKNOWN, note),)
    return () if seat.status is Presence.ABSENT else unknown(words("not_recorded"))


def title_cell(seat: Seat) -> Line:
    """The title as printed."""
    return plain(seat.title)


def level_cell(words: Wording, seat: Seat | None, *, of_ministers: bool = True) -> Line:
    """The level of the head; among ministers who is below stands out. Nothing for who stayed away."""
    if seat is None or seat.status is Presence.ABSENT:
        return ()
    if not seat.level_name:
        return unknown(words("not_recorded"))
    stands_out = of_ministers and seat.level in BELOW_MINISTER
    return (Words(seat.level_name, Tone.STRONG if stands_out else Tone.PLAIN),)


def presence_cell(notes: Notes, seat: Seat) -> Line:
    """Whether the party came: absent stands out, and is not the same as not known."""
    note = "" if seat.name else notes.of(Ref("delegation", seat.delegation), "status", "party")
    return presence(seat, note)


def presence(seat: Seat, note: str = "") -> Line:
    """The same without a source of its own."""
    tone = {Presence.ABSENT: Tone.STRONG, Presence.UNKNOWN: Tone.UNKNOWN}.get(seat.status, Tone.PLAIN)
    return (Words(tr(seat.status.label), tone, note),)


def came_cell(
    words: Wording, seat: Seat | None, notes: Notes | None = None, *, of_ministers: bool = True
) -> Line:
    """Who led the party at another meeting: "Yılmaz Tunç, Minister", or that it stayed away."""
    if seat is None:
        return unknown(words("not_recorded"))
    if not seat.has_attended and not seat.is_named_ahead:
        return presence(seat)
    note = notes.of(Ref("delegate", seat.head), "person", "title", "level") if notes and seat.head else ""
    name: Line = (
        Words(seat.name, note=note) if seat.name else Words(words("not_recorded"), Tone.UNKNOWN, note),
    )
    if seat.head and not seat.has_head:
        name = (*name, *_no_head(words))
    if seat.is_named_ahead:
        name = (*presence(seat), Words(": "), *name)
    if not seat.level_name:
        return name
    return (*name, Words(", "), *level_cell(words, seat, of_ministers=of_ministers))


def compared(words: Wording, now: Seat, before: Seat | None) -> Line:
    """How a seat compares with the one of the party at another meeting: head and level, in a few words."""
    if before is None:
        return unknown(words("change.not_recorded"))
    if before.status.value not in _CAME or (now.status.value not in _CAME and not now.is_named_ahead):
        return unknown(words("change.not_known"))
    if not before.has_attended:
        return plain(words("change.was_absent"))
    if now.status is Presence.ABSENT:
        return plain(words("change.is_absent"))
    if _is_led_alike(now, before):
        return plain(words("change.nothing"))
    return (*_head_change(words, now, before), Words("; "), *_level_change(words, now, before))


def _is_led_alike(now: Seat, before: Seat) -> bool:
    same = now.has_head and before.has_head and bool(now.person) and now.person == before.person
    return same and trend(now.rank, before.rank) is Trend.LEVEL


def _head_change(words: Wording, now: Seat, before: Seat) -> Line:
    if not now.person or not before.person or not now.has_head or not before.has_head:
        return unknown(words("change.head_not_known"))
    if now.person == before.person:
        return plain(words("change.same_head"))
    return plain(words("change.new_head", person=before.name))


def _level_change(words: Wording, now: Seat, before: Seat) -> Line:
    match trend(now.rank, before.rank):
        case Trend.HIGHER:
            return words.line("change.up", level=Words(before.level_name, Tone.STRONG))
        case Trend.LOWER:
            return words.line("change.down", level=Words(before.level_name, Tone.STRONG))
        case Trend.LEVEL:
            return plain(words("change.same_level"))
        case Trend.UNKNOWN:
            return unknown(words("change.level_not_known"))


def presences(seats: Sequence[Seat]) -> list[tuple[Presence, int]]:
    """How many came, stayed away and so on, in the order in which that is usually asked for."""
    counts = [(status, sum(seat.status is status for seat in seats)) for status in _ASKED]
    return [(status, n) for status, n in counts if n]


def named(seats: Sequence[Seat]) -> str:
    """The names of the parties, one after the other."""
    return ", ".join(seat.country for seat in seats)


def _no_head(words: Wording) -> Line:
    return (Words(" "), *unknown(words("seat.no_head")))


def _role(seat: Seat) -> str:
    return label(Role, seat.role).lower()
