"""The journal: triggers record a row image for each row touched; each edit seals its images with a digest."""

import json
import sqlite3
from collections.abc import Iterator, Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass

Image = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class EditEntry:
    """One named step; `undoes` is the id of the edit it takes back, `at` is ISO time in UTC."""

    number: int
    id: str
    label: str
    at: str
    author: str
    desk: str
    undoes: str | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row touched: its images before and after (None: there was, or is, no such row)."""

    seq: int
    edit: str | None
    table: str
    row: str
    before: Image | None
    after: Image | None

    def fields(self) -> tuple[str, ...]:
        """The fields whose value differs, without `id`."""
        before, after = self.before or {}, self.after or {}
        names = dict.fromkeys((*before, *after))
        return tuple(name for name in names if name != "id" and before.get(name) != after.get(name))


def journalled_columns(table: str) -> tuple[str, ...]:
    """The columns that images hold: the record's own, never the derived ones."""
    return ("id", *specs(RECORD_TYPES[table]))


def trigger_statements() -> dict[str, str]:
    """The SQL of every journal trigger by name. SQL only, so that other programs can still write."""
    statements: dict[str, str] = {}
    for table in RECORD_TYPES:
        columns = journalled_columns(table)
        differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)
        for event, when, before, after in (
            ("INSERT", "", "NULL", image_sql("NEW", table)),
            ("DELETE", "", image_sql("OLD", table), "NULL"),
            (
                f"UPDATE OF {', '.join(columns)}",
                f" WHEN {differs}",
                image_sql("OLD", table),
                image_sql("NEW", table),
            ),
        ):
            verb = event.split(" ")[0]
            row = "NEW" if verb == "INSERT" else "OLD"
            name = f"journal_{table}_{verb.lower()}"
            statements[name] = (
                f"CREATE TRIGGER {name} AFTER {event} ON {table}{when} BEGIN "
                "INSERT INTO change (edit, tbl, row, before, after) "
                f"VALUES ((SELECT edit FROM journal_now), '{table}', {row}.id, {before}, {after}); END"
            )
        name = f"journal_{table}_id"
        statements[name] = (
            f"CREATE TRIGGER {name} BEFORE UPDATE OF id ON {table} WHEN OLD.id IS NOT NEW.id BEGIN "
            "SELECT RAISE(ABORT, 'the id of a record never changes'); END"
        )
    return statements


def make_triggers(connection: sqlite3.Connection) -> None:
    """Drops the journal's triggers and makes them anew from the present record types."""
    for name in present_triggers(connection):
        quoted = name.replace('"', '""')  # whoever made it may have named it anyhow
        connection.execute(f'DROP TRIGGER "{quoted}"')
    for statement in trigger_statements().values():
        connection.execute(statement)


def present_triggers(connection: sqlite3.Connection) -> dict[str, str]:
    """The SQL of the journal triggers that the file has, by name."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'journal_*'"
    )
    return {str(name): str(sql) for name, sql in rows}


def begin_edit(connection: sqlite3.Connection, entry: EditEntry) -> None:
    """Enters the edit; from here on the triggers file their images under it."""
    connection.execute(
        "INSERT INTO edit (number, id, label, at, author, desk, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (entry.number, entry.id, entry.label, entry.at, entry.author, entry.desk, entry.undoes),
    )
    connection.execute("UPDATE journal_now SET edit = ?", (entry.id,))


def seal_edit(connection: sqlite3.Connection, entry: EditEntry) -> None:
    """Ends the edit and writes its digest, which covers its images and the digest before it."""
    connection.execute("UPDATE edit SET digest = ? WHERE id = ?", (digest(connection, entry), entry.id))
    connection.execute("UPDATE journal_now SET edit = NULL")


def withdraw_edit(connection: sqlite3.Connection, entry: EditEntry) -> None:
    """Takes out an edit that changed nothing."""
    connection.execute("UPDATE journal_now SET edit = NULL")
    connection.execute("DELETE FROM edit WHERE id = ?", (entry.id,))


def adopt(connection: sqlite3.Connection, entry: EditEntry) -> None:
    """Files the images of outside writes, which belong to no edit, under `entry`."""
    connection.execute("UPDATE change SET edit = ? WHERE edit IS NULL", (entry.id,))


def digest(connection: sqlite3.Connection, entry: EditEntry) -> str:
    """SHA-256 over the previous edit's digest, this edit and its images in order."""
    # delayed: start-up time
    from hashlib import sha256

    previous = connection.execute(
        "SELECT digest FROM edit WHERE number < ? ORDER BY number DESC LIMIT 1", (entry.number,)
    ).fetchone()
    sealed = sha256()
    written = json.JSONEncoder(ensure_ascii=False).encode  # made once: json.dumps makes one for each row
    head = (
        previous[0] if previous else "",
        entry.id,
        entry.label,
        entry.at,
        entry.author,
        entry.desk,
        entry.undoes,
    )
    sealed.update(written(head).encode())
    for row in connection.execute(
        "SELECT seq, tbl, row, before, after FROM change WHERE edit = ? ORDER BY seq", (entry.id,)
    ):
        sealed.update(written(tuple(row)).encode())
    return sealed.hexdigest()


