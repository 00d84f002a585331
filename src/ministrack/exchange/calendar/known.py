"""Which meetings and tasks of a dossier the entries of a calendar are: asked for all of them at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span
from ministrack.domain.filing import Identifier
from ministrack.domain.filters import EVERYTHING, Compare, Filter, OneOf, every
from ministrack.domain.meeting import Meeting
from ministrack.domain.names import fold
from ministrack.domain.record import Record, Ref
from ministrack.domain.task import Task
from ministrack.exchange.calendar.found import Found
from ministrack.store.reader import Reader

SCHEME = "ics"
_AT_ONCE = 1000  # values in one question
T = TypeVar("T", bound=Record)


class Known:
    """Looked up once for a whole file; answers from memory then."""

    def __init__(self, read: Reader, found: Sequence[Found], tell: Callable[[], None]) -> None:
        self._read = read
        self._tell = tell
        named = [each for each in found if not each.problem]
        self.identified = self._identified({each.uid for each in named if each.uid})
        wanted: dict[str, set[str]] = {"meeting": set(), "task": set()}
        for each in named:
            wanted[each.table].update(filter(None, (each.own, each.uid)))
        for ref in self.identified.values():
            wanted.setdefault(ref.table, set()).add(ref.id)
        self._records: dict[Ref, Record] = {}
        for table in ("meeting", "task"):
            for record in self._all(RECORD_TYPES[table], "id", wanted[table]):
                self._records[Ref(table, record.id)] = record
        self._alike = self._same_day([each for each in named if self.record(each) is None])

    def record(self, found: Found) -> Record | None:
        """The meeting or task that an entry was made of, or that was written as this entry."""
        ref = self.identified.get(found.uid)
        if ref is not None and ref.table == found.table and ref in self._records:
            return self._records[ref]
        for identity in filter(None, (found.own, found.uid)):
            if Ref(found.table, identity) in self._records:
                return self._records[Ref(found.table, identity)]
        return None

    def alike(self, found: Found) -> list[Record]:
        """Records of the same name on the same date which no other entry of a calendar stands for."""
        return self._alike.get(_key(found.table, found.fields), []) if self._alike else []

    def _identified(self, uids: Iterable[str]) -> dict[str, Ref]:
        mine = Compare("scheme", SCHEME)
        found = self._all(Identifier, "value", uids, mine) if self._read.count("identifier", mine) else ()
        return {each.value: Ref(each.subject_table, each.subject) for each in found}

    def _same_day(self, found: Sequence[Found]) -> Mapping[tuple[str, str, str], list[Record]]:
        alike: dict[tuple[str, str, str], list[Record]] = {}
        for table, dated, kind in (("meeting", "date", Meeting), ("task", "due", Task)):
            if not self._read.count(table):
                continue
            wanted = {_key(table, each.fields) for each in found if each.table == table}
            days = {span(date).first or "" for _, _, date in wanted if date}
            near = [*self._all(kind, f"{dated}_first", days)]
            if any(not date for _, _, date in wanted):
                near += self._read.find(kind, Compare(dated, None))
            for record in near:
                key = (table, fold(str(getattr(record, kind.LABEL))), str(getattr(record, dated) or ""))
                if key in wanted:
                    alike.setdefault(key, []).append(record)
        taken = self._taken([record.id for records in alike.values() for record in records])
        return {key: [each for each in records if each.id not in taken] for key, records in alike.items()}

    def _taken(self, ids: Sequence[str]) -> set[str]:
        found = self._all(Identifier, "subject", ids, Compare("scheme", SCHEME))
        return {each.subject for each in found}

    def _all(
        self, kind: type[T], field: str, values: Iterable[str], besides: Filter = EVERYTHING
    ) -> Iterator[T]:
        wanted = sorted(values)
        for start in range(0, len(wanted), _AT_ONCE):
            self._tell()
            part = OneOf(field, tuple(wanted[start : start + _AT_ONCE]))
            yield from self._read.find(kind, every((besides, part)))


def _key(table: str, fields: Mapping[str, object]) -> tuple[str, str, str]:
    name, dated = ("name", "date") if table == "meeting" else ("title", "due")
    return table, fold(str(fields.get(name) or "")), str(fields.get(dated) or "")
