"""How many records there are by date and status, counted where the rows lie."""

import sqlite3

from ministrack.domain.filters import Filter
from ministrack.store.compile import compile_filter

Counted = tuple[str, str, int]
"""A date (EDTF), a status, and how many records have both."""


def counted_by_date(connection: sqlite3.Connection, table: str, field: str, wanted: Filter) -> list[Counted]:
    """Each date and status of the records that satisfy the filter, with their number."""
    where = compile_filter(table, wanted)
    date = f"{table}.{field}"
    sql = (
        f"SELECT {date}, {table}.status, count(*) FROM {table} WHERE {where.sql} AND {date} IS NOT NULL "
        f"GROUP BY {date}, {table}.status"
    )
    return [(str(row[0]), str(row[1]), int(row[2])) for row in connection.execute(sql, where.values)]
