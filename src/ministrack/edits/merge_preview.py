"""What a merge will do besides the fields: how much moves over, what becomes one, what stands in its way."""

from collections import Counter
from collections.abc import Mapping

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES
from ministrack.domain.filing import SavedFilter
from ministrack.domain.filters import Compare, every
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.merge_choices import Value, present
from ministrack.edits.merge_twins import twin_of
from ministrack.edits.merged_names import names_left
from ministrack.edits.merging import chairs
from ministrack.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Preview:
    """What moves over and what becomes one, by table; who becomes a co-chair; numbers of meetings that two
    series both have.
    """

    moving: Mapping[str, int]
    becoming_one: Mapping[str, int]
    co_chairs: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


def preview(read: Reader, kept: Ref, other: Ref) -> Preview:
    """What merging `other` into `kept` does. Raises NotFound."""
    present(read, kept)
    moving, becoming_one, numbers = Counter[str](), Counter[str](), list[int]()
    for user, field in _users(read, other):
        if user == kept:
            continue
        record = present(read, user)
        if twin_of(read, record, field, kept.id) is None:
            moving[user.table] += 1
            continue
        becoming_one[user.table] += 1
        number = getattr(record, "number", None)
        if isinstance(number, int):
            numbers.append(number)
    named = sum(1 for saved in read.find(SavedFilter) if other.id in saved.terms)
    if named:
        moving[SavedFilter.TABLE] = named
    return Preview(moving, becoming_one, _co_chairs(read, kept, other), tuple(sorted(numbers)))


def other_names(read: Reader, kept: Ref, other: Ref, values: Mapping[str, Value]) -> list[str]:
    """Names of a person or a party that stay as other names of it. Raises NotFound."""
    return names_left(present(read, kept), present(read, other), values)


def _users(read: Reader, ref: Ref) -> list[tuple[Ref, str]]:
    found = [(user, field) for user, field, _ in read.users(ref)]
    for table in SUBJECT_TABLES:
        about = every((Compare("subject_table", ref.table), Compare("subject", ref.id)))
        found += [(Ref(table, record.id), "subject") for record in read.find(RECORD_TYPES[table], about)]
    return found


def _co_chairs(read: Reader, kept: Ref, other: Ref) -> tuple[str, ...]:
    ours, theirs = chairs(read, kept), chairs(read, other)
    persons = {each.person for each in ours}
    seats = (each for each in theirs if ours and (each.person is None or each.person not in persons))
    return tuple(read.label(Ref(seat.TABLE, seat.id)) for seat in seats)
