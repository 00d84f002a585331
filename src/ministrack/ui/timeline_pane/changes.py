"""Which items of the timeline an edit touched: most edits touch few, and only those are made anew."""

from collections.abc import Iterator, Mapping

from ministrack.domain.filters import Compare, Filter, OneOf
from ministrack.domain.lists import ListQuery
from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.edits.changes import ChangeSet
from ministrack.ui.views.timeline.items import Ref

_OWNERS = ("owner_party", "owner_body", "owner_person", "owner_note")
_SAID: Mapping[str, frozenset[str]] = {
    "meeting": frozenset(("name", "number", "series", "status", "city", "country", "date")),
    "document": frozenset(("title",)),
    "document_stage": frozenset(("document", "stage", "date")),
    "task": frozenset(("title", "status", "made_at", "from_document", "due", "due_meeting", *_OWNERS)),
    "party": frozenset(("name",)),
    "body": frozenset(("name",)),
    "person": frozenset(("name",)),
    "series": frozenset(("name", "short_name")),
}
"""The fields, by table, that an item says something of."""
MADE_OF = frozenset(_SAID)
"""The tables that items are made of."""
_NAMES = frozenset(("party", "body", "person", "series"))  # each may stand in any number of items
_NOTHING: frozenset[str] = frozenset()
_MOST = 400  # rows; beyond, it is quicker to make everything anew


@dataclass(frozen=True, slots=True)
class Touched:
    """The rows whose items must be made anew: their keys, and a filter for each of the tables."""

    keys: frozenset[Ref]
    wanted: Mapping[str, Filter]


def touched(read: Reader, change_set: ChangeSet) -> Touched | None:
    """The rows of an edit; None where it may touch so much that everything is to be made anew."""
    if change_set.renamed:
        return None
    rows: dict[str, set[str]] = {}
    for each in change_set.changes:
        if not _SAID.get(each.table, _NOTHING).isdisjoint(each.fields()):
            rows.setdefault(each.table, set()).add(each.row)
    if _NAMES & rows.keys() or sum(map(len, rows.values())) > _MOST:
        return None
    keys: set[Ref] = set()
    for table, linked in (
        ("meeting", ()),
        ("document_stage", (("document", "document"),)),
        ("task", (("made_at", "meeting"), ("due_meeting", "meeting"))),
    ):
        found = set(rows.get(table, ()))
        for field, target in linked:
            for identity in rows.get(target, ()):
                found.update(_pointing(read, table, field, identity))
        keys.update((table, identity) for identity in found)
    return None if len(keys) > _MOST else Touched(frozenset(keys), dict(_filters(keys)))


def _pointing(read: Reader, table: str, field: str, identity: str) -> list[str]:
    return read.listing(ListQuery(table, (), Compare(field, identity))).ids(0, _MOST + 1)


def _filters(keys: set[Ref]) -> Iterator[tuple[str, Filter]]:
    for table in sorted({table for table, _ in keys}):
        yield table, OneOf("id", tuple(sorted(identity for of, identity in keys if of == table)))
