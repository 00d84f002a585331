"""Which record of the dossier a line is about: by what tells records of its kind apart."""

from collections.abc import Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import Compare, every
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.store.reader import Reader

Values = Mapping[str, object]

_HITS = 20
_NAMED = {
    "series": "name", "person": "name", "meeting": "name", "document": "title", "body": "name",
    "task": "title", "source": "title", "party": "name",
}  # fmt: skip


def recorded(read: Reader, table: str, values: Values) -> Ref | None:
    """The one record that these values are about; None where there is none, or where several may be meant."""
    if table == "delegation":
        return _one(read, table, meeting=values.get("meeting"), party=values.get("party"))
    if table == "party" and values.get("code"):
        return _one(read, table, code=values["code"])
    if table == "meeting" and values.get("series") and values.get("number") is not None:
        return _one(read, table, series=values["series"], number=values["number"])
    return _named(read, table, values)


def _one(read: Reader, table: str, **wanted: object) -> Ref | None:
    if None in wanted.values():
        return None
    parts = [Compare(name, value if isinstance(value, int) else str(value)) for name, value in wanted.items()]
    found = read.find(RECORD_TYPES[table], every(parts))
    return Ref(table, found[0].id) if len(found) == 1 else None


def _named(read: Reader, table: str, values: Values) -> Ref | None:
    """By its name; a meeting of that name in another series, or on another day, is another one."""
    name = str(values.get(_NAMED.get(table, ""), "") or "")
    if not fold(name):
        return None
    hits = read.search(name, tables=(table,), limit=_HITS)
    same = [hit.ref for hit in hits if fold(hit.label) == fold(name)]
    for apart in ("series", "date") if table == "meeting" else ():
        if values.get(apart) is not None and (len(same) > 1 or apart == "series"):
            same = [ref for ref in same if (read.row(ref, (apart,)) or {}).get(apart) == values[apart]]
    return same[0] if len(same) == 1 else None
