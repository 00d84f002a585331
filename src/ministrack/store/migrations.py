"""Schema steps from the first version to the present one, each whole or not at all."""

import sqlite3

from sqlite_utils import Database, Migrations

from ministrack.paths import resource
from ministrack.store.derived import refresh_all
from ministrack.store.journal import make_triggers
from ministrack.store.version import APPLICATION_ID, VERSION

MIGRATIONS = Migrations("ministrack")


@MIGRATIONS(name="0001_records")
def records(db: Database) -> None:
    """All records of the first version."""
    _statements(db, "0001_records.sql")


@MIGRATIONS(name="0002_exchange")
def exchange(db: Database) -> None:
    """What calendars bring along, ids of other programs, and when to look again."""
    _statements(db, "0002_exchange.sql")


def migrate(connection: sqlite3.Connection) -> None:
    """Applies what is missing; foreign keys rest meanwhile. At the end triggers are made anew, and what is
    derived: words that search finds, for one, may be others than an earlier version made.

    Version and application id are written last, in the transaction that makes the triggers: a dossier that
    carries the present version has all of it.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        MIGRATIONS.apply(Database(connection, recursive_triggers=False, execute_plugins=False))
        connection.execute("BEGIN IMMEDIATE")
        make_triggers(connection)
        refresh_all(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _statements(db: Database, name: str) -> None:
    """Runs the statements of a schema file one by one: a script would commit half of them."""
    for statement in resource("schema", name).read_text(encoding="utf-8").split(";\n\n"):
        lines = [line for line in statement.splitlines() if not line.startswith("--")]
        if text := "\n".join(lines).strip():
            db.conn.execute(text)
