"""The records that an entry of a calendar points at: found, or made as far as they are named."""

from collections.abc import Callable, Mapping
from typing import cast

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import Compare
from ministrack.domain.ids import new_id
from ministrack.domain.names import fold
from ministrack.domain.party import Party, PartyKind
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass
from ministrack.exchange.calendar.found import Link
from ministrack.store.reader import Reader

_MADE = frozenset(("series", "party", "person", "document", "body"))


@dataclass(frozen=True, slots=True)
class Target:
    """The record meant; `made` where it has to be made first."""

    id: str
    made: Record | None = None


class Links:
    """Answers for one file: what several entries name is looked up, or made, once for all."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._known: dict[tuple[str, Link], Target | None] = {}
        self._made: dict[tuple[str, str], Target] = {}

    def target(self, table: str, link: Link) -> Target | None:
        """The record of a table; None where it is not there and too little is said to make it."""
        key = (table, link)
        if key not in self._known:
            self._known[key] = self._looked_up(table, link)
        return self._known[key]

    def _looked_up(self, table: str, link: Link) -> Target | None:
        if link.id and self._read.exists(Ref(table, link.id)):
            return Target(link.id)
        if not link.name or table not in _MADE:
            return None
        kind = RECORD_TYPES[table]
        for field, value in (("code", link.code), (kind.LABEL, link.name)):
            if value and (field != "code" or table == "party"):
                found = self._read.find(kind, Compare(field, value))
                if found:
                    return Target(found[0].id)
        keys = [(table, key) for key in (link.id, link.code, fold(link.name)) if key]
        made = next((self._made[key] for key in keys if key in self._made), None) or _make(table, link)
        for key in keys:
            self._made.setdefault(key, made)
        return made


def _make(table: str, link: Link) -> Target:
    identity = link.id or new_id()
    if table == "party":
        party_kind = PartyKind.STATE if link.code else PartyKind.OTHER
        return Target(identity, Party(id=identity, name=link.name, kind=party_kind, code=link.code or None))
    kind = RECORD_TYPES[table]
    values: Mapping[str, object] = {"id": identity, kind.LABEL: link.name}
    return Target(identity, cast(Callable[..., Record], kind)(**values))
