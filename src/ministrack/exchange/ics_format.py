"""Meetings and tasks as a calendar that other programs open, and that comes back as it was."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import BinaryIO, TypeVar

from ministrack import __version__
from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.filing import Identifier
from ministrack.domain.filters import Compare, OneOf
from ministrack.domain.language import trn
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Record, Ref
from ministrack.domain.task import Task
from ministrack.exchange.calendar.dates_out import Dated, covered_days, meeting_dates, task_dates
from ministrack.exchange.calendar.entries_out import Around, event, todo
from ministrack.exchange.calendar.found import Link
from ministrack.exchange.calendar.known import SCHEME
from ministrack.exchange.calendar.lines_out import as_bytes
from ministrack.exchange.calendar.recurrence import zones_of
from ministrack.exchange.calendar.zones import described, is_known
from ministrack.exchange.outgoing import Outgoing
from ministrack.store.reader import Reader

_AT_ONCE = 500  # records
T = TypeVar("T", bound=Record)


def write_ics(going: Outgoing, out: BinaryIO) -> Sequence[str]:
    """Writes the meetings and tasks of a selection; answers with what was left out, in words.

    Dates that are no exact days go out only by choice, as the days that they may mean.
    """
    read, imprecise = going.read, going.options.imprecise
    events = _records(going, Meeting)
    todos = _records(going, Task)
    dated = {each.id: meeting_dates(each.date, each.time, imprecise=imprecise) for each in events}
    around = Around(_uids(read), _names(read, [*events, *todos]), f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    named = [zone for each in events for zone in zones_of(f"{each.recurrence} {around.uid(each.id)}")]
    out.write(as_bytes(_head(list(filter(None, dated.values())), named)))
    total = len(events) + len(todos)
    for done, record in enumerate(chain(events, todos)):
        if done % _AT_ONCE == 0:
            going.told(done, total)
        out.write(as_bytes(_entry(record, dated, around, imprecise)))
    out.write(as_bytes(["END:VCALENDAR"]))
    going.told(total, total)
    return _left_out(events, todos, dated, imprecise)


def _entry(record: Record, dated: dict[str, Dated | None], around: Around, imprecise: bool) -> Iterable[str]:
    if isinstance(record, Task):
        return todo(record, task_dates(record.due, imprecise=imprecise), around)
    when = dated[record.id]
    return event(record, when, around) if isinstance(record, Meeting) and when else ()


def _head(dated: Sequence[Dated], named: Sequence[str]) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//ministrack//ministrack {__version__}//EN"
    yield "CALSCALE:GREGORIAN"
    timed = [each for each in dated if each.time]
    if timed:
        first, last = min(each.first for each in timed), max(each.last for each in timed)
        zones = {zone for each in timed for zone in each.zones} | set(filter(is_known, named))
        yield from described(zones, first, last)


def _left_out(
    events: Sequence[Meeting], todos: Sequence[Task], dated: dict[str, Dated | None], imprecise: bool
) -> list[str]:
    words = []
    missing = [each for each in events if dated[each.id] is None]
    loose = sum(covered_days(each.date) is not None for each in missing)
    if loose:
        words.append(
            trn(
                "{n} meeting is left out: its date is no exact day.",
                "{n} meetings are left out: their dates are no exact days.",
                loose,
            )
        )
    if len(missing) > loose:
        words.append(
            trn(
                "{n} meeting is left out: it has no date, or one without an end.",
                "{n} meetings are left out: they have no date, or one without an end.",
                len(missing) - loose,
            )
        )
    undated = sum(bool(each.due) and task_dates(each.due, imprecise=imprecise) is None for each in todos)
    if undated:
        words.append(
            trn(
                "{n} task shows no deadline in a calendar: its date is no exact day.",
                "{n} tasks show no deadline in a calendar: their dates are no exact days.",
                undated,
            )
        )
    return words


def _records(going: Outgoing, kind: type[T]) -> list[T]:
    if going.selection.whole:
        return going.read.find(kind)
    ids = going.selection.ids(going.read, kind.TABLE)
    found = {each.id: each for part in _parts(ids) for each in going.read.find(kind, OneOf("id", part))}
    return [found[each] for each in ids if each in found]


def _uids(read: Reader) -> dict[str, str]:
    """The ids by which calendars know records; of several the first."""
    kept = read.find(Identifier, Compare("scheme", SCHEME))
    return {each.subject: each.value for each in reversed(kept)}


def _names(read: Reader, records: Iterable[Record]) -> dict[Ref, Link]:
    """What the records are called that these point at."""
    wanted: dict[str, dict[str, None]] = {}
    for record in records:
        for name, spec in specs(type(record)).items():
            if spec.kind is FieldKind.REFERENCE and (value := getattr(record, name)):
                wanted.setdefault(spec.refers, {})[value] = None
    return {
        Ref(table, each.id): Link(
            each.id, str(getattr(each, each.LABEL)), str(getattr(each, "code", None) or "")
        )
        for table, ids in wanted.items()
        for part in _parts(list(ids))
        for each in read.find(RECORD_TYPES[table], OneOf("id", part))
    }


def _link(record: Record) -> Link:
    return Link(record.id, str(getattr(record, record.LABEL)), str(getattr(record, "code", None) or ""))


def _parts(ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield tuple(ids[start : start + _AT_ONCE])
