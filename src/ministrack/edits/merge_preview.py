"""What a merge will do besides the fields: how much moves over, what becomes one, what stands in its way."""

from collections import Counter
from collections.abc import Mapping

from ministrack.domain.filing import SavedFilter
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.twins import says_nothing
from ministrack.domain.values import dataclass
from ministrack.edits.merge_choices import FieldPair, Side, Value, field_pairs, present
from ministrack.edits.merge_twins import twin_of
from ministrack.edits.merged_names import names_left
from ministrack.edits.merging import chairs
from ministrack.edits.records import said_about
from ministrack.edits.wording import value_in_words
from ministrack.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Preview:
    """What moves over and what becomes one, by table; who becomes a co-chair; numbers of meetings that two
    series both have; what two that become one say differently.
    """

    moving: Mapping[str, int]
    becoming_one: Mapping[str, int]
    co_chairs: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    given_up: tuple[str, ...] = ()  # values of records that become one which do not stay, in words


def preview(read: Reader, kept: Ref, other: Ref) -> Preview:
    """What merging `other` into `kept` does. Raises NotFound."""
    present(read, kept)
    moving, becoming_one = Counter[str](), Counter[str]()
    numbers, given_up = list[int](), list[str]()
    for user, field in _users(read, other):
        if user == kept:
            continue
        record = present(read, user)
        twin = twin_of(read, record, field, kept.id)
        if twin is None:
            moving[user.table] += 1
            continue
        becoming_one[user.table] += 1
        given_up += _given_up(read, twin, record, field)
        number = getattr(record, "number", None)
        if isinstance(number, int):
            numbers.append(number)
    named = sum(1 for saved in read.find(SavedFilter) if other.id in saved.terms)
    if named:
        moving[SavedFilter.TABLE] = named
    return Preview(
        moving, becoming_one, _co_chairs(read, kept, other), tuple(sorted(numbers)), tuple(given_up)
    )


def other_names(read: Reader, kept: Ref, other: Ref, values: Mapping[str, Value]) -> list[str]:
    """Names of a person or a party that stay as other names of it. Raises NotFound."""
    return names_left(present(read, kept), present(read, other), values)


def _given_up(read: Reader, stays: Record, goes: Record, moved: str) -> list[str]:
    pairs = (pair for pair in field_pairs(stays, goes, by_itself=True) if pair.differs)
    name = read.label(Ref(stays.TABLE, stays.id))
    return [
        tr(
            "{record}: {kept} stays, {other} does not",
            record=name,
            kept=value_in_words(read, pair.spec, pair.kept),
            other=value_in_words(read, pair.spec, pair.other),
        )
        for pair in pairs
        if pair.spec.name != moved and pair.proposed is Side.KEPT and not _is_silent(goes, pair)
    ]


def _is_silent(record: Record, pair: FieldPair) -> bool:
    return says_nothing(type(record), pair.spec, pair.other)


def _users(read: Reader, ref: Ref) -> list[tuple[Ref, str]]:
    found = [(user, field) for user, field, _ in read.users(ref)]
    return found + [(about, "subject") for about in said_about(read, ref)]


def _co_chairs(read: Reader, kept: Ref, other: Ref) -> tuple[str, ...]:
    ours, theirs = chairs(read, kept), chairs(read, other)
    persons = {each.person for each in ours}
    seats = (each for each in theirs if ours and (each.person is None or each.person not in persons))
    return tuple(read.label(Ref(seat.TABLE, seat.id)) for seat in seats)
