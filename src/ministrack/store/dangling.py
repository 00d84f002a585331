"""Finds records that an edit, once taken back, would leave pointing at what is not there."""

import sqlite3

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES, pointers_to
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.record import Ref

_ROWS = "SELECT row FROM change WHERE edit = :edit AND tbl = :tbl"


def gone_but_used(connection: sqlite3.Connection, edit: str) -> Ref | None:
    """A record that the edit touched, that is gone now and that others still point at; or None."""
    for table in _tables(connection, edit):
        uses = [(pointer.table, pointer.field, "1") for pointer in pointers_to(table)]
        uses += [(user, "subject", "subject_table = :tbl") for user in SUBJECT_TABLES]
        for user, field, condition in uses:
            sql = (
                f"SELECT {field} FROM {user} WHERE {condition} AND {field} IN ({_ROWS}) "
                f"AND NOT EXISTS (SELECT 1 FROM {table} AS target WHERE target.id = {user}.{field}) LIMIT 1"
            )
            found = connection.execute(sql, {"edit": edit, "tbl": table}).fetchone()
            if found:
                return Ref(table, str(found[0]))
    return None


def points_nowhere(connection: sqlite3.Connection, edit: str) -> Ref | None:
    """A record that the edit touched and that points at one that is gone; or None."""
    for table in _tables(connection, edit):
        for field, target, condition in _targets(connection, table):
            sql = (
                f"SELECT id FROM {table} WHERE {condition} AND id IN ({_ROWS}) AND {field} IS NOT NULL "
                f"AND NOT EXISTS (SELECT 1 FROM {target} AS target WHERE target.id = {table}.{field}) LIMIT 1"
            )
            found = connection.execute(sql, {"edit": edit, "tbl": table}).fetchone()
            if found:
                return Ref(table, str(found[0]))
    return None


def _tables(connection: sqlite3.Connection, edit: str) -> list[str]:
    rows = connection.execute("SELECT DISTINCT tbl FROM change WHERE edit = ?", (edit,))
    return [str(row[0]) for row in rows]


def _targets(connection: sqlite3.Connection, table: str) -> list[tuple[str, str, str]]:
    """The fields of a table that point somewhere: the field, the table it points at, and when it does."""
    declared = specs(RECORD_TYPES[table]).values()
    targets = [(spec.name, spec.refers, "1") for spec in declared if spec.kind is FieldKind.REFERENCE]
    if table in SUBJECT_TABLES:
        kinds = connection.execute(f"SELECT DISTINCT subject_table FROM {table}").fetchall()
        known = [str(row[0]) for row in kinds if row[0] in RECORD_TYPES]
        targets += [("subject", name, f"subject_table = '{name}'") for name in known]
    return targets
