"""Brings back journal triggers that another program dropped, and journals what it wrote without them."""

import sqlite3
from collections.abc import Iterable

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.store import broken_text
from ministrack.store.journal import (
    image_sql,
    loaded_image,
    make_triggers,
    present_triggers,
    trigger_statements,
)


def out_of_order(connection: sqlite3.Connection) -> bool:
    """Whether the journal's triggers are not those of this program."""
    return present_triggers(connection) != trigger_statements()


def bring_in_order(connection: sqlite3.Connection) -> None:
    """Makes the triggers anew, and files an image, as yet of no edit, for each row that has moved on since
    its last one. For an open transaction; reads all rows.
    """
    make_triggers(connection)
    for table in RECORD_TYPES:
        with broken_text.readable(connection):
            found = list(_unrecorded(connection, table))
        connection.executemany(
            "INSERT INTO change (edit, tbl, row, before, after) "
            "VALUES (NULL, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT))",
            [(table, row, *map(broken_text.as_stored, images)) for row, *images in found],
        )


def _unrecorded(connection: sqlite3.Connection, table: str) -> Iterable[tuple[str, str | None, str | None]]:
    """Rows that differ from their last image: id, that image, and what the image should be."""
    last = (
        "SELECT row, after FROM change WHERE seq IN (SELECT max(seq) FROM change WHERE tbl = ? GROUP BY row)"
    )
    present = f"SELECT id AS row, {image_sql(table, table)} AS image FROM {table}"
    rows = connection.execute(
        f"WITH last AS ({last}), present AS ({present}) "
        "SELECT present.row, last.after, present.image FROM present LEFT JOIN last USING (row) "
        "WHERE last.after IS NOT present.image "
        "UNION ALL SELECT last.row, last.after, NULL FROM last "
        "WHERE last.after IS NOT NULL AND last.row NOT IN (SELECT id FROM " + table + ")",
        (table,),
    )
    for row, before, after in rows.fetchall():
        if not _same(before, after):
            yield row, before, after


def _same(before: str | None, after: str | None) -> bool:
    """Whether two images say the same; one of before a new field was declared does not name it."""
    old, new = loaded_image(before), loaded_image(after)
    if old is None or new is None:
        return old is new
    return all(old.get(name) == value for name, value in new.items())
