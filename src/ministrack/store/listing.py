"""Lists read in windows: count, anchors and keyset pages, so that a million rows feel like three."""

import sqlite3
from collections.abc import Sequence

from ministrack.domain.filters import EVERYTHING
from ministrack.domain.lists import ListQuery, Row, Value
from ministrack.store.columns import column, sort_terms
from ministrack.store.compile import Condition, compile_filter

ANCHOR_EVERY = 1024
AT_ONCE = 20_000
"""A narrowed list with no more rows is put in order once: the filter costs more than the ids of its rows."""


class Listing:
    """The rows of a query by position, as the dossier is at each call; make anew after a change."""

    def __init__(self, connection: sqlite3.Connection, query: ListQuery) -> None:
        self._connection = connection
        self._query = query
        self._known_segments: list[_Segment] | None = None
        self._in_order: list[str] | None = None  # all ids, of a list that was read at once
        self._select = ", ".join(f"{column(query.table, name)} AS {name}" for name in ("id", *query.columns))

    @property
    def _segments(self) -> list["_Segment"]:
        """Counted when first asked for: rows_of() has no need of it."""
        if self._known_segments is None:
            self._known_segments = _segments(self._connection, self._query)
            if (
                self._query.filter != EVERYTHING
                and sum(part.count for part in self._known_segments) <= AT_ONCE
            ):
                self._in_order = [found for part in self._known_segments for found in part.ids(0, part.count)]
        return self._known_segments

    def count(self) -> int:
        """How many rows there are."""
        return sum(segment.count for segment in self._segments)

    def rows(self, start: int, length: int) -> list[Row]:
        """`length` rows from position `start`, each with `id` and the columns asked for."""
        return self.rows_of(self.ids(start, length))

    def ids(self, start: int, length: int) -> list[str]:
        """The ids of `length` rows from position `start`."""
        found: list[str] = []
        segments = self._segments
        if self._in_order is not None:
            return self._in_order[start : start + length]
        for segment in segments:
            count = segment.count
            if start < count and len(found) < length:
                found += segment.ids(start, min(length - len(found), count - start))
            start = max(start - count, 0)
        return found

    def first_ids(self, length: int) -> list[str]:
        """The ids of the first rows, found without counting how many there are."""
        found: list[str] = []
        for terms, where in _orders(self._query):
            if len(found) < length:
                segment = _Segment(self._connection, self._query, terms, where, length)
                found += segment.ids(0, length - len(found))
        return found

    def rows_of(self, ids: Sequence[str]) -> list[Row]:
        """The rows with these ids, in the order given; those that are gone are left out."""
        marks = ", ".join("?" * len(ids))
        table = self._query.table
        rows = self._connection.execute(
            f"SELECT {self._select} FROM {table} WHERE {table}.id IN ({marks})", tuple(ids)
        )
        by_id = {str(row["id"]): dict(row) for row in rows}
        return [by_id[identity] for identity in ids if identity in by_id]

    def position(self, identity: str) -> int | None:
        """The position of the row with this id, or None when the filter leaves it out."""
        before = 0
        segments = self._segments
        if self._in_order is not None:
            return self._in_order.index(identity) if identity in self._in_order else None
        for segment in segments:
            inside = segment.position(identity)
            if inside is not None:
                return before + inside
            before += segment.count
        return None

    def extend_anchors(self) -> bool:
        """Builds one more anchor, for use in idle time; False when there are no more to build."""
        segments = self._segments
        return self._in_order is None and any(segment.extend() for segment in segments)


def _orders(query: ListQuery) -> list[tuple[tuple[str, ...], Condition]]:
    """Rows with a known value to sort by, then those without: each by what they are sorted, and which."""
    where = compile_filter(query.table, query.filter)
    terms = sort_terms(query.table, query.sort) if query.sort != "id" else ()
    if not terms:
        return [((), where)]
    known = Condition(f"{where.sql} AND {terms[0]} IS NOT NULL", where.values)
    return [(terms, known), ((), Condition(f"({where.sql}) AND {terms[0]} IS NULL", where.values))]