def next_number(connection: sqlite3.Connection) -> int:
    """The number of the next edit; numbers only grow."""
    return int(connection.execute("SELECT ifnull(max(number), 0) + 1 FROM edit").fetchone()[0])


def last_seq(connection: sqlite3.Connection) -> int:
    """The number of the last row image."""
    return int(connection.execute("SELECT ifnull(max(seq), 0) FROM change").fetchone()[0])


def has_unadopted(connection: sqlite3.Connection) -> bool:
    """Whether another program has written rows that belong to no edit yet."""
    return connection.execute("SELECT 1 FROM change WHERE edit IS NULL LIMIT 1").fetchone() is not None


def changes_of(connection: sqlite3.Connection, edit: str) -> list[RowChange]:
    """The row images of an edit, in the order they were made."""
    return _changes(connection.execute("SELECT * FROM change WHERE edit = ? ORDER BY seq", (edit,)))


def images_of(connection: sqlite3.Connection, edit: str, table: str) -> Iterator[Image]:
    """All images, before and after, that an edit made of the rows of one table."""
    sql = "SELECT before, after FROM change WHERE edit = ? AND tbl = ?"
    for row in connection.execute(sql, (edit, table)):
        for text in row:
            image = loaded_image(text)
            if image is not None:
                yield image


def first_touched(connection: sqlite3.Connection, edit: str) -> Ref | None:
    """The first record that an edit touched; None for an edit without changes."""
    sql = "SELECT tbl, row FROM change WHERE edit = ? ORDER BY seq LIMIT 1"
    found = connection.execute(sql, (edit,)).fetchone()
    return Ref(*found) if found else None


def changes_of_row(connection: sqlite3.Connection, table: str, row: str) -> list[RowChange]:
    """All row images of one record, oldest first."""
    return _changes(
        connection.execute("SELECT * FROM change WHERE tbl = ? AND row = ? ORDER BY seq", (table, row))
    )


def last_author(connection: sqlite3.Connection, table: str, row: str, field: str) -> tuple[str, str]:
    """Who changed a field of a record last, and when (ISO time in UTC); empty texts when nobody did.

    For the field `id`: who added or removed the record.
    """
    for change in reversed(changes_of_row(connection, table, row)):
        if field in change.fields() or (field == "id" and None in (change.before, change.after)):
            entry = edit_entry(connection, change.edit) if change.edit else None
            return (entry.author, entry.at) if entry else ("", "")
    return ("", "")


def edit_entry(connection: sqlite3.Connection, edit: str) -> EditEntry | None:
    """The edit with this id."""
    found = connection.execute(f"SELECT {_ENTRY} FROM edit WHERE id = ?", (edit,)).fetchone()
    return EditEntry(*found) if found else None


def edits_backwards(connection: sqlite3.Connection, desk: str | None = None) -> Iterator[EditEntry]:
    """Edits from the newest to the oldest, of one desk or of all."""
    where, values = ("WHERE desk = ? ", (desk,)) if desk is not None else ("", ())
    for row in connection.execute(f"SELECT {_ENTRY} FROM edit {where}ORDER BY number DESC", values):
        yield EditEntry(*row)


_ENTRY = "number, id, label, at, author, desk, undoes"


_ESCAPES = (
    ("'\\'", "'\\\\'"),
    ("'\"'", "'\\\"'"),
    ("char(10)", "'\\n'"),
    ("char(13)", "'\\r'"),
    ("char(9)", "'\\t'"),
)


# Most texts hold nothing to escape, and one look at them costs less than five copies. GLOB reads no further
# than a NUL, which another program may have written.
_HOLDS_SOME = "{value} GLOB '*[\"\\\t\n\r]*' OR instr({value}, char(0))"


def image_sql(row: str, table: str) -> str:
    """An SQL expression for a row as a JSON object.

    Put together from plain text functions: SQLite before 3.41 refuses its JSON functions in triggers
    as long as the schema is not trusted, and it is never trusted.
    """
    declared = specs(RECORD_TYPES[table])
    pairs = []
    for name in journalled_columns(table):
        value = f"{row}.{name}"
        if name in declared and declared[name].kind in (FieldKind.INTEGER, FieldKind.FLAG):
            shown = f"coalesce({value}, 'null')"
        else:
            escaped = value
            for plain, instead in _ESCAPES:
                escaped = f"replace({escaped}, {plain}, {instead})"
            written = f"CASE WHEN {_HOLDS_SOME.format(value=value)} THEN {escaped} ELSE {value} END"
            shown = f"CASE WHEN {value} IS NULL THEN 'null' ELSE '\"' || {written} || '\"' END"
        pairs.append(f"""'"{name}":' || {shown}""")
    return "'{' || " + " || ',' || ".join(pairs) + " || '}'"


def loaded_image(image: str | None) -> Image | None:
    """An image as it was written; other programs may have stored control characters."""
    return None if image is None else json.loads(image, strict=False)


def _changes(rows: sqlite3.Cursor) -> list[RowChange]:
    return [
        RowChange(
            row["seq"],
            row["edit"],
            row["tbl"],
            row["row"],
            loaded_image(row["before"]),
            loaded_image(row["after"]),
        )
        for row in rows
    ]
