"""Which records go along with some: what hangs on them, and all that any of these point at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES, pointers_to
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.filters import Compare, OneOf, every
from ministrack.domain.progress import Progress
from ministrack.domain.record import Record, Ref
from ministrack.store.reader import Reader

_PAGE = 500  # ids asked for at a time
_SUBJECT = attrgetter("subject_table", "subject")

Step = Callable[[Reader, str, tuple[str, ...]], Iterable[Ref]]


def with_belongings(read: Reader, chosen: Mapping[str, Iterable[str]], told: Progress) -> dict[str, set[str]]:
    """The ids by table of the chosen records and of all that a reader needs to understand them.

    Delegations go along with their meeting, and statements with what they are about; then whatever any of
    these point at, so that no reference leads nowhere.
    """
    kept = {table: set(ids) for table, ids in chosen.items()}
    return _spread(read, _spread(read, kept, _hanging, told), _pointed_at, told)


def _spread(read: Reader, begin: Mapping[str, set[str]], step: Step, told: Progress) -> dict[str, set[str]]:
    """All records that are reached from some, with these."""
    found: dict[str, set[str]] = {table: set() for table in RECORD_TYPES}
    ahead = [Ref(table, each) for table in RECORD_TYPES for each in sorted(begin.get(table, ()))]
    while ahead:
        fresh: dict[str, set[str]] = {}
        for table, identity in ahead:
            if identity not in found[table]:
                found[table].add(identity)
                fresh.setdefault(table, set()).add(identity)
        told(sum(map(len, found.values())), 0)
        ahead = [
            ref for table, ids in fresh.items() for page in _pages(ids) for ref in step(read, table, page)
        ]
    return found


def _pages(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _PAGE):
        yield tuple(ordered[start : start + _PAGE])


def _hanging(read: Reader, table: str, ids: tuple[str, ...]) -> Iterator[Ref]:
    """What cannot be without one of the records, and what is said about them."""
    for pointer in pointers_to(table):
        if pointer.required:
            for record in read.find(RECORD_TYPES[pointer.table], OneOf(pointer.field, ids)):
                yield Ref(pointer.table, record.id)
    about = every((Compare("subject_table", table), OneOf("subject", ids)))
    for name in SUBJECT_TABLES:
        for record in read.find(RECORD_TYPES[name], about):
            yield Ref(name, record.id)


def _pointed_at(read: Reader, table: str, ids: tuple[str, ...]) -> Iterator[Ref]:
    for record in read.find(RECORD_TYPES[table], OneOf("id", ids)):
        yield from references(record)


def references(record: Record) -> Iterator[Ref]:
    """All records that a record points at, whether or not they are there."""
    for name, spec in specs(type(record)).items():
        if spec.kind is FieldKind.REFERENCE and (meant := getattr(record, name)):
            yield Ref(spec.refers, str(meant))
    if type(record).TABLE in SUBJECT_TABLES:
        yield Ref(*_SUBJECT(record))
