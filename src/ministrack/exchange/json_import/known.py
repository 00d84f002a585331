"""Which record of the dossier an entry is: by its id, or because only one such thing may be there."""

from collections.abc import Iterable, Sequence
from functools import cache

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES
from ministrack.domain.fields import FieldKind, specs, stored_value
from ministrack.domain.filters import OneOf
from ministrack.domain.lists import ListQuery, Value
from ministrack.domain.record import Record, Ref
from ministrack.domain.twins import ONCE
from ministrack.exchange.json_import.entries import Entry
from ministrack.store.reader import Reader

_PAGE = 500  # ids asked for at a time
TOLD_BY = {**ONCE, "party": ("code",), "tag": ("name",)}
"""Fields by which a record of another dossier is the same thing as one of this, by table."""

Key = tuple[Value, ...]


class Known:
    """Finds the records of the dossier that entries are, and gives twins the ids that they have here."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._moved: dict[Ref, str] = {}

    def recognise(self, table: str, entries: Sequence[Entry]) -> dict[str, Record]:
        """The records of the dossier that entries of one table are, by id; twins get the ids of theirs."""
        self.follow(entries)
        found = {each.id: each for each in self._records(table, "id", [entry.id for entry in entries])}
        strangers = [entry for entry in entries if entry.id not in found and key_of(entry)]
        by_key = self._by_key(table, strangers)
        for entry in strangers:
            twin = by_key.get(key_of(entry))
            if twin is not None and twin.id not in found:
                self._moved[entry.ref] = twin.id
                entry.id, entry.is_twin = twin.id, True
                found[twin.id] = twin
        return found

    def follow(self, entries: Iterable[Entry]) -> None:
        """References to twins become references to the records that they are here."""
        for entry in entries:
            for name, ref in references(entry):
                if ref in self._moved:
                    entry.values[name] = self._moved[ref]

    def _by_key(self, table: str, entries: Sequence[Entry]) -> dict[Key, Record]:
        if not entries:
            return {}
        names = TOLD_BY[table]
        first = names[0]
        values = [str(entry.values[first]) for entry in entries]
        return {record_key(each, names): each for each in self._records(table, first, values)}

    def _records(self, table: str, field: str, values: Iterable[str]) -> Iterable[Record]:
        wanted = [each for each in dict.fromkeys(values) if each]
        for start in range(0, len(wanted), _PAGE):
            yield from self._read.find(
                RECORD_TYPES[table], OneOf(field, tuple(wanted[start : start + _PAGE]))
            )

    def there(self, refs: Iterable[Ref]) -> dict[Ref, str]:
        """Those of the records that the dossier has, with their names."""
        by_table: dict[str, list[str]] = {}
        for ref in dict.fromkeys(refs):
            by_table.setdefault(ref.table, []).append(ref.id)
        found: dict[Ref, str] = {}
        for table, ids in by_table.items():
            listing = self._read.listing(ListQuery(table, ("label",)))
            for start in range(0, len(ids), _PAGE):
                rows = listing.rows_of(ids[start : start + _PAGE])
                found |= {Ref(table, str(row["id"])): str(row["label"] or "") for row in rows}
        return found


def key_of(entry: Entry) -> Key:
    """What tells the thing apart; nothing where that is not said whole."""
    values = tuple(entry.values.get(name) for name in TOLD_BY.get(entry.table, ()))
    return () if None in values else values


def record_key(record: Record, names: Sequence[str]) -> Key:
    """The same of a record of the dossier."""
    declared = specs(type(record))
    return tuple(stored_value(declared[name], getattr(record, name)) for name in names)


def references(entry: Entry) -> list[tuple[str, Ref]]:
    """The fields in which an entry points at a record of a known kind, and at which."""
    values = entry.values
    found = [
        (name, Ref(table, str(values[name]))) for name, table in _pointing(entry.table) if values.get(name)
    ]
    if entry.table in SUBJECT_TABLES:
        about, subject = values.get("subject_table"), values.get("subject")
        if about in RECORD_TYPES and subject:
            found.append(("subject", Ref(str(about), str(subject))))
    return found


@cache
def _pointing(table: str) -> tuple[tuple[str, str], ...]:
    """The fields of a table that refer to another one, with that one."""
    declared = specs(RECORD_TYPES[table]).values()
    return tuple((spec.name, spec.refers) for spec in declared if spec.kind is FieldKind.REFERENCE)
