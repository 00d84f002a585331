"""How much edits touched, without reading their images."""

import sqlite3
from typing import NamedTuple


class Extent(NamedTuple):
    """How much an edit touched: its id (None: not adopted yet), its last image, and how many they are."""

    edit: str | None
    last: int
    number: int


def extent_of(connection: sqlite3.Connection, edit: str) -> Extent:
    """How much an edit touched."""
    sql = "SELECT edit, ifnull(max(seq), 0), count(*) FROM change WHERE edit = ?"
    return Extent(*connection.execute(sql, (edit,)).fetchone())


def extents_after(connection: sqlite3.Connection, seq: int) -> list[Extent]:
    """The edits that made the images after number `seq`, in their order."""
    sql = "SELECT edit, max(seq), count(*) FROM change WHERE seq > ? GROUP BY edit ORDER BY min(seq)"
    return [Extent(*row) for row in connection.execute(sql, (seq,))]


def tables_of(connection: sqlite3.Connection, edit: str) -> frozenset[str]:
    """The tables that an edit touched."""
    sql = "SELECT DISTINCT tbl FROM change WHERE edit = ?"
    return frozenset(str(row[0]) for row in connection.execute(sql, (edit,)))
