"""Many rows at once: stored with what each gives of its derived columns, and asked about all together."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence

from ministrack.store.batches import IN, batches
from ministrack.store.derived import own_columns

Row = Mapping[str, str | int | None]


def store_rows(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Adds rows. Their derived columns come with them: to set these later would take as long again."""
    whole = [{**row, **own_columns(table, row)} for row in rows]
    names = tuple(whole[0])
    marks = ", ".join("?" * len(names))
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", [tuple(row.values()) for row in whole]
    )


def delete_rows(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> None:
    """Removes rows, in this order."""
    connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(identity,) for identity in ids])


def missing_ids(connection: sqlite3.Connection, table: str, ids: Collection[str]) -> set[str]:
    """Those of the ids that no row of the table has."""
    sql = f"SELECT id FROM {table} WHERE id {IN}"
    found = {row[0] for batch in batches(ids) for row in connection.execute(sql, (batch,))}
    return set(ids) - found


def second_chair(connection: sqlite3.Connection, delegations: Sequence[str]) -> bool:
    """Whether chairs in these delegations would not be the only ones of their meetings."""
    of = f"SELECT id, meeting FROM delegation WHERE id {IN}"
    meeting_of = {
        row[0]: row[1] for batch in batches(delegations) for row in connection.execute(of, (batch,))
    }
    meetings = {meeting_of.get(identity) for identity in delegations}
    if len(meetings) < len(delegations):
        return True
    there = (
        "SELECT 1 FROM delegation JOIN delegate ON delegate.delegation = delegation.id "
        f"WHERE delegation.meeting {IN} AND delegate.role = 'chair' LIMIT 1"
    )
    return any(connection.execute(there, (batch,)).fetchone() for batch in batches(set(meeting_of.values())))
