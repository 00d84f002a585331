"""How many records there are: several parts of a window ask the same, and a large dossier has to look."""

import sqlite3

from ministrack.store.compile import Condition

_KEPT = 200  # answers


class Counts:
    """Remembers answers for as long as nobody, here or elsewhere, has written anything."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._state: tuple[int, int] | None = None
        self._found: dict[tuple[str, Condition], int] = {}

    def of(self, table: str, wanted: Condition) -> int:
        """How many records of a table satisfy a condition."""
        if self._connection.in_transaction:  # what is counted now may be taken back
            return self._ask(table, wanted)
        # The first number moves with each row written here, the second when others have written.
        state = (self._connection.total_changes, self._number("PRAGMA data_version"))
        if state != self._state or len(self._found) >= _KEPT:
            self._state = state
            self._found.clear()
        key = (table, wanted)
        if key not in self._found:
            self._found[key] = self._ask(table, wanted)
        return self._found[key]

    def _ask(self, table: str, wanted: Condition) -> int:
        return self._number(f"SELECT count(*) FROM {table} WHERE {wanted.sql}", wanted.values)

    def _number(self, sql: str, values: tuple[object, ...] = ()) -> int:
        return int(self._connection.execute(sql, values).fetchone()[0])
