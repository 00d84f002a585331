"""Finds records by what was read of the dossier beforehand, a table at once: for files of many lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.delegation import Delegate
from ministrack.domain.fields import specs, stored_value
from ministrack.domain.filters import Compare, OneOf
from ministrack.domain.names import fold
from ministrack.domain.record import Record, Ref
from ministrack.exchange.matching import NAMING
from ministrack.exchange.searched import other_names
from ministrack.store.reader import Reader

_PAGE = 400  # ids asked for at a time
_BY_MEETING = frozenset(("delegation", "programme_item"))  # too many to read all of them

# The columns of a table that hold names; the last of a party holds several.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "party": ("name", "short_name", "code", "other_names"),
    "person": ("name", "native_name"),
    "series": ("name", "short_name"),
}


class LoadedKeys:
    """Keys read at once, and with them the records that a file adds; see matching.Keys."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._named: dict[str, dict[str, list[Ref]]] = {}
        self._labelled: dict[str, dict[str, list[Ref]]] = {}
        self._holding: dict[tuple[str, tuple[str, ...]], dict[tuple[object, ...], list[Ref]]] = {}
        self._meetings_read: set[tuple[str, str]] = set()
        self._records: dict[Ref, Record | None] = {}
        self._seats: dict[str, list[Delegate]] = {}
        self._added: dict[Ref, Record] = {}

    def add(self, record: Record) -> None:
        """From here on it is found like those of the dossier."""
        ref = Ref(record.TABLE, record.id)
        if ref in self._added:
            return
        self._added[ref] = record
        for name in _names_of(record):
            if record.TABLE in self._named and (key := _words(name)):
                self._named[record.TABLE].setdefault(key, []).append(ref)
        label = fold(str(getattr(record, NAMING.get(record.TABLE, ""), "") or ""))
        if label and record.TABLE in self._labelled:
            self._labelled[record.TABLE].setdefault(label, []).append(ref)
        for (table, names), index in self._holding.items():
            if table == record.TABLE:
                index[tuple(_stored(record, name) for name in names)].append(ref)

    def is_added(self, ref: Ref) -> bool:
        """Whether it is not in the dossier but was added here."""
        return ref in self._added

    def named(self, table: str, text: str) -> Sequence[Ref]:
        """Records with just this name in any recorded spelling, its words in any order."""
        if table not in self._named:
            self._named[table] = self._names(table)
        return self._named[table].get(_words(text), [])

    def labelled(self, table: str, text: str) -> Sequence[Ref]:
        """Records that are called just so."""
        if table not in self._labelled:
            index: dict[str, list[Ref]] = {}
            for identity, name in self._both(table, (NAMING[table],)):
                index.setdefault(fold(str(name or "")), []).append(Ref(table, str(identity)))
            self._labelled[table] = index
        return self._labelled[table].get(fold(text), [])

    def holding(self, table: str, wanted: Mapping[str, object]) -> Sequence[Ref]:
        """Records whose fields have these values."""
        names = tuple(wanted)
        if table in _BY_MEETING and "meeting" in wanted:
            self._read_meeting(table, names, str(wanted["meeting"]))
        elif (table, names) not in self._holding:
            index = self._holding.setdefault((table, names), defaultdict(list))
            for identity, *values in self._both(table, names):
                index[tuple(values)].append(Ref(table, str(identity)))
        return self._holding[(table, names)].get(tuple(wanted.values()), [])

    def record(self, ref: Ref) -> Record | None:
        """The record as it is stored, or as it was added."""
        if ref in self._added:
            return self._added[ref]
        if ref not in self._records:
            self.load(ref.table, [ref.id])
        return self._records[ref]

    def load(self, table: str, ids: Iterable[str]) -> None:
        """Reads records at once, for `record`."""
        wanted = [each for each in dict.fromkeys(ids) if Ref(table, each) not in self._records]
        self._records |= {Ref(table, each): None for each in wanted}
        for page in _pages(wanted):
            for record in self._read.find(RECORD_TYPES[table], OneOf("id", page)):
                self._records[Ref(table, record.id)] = record

    def head(self, delegation: str) -> Ref | None:
        """The seat of the one who leads a delegation."""
        row = self._read.row(Ref("delegation", delegation), ("head_id",))
        if row is None or not row["head_id"]:
            return None
        return Ref("delegate", str(row["head_id"]))

    def load_seats(self, delegations: Iterable[str]) -> None:
        """Reads the delegates of delegations at once, for `seats`."""
        wanted = [each for each in dict.fromkeys(delegations) if each not in self._seats]
        self._seats |= {each: [] for each in wanted}
        for page in _pages(wanted):
            for seat in self._read.find(Delegate, OneOf("delegation", page)):
                self._seats[seat.delegation].append(seat)
                self._records[Ref("delegate", seat.id)] = seat

    def seats(self, delegation: str) -> Sequence[Delegate]:
        """The delegates of a delegation that is in the dossier."""
        self.load_seats([delegation])
        return self._seats[delegation]

    def _read_meeting(self, table: str, names: tuple[str, ...], meeting: str) -> None:
        index = self._holding.setdefault((table, names), defaultdict(list))
        if (table, meeting) in self._meetings_read:
            return
        self._meetings_read.add((table, meeting))
        for record in self._read.find(RECORD_TYPES[table], Compare("meeting", meeting)):
            ref = Ref(table, record.id)
            self._records[ref] = record
            index[tuple(_stored(record, name) for name in names)].append(ref)

    def _both(self, table: str, names: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
        """Columns of the records of the dossier, then of those that were added."""
        yield from self._read.columns(table, names)
        for ref, record in self._added.items():
            if ref.table == table:
                yield (ref.id, *(_stored(record, name) for name in names))

    def _names(self, table: str) -> dict[str, list[Ref]]:
        index: dict[str, list[Ref]] = {}
        columns = _NAMES.get(table, (RECORD_TYPES[table].LABEL,))
        spellings = self._read.columns("spelling", ("person", "name")) if table == "person" else ()
        rows: list[tuple[str, tuple[object, ...]]] = [(str(person), (name,)) for _, person, name in spellings]
        rows += [(str(identity), tuple(values)) for identity, *values in self._both(table, columns)]
        for identity, values in rows:
            ref = Ref(table, identity)
            for name in _spelt(columns, values):
                key = _words(name)
                if key and ref not in index.setdefault(key, []):
                    index[key].append(ref)
        return index


def _spelt(columns: Sequence[str], values: Sequence[object]) -> Iterator[str]:
    for place, value in enumerate(values):
        if value and len(values) == len(columns) and columns[place] == "other_names":
            yield from other_names(str(value))
        elif value:
            yield str(value)


def _names_of(record: Record) -> Iterator[str]:
    columns = _NAMES.get(record.TABLE, (record.LABEL,))
    return _spelt(columns, [getattr(record, name, None) for name in columns])


def _words(name: str) -> str:
    return " ".join(sorted(fold(name).split()))


def _stored(record: Record, name: str) -> object:
    return stored_value(specs(type(record))[name], getattr(record, name))


def _pages(ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(ids), _PAGE):
        yield tuple(ids[start : start + _PAGE])