def _segments(connection: sqlite3.Connection, query: ListQuery) -> list["_Segment"]:
    """The same with their numbers; without those that nobody needs."""
    orders = _orders(query)
    counts = _counts(connection, query, orders[0][0], compile_filter(query.table, query.filter))
    segments = [
        _Segment(connection, query, terms, where, count)
        for (terms, where), count in zip(orders, counts, strict=False)
    ]
    return [segment for place, segment in enumerate(segments) if segment.count or not place]


def _counts(
    connection: sqlite3.Connection, query: ListQuery, terms: tuple[str, ...], where: Condition
) -> tuple[int, int]:
    """How many rows are sorted by a known value, and how many have none."""
    begin, table = "SELECT count(*)", query.table
    if not terms:
        sql = f"{begin} FROM {table} WHERE {where.sql}"
        return int(connection.execute(sql, where.values).fetchone()[0]), 0
    if query.filter == EVERYTHING:  # an index answers both, without a look at each row
        total = int(connection.execute(f"{begin} FROM {table}").fetchone()[0])
        without = connection.execute(f"{begin} FROM {table} WHERE {terms[0]} IS NULL").fetchone()[0]
        return total - int(without), int(without)
    sql = f"{begin}, count({terms[0]}) FROM {table} WHERE {where.sql}"
    total, known = connection.execute(sql, where.values).fetchone()
    return int(known), int(total) - int(known)


class _Segment:
    """Rows in one order that has no unknown values, with anchors every ANCHOR_EVERY rows."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        query: ListQuery,
        terms: tuple[str, ...],
        where: Condition,
        count: int,
    ) -> None:
        self._connection = connection
        self._table = query.table
        self._where = where
        self._key = (*terms, f"{query.table}.id")
        self._sign = "<" if query.descending and (terms or query.sort == "id") else ">"
        direction = " DESC" if self._sign == "<" else ""
        self._order = ", ".join(f"{term}{direction}" for term in self._key)
        self._anchors: list[tuple[Value, ...]] = []
        self.count = count

    def ids(self, start: int, length: int) -> list[str]:
        anchor = start // ANCHOR_EVERY
        while len(self._anchors) < anchor and self.extend():
            pass
        anchor = min(anchor, len(self._anchors))
        offset = start - anchor * ANCHOR_EVERY
        rows = self._after(anchor, f"{self._table}.id", offset, length)
        return [str(row[0]) for row in rows]

    def extend(self) -> bool:
        built = len(self._anchors)
        if (built + 1) * ANCHOR_EVERY >= self.count:
            return False
        rows = self._after(built, ", ".join(self._key), ANCHOR_EVERY - 1, 1)
        if not rows:
            return False
        self._anchors.append(tuple(rows[0]))
        return True

    def position(self, identity: str) -> int | None:
        condition = f"{self._where.sql} AND {self._table}.id = ?"
        key = self._connection.execute(
            f"SELECT {', '.join(self._key)} FROM {self._table} WHERE {condition}",
            (*self._where.values, identity),
        ).fetchone()
        if key is None:
            return None
        before = "<" if self._sign == ">" else ">"
        sql = (
            f"SELECT count(*) FROM {self._table} WHERE {self._where.sql} "
            f"AND ({', '.join(self._key)}) {before} ({', '.join('?' * len(self._key))})"
        )
        return int(self._connection.execute(sql, (*self._where.values, *key)).fetchone()[0])

    def _after(self, anchor: int, select: str, offset: int, length: int) -> list[sqlite3.Row]:
        """Rows behind the anchor with this number; number 0 is the beginning."""
        where, values = self._where.sql, self._where.values
        if anchor:
            where = f"{where} AND ({', '.join(self._key)}) {self._sign} ({', '.join('?' * len(self._key))})"
            values = (*values, *self._anchors[anchor - 1])
        sql = f"SELECT {select} FROM {self._table} WHERE {where} ORDER BY {self._order} LIMIT ? OFFSET ?"
        return self._connection.execute(sql, (*values, length, offset)).fetchall()
