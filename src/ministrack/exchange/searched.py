"""Finds records by asking the dossier each time: for a few lines, as they are typed or pasted."""

from collections.abc import Iterable, Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import Compare, every
from ministrack.domain.names import fold
from ministrack.domain.party import Party
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record, Ref
from ministrack.store.reader import Reader

_HITS = 20


class SearchedKeys:
    """Keys by search; see matching.Keys."""

    def __init__(self, read: Reader) -> None:
        self._read = read

    def named(self, table: str, text: str) -> list[Ref]:
        """Records with just this name in any recorded spelling, its words in any order."""
        wanted = sorted(fold(text).split())
        if not wanted:
            return []
        hits = self._read.search(text, tables=(table,), limit=_HITS)
        refs = dict.fromkeys(hit.ref for hit in hits)
        return [ref for ref in refs if wanted in [sorted(fold(each).split()) for each in self._names(ref)]]

    def labelled(self, table: str, text: str) -> list[Ref]:
        """Records that are called just so."""
        hits = self._read.search(text, tables=(table,), limit=_HITS)
        return [hit.ref for hit in hits if fold(hit.label) == fold(text)]

    def holding(self, table: str, wanted: Mapping[str, object]) -> list[Ref]:
        """Records whose fields have these values."""
        parts = [
            Compare(name, value if isinstance(value, int) else str(value)) for name, value in wanted.items()
        ]
        return [Ref(table, found.id) for found in self._read.find(RECORD_TYPES[table], every(parts))]

    def record(self, ref: Ref) -> Record | None:
        """The record."""
        return self._read.get(RECORD_TYPES[ref.table], ref.id)

    def head(self, delegation: str) -> Ref | None:
        """The seat of the one who leads a delegation."""
        row = self._read.row(Ref("delegation", delegation), ("head_id",))
        if row is None or not row["head_id"]:
            return None
        return Ref("delegate", str(row["head_id"]))

    def _names(self, ref: Ref) -> Iterable[str]:
        record = self.record(ref)
        if isinstance(record, Person):
            spellings = self._read.find(Spelling, Compare("person", record.id))
            return [*names_of_record(record), *(each.name for each in spellings)]
        return names_of_record(record) if isinstance(record, Party) else [self._read.label(ref)]


def names_of_record(record: Party | Person) -> list[str]:
    """The names that stand in a record itself."""
    if isinstance(record, Person):
        return [record.name, record.native_name or ""]
    return [record.name, record.short_name or "", record.code or "", *other_names(record.other_names)]


def other_names(text: str | None) -> list[str]:
    """The other names of a party, one by one."""
    return (text or "").replace(";", ",").split(",")
