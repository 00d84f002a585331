"""Filters evaluated record by record in plain Python: what the store's SQL must agree with."""

from collections.abc import Callable, Mapping, Sequence

from ministrack.domain.date_spans import span
from ministrack.domain.delegation import Delegate, Role
from ministrack.domain.fields import specs, stored_value
from ministrack.domain.filters import (
    Compare,
    Comparison,
    Disputed,
    Every,
    Filter,
    LedAt,
    Linked,
    Matches,
    Not,
    OneOf,
    Overlaps,
    Some,
    SpeaksOf,
    Stated,
    Via,
)
from ministrack.domain.levels import Level
from ministrack.domain.names import fold
from ministrack.domain.record import Record
from ministrack.domain.source import Statement

Records = Sequence[Record]


def value(record: Record, field: str) -> str | int | None:
    """The field as it is stored."""
    return record.id if field == "id" else stored_value(specs(type(record))[field], getattr(record, field))


def passing(wanted: Filter, table: str, records: Records) -> set[str]:
    """The ids of the records of a table that satisfy the filter."""
    return {record.id for record in records if table == record.TABLE and holds(wanted, record, records)}


def holds(wanted: Filter, record: Record, records: Records) -> bool:
    """Whether the record satisfies the filter, among all records."""
    return _HOLDS[type(wanted)](wanted, record, records)


def _compare(wanted: Filter, record: Record, _: Records) -> bool:
    assert isinstance(wanted, Compare)
    present = value(record, wanted.field)
    if wanted.value is None:
        return present is None
    if present is None:
        return False
    if isinstance(present, int):
        order = present - int(wanted.value)
    else:
        order = (present > str(wanted.value)) - (present < str(wanted.value))
    return {Comparison.EQUAL: order == 0, Comparison.BELOW: order < 0, Comparison.ABOVE: order > 0}[wanted.by]


def _one_of(wanted: Filter, record: Record, _: Records) -> bool:
    assert isinstance(wanted, OneOf)
    return value(record, wanted.field) in wanted.values


def _overlaps(wanted: Filter, record: Record, records: Records) -> bool:
    assert isinstance(wanted, Overlaps)
    edtf = value(record, wanted.field)
    meeting = getattr(record, "due_meeting", None) if wanted.field == "due" else None
    if meeting is not None:
        edtf = next(value(other, "date") for other in records if other.id == meeting)
    if edtf is None:
        return False
    covered = span(str(edtf))
    begins_before = wanted.last is None or covered.first is None or covered.first <= wanted.last
    ends_after = wanted.first is None or covered.last is None or covered.last >= wanted.first
    return begins_before and ends_after


def _via(wanted: Filter, record: Record, records: Records) -> bool:
    assert isinstance(wanted, Via)
    return value(record, wanted.field) in passing(wanted.inner, wanted.table, records)


def _linked(wanted: Filter, record: Record, records: Records) -> bool:
    assert isinstance(wanted, Linked)
    inner = passing(wanted.inner, wanted.table, records)
    return any(other.id in inner and value(other, wanted.field) == record.id for other in records)


def _speaks_of(wanted: Filter, record: Record, records: Records) -> bool:
    assert isinstance(wanted, SpeaksOf)
    inner = passing(wanted.inner, wanted.table, records)
    return any(
        isinstance(other, Statement)
        and other.source == record.id
        and other.subject_table == wanted.table
        and other.subject in inner
        for other in records
    )


def _led_at(wanted: Filter, record: Record, records: Records) -> bool:
    """Who chairs or heads the delegation leads it, else whoever has the highest level."""
    assert isinstance(wanted, LedAt)
    positions = {other.id: other.position for other in records if isinstance(other, Level)}
    came = [other for other in records if isinstance(other, Delegate) and other.delegation == record.id]
    if not came:
        return False

    def rank(one: Delegate) -> tuple[bool, bool, int, str]:
        position = positions.get(one.level or "")
        return (one.role not in (Role.CHAIR, Role.HEAD), position is None, position or 0, one.id)

    return min(came, key=rank).level in wanted.levels


def _stated(wanted: Filter, record: Record, records: Records) -> bool:
    assert isinstance(wanted, Stated)
    said = [
        other
        for other in records
        if isinstance(other, Statement)
        and (other.subject_table, other.subject) == (record.TABLE, record.id)
        and wanted.field in (None, other.field)
    ]
    return any(_disputed(Disputed(), each, records) for each in said) if wanted.disputed else bool(said)


def _disputed(wanted: Filter, record: Record, records: Records) -> bool:
    assert isinstance(wanted, Disputed)
    assert isinstance(record, Statement)
    others = {
        other.value.strip().lower()
        for other in records
        if isinstance(other, Statement)
        and (other.subject, other.field) == (record.subject, record.field)
        and other.value is not None
    }
    return record.value is not None and len(others) > 1


def _matches(wanted: Filter, record: Record, _: Records) -> bool:
    """Good for records that are found by their own words alone."""
    assert isinstance(wanted, Matches)
    own = [value(record, spec.name) for spec in specs(type(record)).values() if spec.searchable]
    words = fold(" ".join(str(each) for each in own if each)).split()
    *whole, begun = fold(wanted.text).split()
    return all(word in words for word in whole) and any(word.startswith(begun) for word in words)


def _every(wanted: Filter, record: Record, records: Records) -> bool:
    assert isinstance(wanted, Every)
    return all(holds(part, record, records) for part in wanted.parts)


def _some(wanted: Filter, record: Record, records: Records) -> bool:
    assert isinstance(wanted, Some)
    return any(holds(part, record, records) for part in wanted.parts)


def _not(wanted: Filter, record: Record, records: Records) -> bool:
    assert isinstance(wanted, Not)
    return not holds(wanted.part, record, records)


_HOLDS: Mapping[type, Callable[[Filter, Record, Records], bool]] = {
    Compare: _compare,
    OneOf: _one_of,
    Overlaps: _overlaps,
    Via: _via,
    Linked: _linked,
    SpeaksOf: _speaks_of,
    LedAt: _led_at,
    Stated: _stated,
    Disputed: _disputed,
    Matches: _matches,
    Every: _every,
    Some: _some,
    Not: _not,
}
