"""What one entry of a calendar adds to the dossier, or changes in it."""

from collections.abc import Callable, Mapping
from typing import cast

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span
from ministrack.domain.fields import loaded_value, specs, stored_value
from ministrack.domain.filing import Identifier
from ministrack.domain.known_days import known_days
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.names import fold
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass
from ministrack.exchange.calendar.exact import exact_days
from ministrack.exchange.calendar.known import SCHEME
from ministrack.exchange.calendar.own import DATED, PLACE, place_in_words
from ministrack.exchange.calendar.statuses import says_the_same
from ministrack.exchange.drafts import Change
from ministrack.store.reader import Reader

_ONLY_NEW = frozenset(("kind",))  # what a calendar cannot know better than who edited the record


@dataclass(frozen=True, slots=True)
class Step:
    """`making` are records that the entry names and that are not there yet."""

    making: tuple[Record, ...] = ()
    adding: tuple[Record, ...] = ()
    changing: tuple[Change, ...] = ()


def new_record(table: str, identity: str, values: Mapping[str, object]) -> Record:
    """The meeting or task of an entry."""
    kind = cast(Callable[..., Record], RECORD_TYPES[table])
    return kind(id=identity, **loaded(table, values))


def loaded(table: str, values: Mapping[str, object]) -> dict[str, object]:
    """Stored values as a record carries them."""
    declared = specs(RECORD_TYPES[table])
    return {
        name: loaded_value(declared[name], cast(str | int | None, value)) for name, value in values.items()
    }


def identifier(uid: str, record: Ref) -> tuple[Record, ...]:
    """The id of the entry, kept with the record; needless where it is that of the record."""
    if not uid or uid == record.id:
        return ()
    return (Identifier(value=uid, scheme=SCHEME, subject_table=record.table, subject=record.id),)


def changes(
    read: Reader, present: Record, values: Mapping[str, object], location: str = ""
) -> tuple[Change, ...]:
    """The fields that the entry says differently. What it does not say, or only less exactly, stays."""
    declared = specs(type(present))
    seen = {name: stored_value(declared[name], getattr(present, name)) for name in values}
    new = {
        name: value
        for name, value in values.items()
        if name not in _ONLY_NEW and seen[name] != value and not _stays(present, name, seen[name], value)
    }
    if isinstance(present, Meeting) and any(name in new for name in PLACE):
        new = _placed(read, present, values, new, location)
    if not new:
        return ()
    seen = {name: stored_value(declared[name], getattr(present, name)) for name in new}
    return (Change(Ref(present.TABLE, present.id), new, seen),)


def _stays(present: Record, name: str, seen: object, value: object) -> bool:
    if name == "status":
        return says_the_same(present.TABLE, seen, value) or _goes_out_tentative(present, value)
    if name == DATED[present.TABLE] and seen:
        return _is_same_span(str(seen), str(value))
    return False


def _goes_out_tentative(present: Record, value: object) -> bool:
    """Whether the calendar says "tentative" only because the date is known loosely."""
    loosely = isinstance(present, Meeting) and present.date and exact_days(present.date) is None
    return bool(loosely) and value == MeetingStatus.PLANNED.value


def _is_same_span(seen: str, said: str) -> bool:
    """Whether the days are those that a date which is known loosely went out as."""
    covered, told = span(seen), span(said)
    return known_days(seen) is None and (covered.first, covered.last) == (told.first, told.last)


def _placed(
    read: Reader, present: Meeting, values: Mapping[str, object], new: dict[str, object], location: str
) -> dict[str, object]:
    """The place as a whole: it stays where the entry says no more than is known, else all of it is new."""
    country = read.label(Ref("party", present.country)) if present.country else ""
    known = set(fold(place_in_words(present.venue, present.city, country)).split())
    said = " ".join(str(values[name]) for name in ("venue", "city") if values.get(name))
    rest = {name: value for name, value in new.items() if name not in PLACE}
    if set(fold(said).split()) <= known and values.get("country") in (None, present.country):
        return rest
    if location and set(fold(location).split()) <= known:
        return rest  # its parts were told apart otherwise, by what the dossier knew then
    moved = {name: values.get(name) for name in PLACE if values.get(name) != getattr(present, name)}
    return {**rest, **moved}
