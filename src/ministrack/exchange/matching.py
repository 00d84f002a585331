"""Which record of the dossier a line is about: by what tells records of its kind apart."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from ministrack.domain.names import fold
from ministrack.domain.record import Record, Ref
from ministrack.domain.twins import ALIKE, ONCE

Values = Mapping[str, object]

NAMING: Mapping[str, str] = {
    "series": "name", "person": "name", "meeting": "name", "document": "title", "body": "name",
    "task": "title", "source": "title", "party": "name", "level": "name", "tag": "name",
}  # fmt: skip
"""The field by which people know a record of a table."""

# What else tells two records of one name apart, where a line says it.
_APART: Mapping[str, tuple[str, ...]] = {"meeting": ("series", "date"), "task": ("made_at",)}


class Keys(Protocol):
    """Finds records by what tells them apart; asks the dossier each time, or has read it beforehand."""

    def named(self, table: str, text: str) -> Sequence[Ref]:
        """Records with just this name in any spelling that is recorded, its words in any order."""
        ...

    def labelled(self, table: str, text: str) -> Sequence[Ref]:
        """Records that are called just so."""
        ...

    def holding(self, table: str, wanted: Mapping[str, object]) -> Sequence[Ref]:
        """Records whose fields have these values."""
        ...

    def record(self, ref: Ref) -> Record | None:
        """The record."""
        ...

    def head(self, delegation: str) -> Ref | None:
        """The seat of the one who leads a delegation; None where nobody does."""
        ...


def recorded(keys: Keys, table: str, values: Values) -> Ref | None:
    """The one record that these values are about; None where there is none, or where several may be meant."""
    found = candidates(keys, table, values)
    return found[0] if len(found) == 1 else None


def candidates(keys: Keys, table: str, values: Values) -> Sequence[Ref]:
    """The records that these values may be about."""
    if table in ("party", "meeting"):
        return _numbered(keys, table, values)
    if table in NAMING:
        return _named(keys, table, values)
    told_by = ONCE.get(table) or ALIKE.get(table, ())
    wanted = {name: values.get(name) for name in told_by}
    return keys.holding(table, wanted) if wanted and None not in wanted.values() else []


def _numbered(keys: Keys, table: str, values: Values) -> Sequence[Ref]:
    """By code, or by number in the series; by name one that has no other code or number."""
    fields = ("code",) if table == "party" else ("series", "number")
    wanted = {name: values.get(name) for name in fields}
    if None in wanted.values() or "" in wanted.values():
        return _named(keys, table, values)
    found = keys.holding(table, wanted)
    last = fields[-1]
    return found or [
        ref for ref in _named(keys, table, values) if getattr(keys.record(ref), last, None) is None
    ]


def _named(keys: Keys, table: str, values: Values) -> Sequence[Ref]:
    """By its name; a meeting of that name in another series, or on another day, is another one."""
    name = str(values.get(NAMING[table], "") or "")
    if not fold(name):
        return []
    same = list(keys.labelled(table, name))
    for apart in _APART.get(table, ()):
        if values.get(apart) is not None and (len(same) > 1 or apart != "date"):
            same = [ref for ref in same if getattr(keys.record(ref), apart, None) == values[apart]]
    return same
