"""Records that are called alike, by the sounds of their names; each is looked at once, however many."""

import sqlite3
from collections.abc import Iterator
from itertools import combinations, pairwise

from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass

_LEAST = 4  # letters; shorter names are those of too many
_FAMILY = 6  # records of one name that are compared each with each; of more, one with the next


@dataclass(frozen=True, slots=True)
class Alike:
    """Two records of one kind, and the sounds that a name of each has."""

    one: Ref
    other: Ref
    sounds: str


def alike(connection: sqlite3.Connection, table: str) -> Iterator[Alike]:
    """Pairs of records of which one name sounds the same, its words in whatever order; each pair once."""
    owners: dict[str, list[str]] = {}
    rows = connection.execute(
        "SELECT entry.row, search_text.sound FROM search_entry AS entry "
        "JOIN search_text ON search_text.rowid = entry.docid WHERE entry.tbl = ? ORDER BY entry.row",
        (table,),
    )
    for identity, sounds in rows:
        for key in {sound_key(line) for line in str(sounds or "").split("\n")}:
            if len(key) >= _LEAST:
                owners.setdefault(key, []).append(str(identity))
    seen = set[tuple[str, str]]()
    for key, ids in owners.items():
        for pair in combinations(ids, 2) if len(ids) <= _FAMILY else pairwise(ids):
            if pair not in seen:
                seen.add(pair)
                yield Alike(Ref(table, pair[0]), Ref(table, pair[1]), key)


def sound_key(sounds: str) -> str:
    """The sounds of a name with its words in one order: family or given name may come first."""
    return " ".join(sorted(sounds.split()))
