"""What is derived from records: days of dates, labels, sort names, search text. Never journalled."""

import sqlite3
from collections.abc import Mapping, Sequence
from functools import cache

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.names import fold
from ministrack.store.batches import IN, batches, parts
from ministrack.store.hanging import touched
from ministrack.store.labels import derived_labels
from ministrack.store.search_index import forget, index_rows

FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"  # stand for an open beginning and an open end

Row = Mapping[str, str | int | None]
Derived = dict[str, str | None]

_SORTED = frozenset(
    ("party", "series", "person", "meeting", "delegation", "document", "body", "task", "source")
)


def refresh(connection: sqlite3.Connection, edit: str) -> None:
    """Brings everything derived in line with the rows that an edit touched and those that hang on them."""
    for table, ids in touched(connection, edit).items():
        for part in parts(tuple(ids)):
            _refresh_rows(connection, table, part)


def refresh_all(connection: sqlite3.Connection) -> None:
    """Derives everything anew: an earlier version may have derived it otherwise."""
    for table in RECORD_TYPES:
        ids = [str(row[0]) for row in connection.execute(f"SELECT id FROM {table} ORDER BY id")]
        for part in parts(tuple(ids)):
            _refresh_rows(connection, table, part)


def _refresh_rows(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> None:
    """Derives anew what belongs to some rows, or forgets it if they are gone."""
    found = rows_of(connection, table, ids)
    forget(connection, table, [identity for identity in ids if identity not in found])
    rows = list(found.values())
    moved: dict[tuple[str, ...], list[tuple[str | int | None, ...]]] = {}
    for row, derived in zip(rows, derived_columns(connection, table, rows), strict=True):
        names = tuple(name for name, value in derived.items() if row[name] != value)
        if names:
            moved.setdefault(names, []).append((*(derived[name] for name in names), row["id"]))
    for names, values in moved.items():
        sets = ", ".join(f"{name} = ?" for name in names)
        connection.executemany(f"UPDATE {table} SET {sets} WHERE id = ?", values)
    index_rows(connection, table, rows)


def rows_of(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> dict[str, Row]:
    """The rows with these ids that are there, with all their columns."""
    found: dict[str, Row] = {}
    for batch in batches(ids):
        answer = connection.execute(f"SELECT * FROM {table} WHERE id {IN}", (batch,))
        names = [column[0] for column in answer.description]
        for values in answer:
            row = dict(zip(names, values, strict=True))
            found[str(row["id"])] = row
    return found


def derived_columns(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> list[Derived]:
    """The values that the derived columns of rows should have."""
    record = RECORD_TYPES[table]
    made = [own_columns(table, row) for row in rows]
    if table == "task":
        due = _dates_of_meetings(connection, rows)
        for row, derived in zip(rows, made, strict=True):
            if row["due_meeting"]:  # a task due before a meeting is due when that meeting is
                derived.update(_days("due", due.get(str(row["due_meeting"]))))
    if record.LABEL_DERIVED:
        labels = derived_labels(connection, table, [str(row["id"]) for row in rows])
        for row, derived in zip(rows, made, strict=True):
            label = derived[record.LABEL] = labels.get(str(row["id"]))
            if table in _SORTED:
                derived["sort_name"] = _sort_name(label)
    return made


def own_columns(table: str, row: Row) -> Derived:
    """Those of its derived columns that a row gives without looking at others."""
    record = RECORD_TYPES[table]
    derived: Derived = {}
    for name in _dates(table):
        derived.update(_days(name, row.get(name)))
    if table in _SORTED and not record.LABEL_DERIVED:
        derived["sort_name"] = _sort_name(row[record.LABEL])
    return derived


@cache
def _dates(table: str) -> tuple[str, ...]:
    return tuple(name for name, spec in specs(RECORD_TYPES[table]).items() if spec.kind is FieldKind.DATE)


def _sort_name(label: str | int | None) -> str | None:
    return fold(str(label)) if label else None


def _days(field: str, edtf: str | int | None) -> Derived:
    """The three derived columns of a date field; text that is no date (an outside write) has none."""
    names = (f"{field}_first", f"{field}_last", f"{field}_precision")
    if not edtf:
        return dict.fromkeys(names)
    try:
        covered = span(str(edtf))
    except InvalidValue:
        return dict.fromkeys(names)
    values = (covered.first or FIRST_DAY, covered.last or LAST_DAY, covered.precision.value)
    return dict(zip(names, values, strict=True))


def _dates_of_meetings(connection: sqlite3.Connection, tasks: Sequence[Row]) -> dict[str, str | None]:
    meetings = {str(row["due_meeting"]) for row in tasks if row["due_meeting"]}
    sql = f"SELECT id, date FROM meeting WHERE id {IN}"
    return {row[0]: row[1] for batch in batches(meetings) for row in connection.execute(sql, (batch,))}
