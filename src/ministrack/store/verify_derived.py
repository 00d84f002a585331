"""Checks what is derived from records: days of dates, labels, sort names and the words of search."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.store.batches import parts
from ministrack.store.derived import Derived, Row, derived_columns
from ministrack.store.findings import Finding, Trouble, as_text, record_words
from ministrack.store.search_index import Words, words_of_rows

_WORDS = (
    "SELECT search_text.folded, search_text.sound FROM search_entry "
    "JOIN search_text ON search_text.rowid = search_entry.docid "
    "WHERE search_entry.tbl = ? AND search_entry.row = ?"
)


def derived_findings(connection: sqlite3.Connection, table: str) -> Iterator[Finding]:
    """Derived columns and search words of one table that differ from what its rows give; false dates."""
    rows: list[Row] = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
    for part in parts(rows):
        try:
            yield from _of_rows(connection, table, part)
        except UnicodeEncodeError:
            yield from _one_by_one(connection, table, part)
    yield from _left_over(connection, table)


def _one_by_one(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> Iterator[Finding]:
    """Text that is no longer UTF-8 cannot be folded; that its row differs is found elsewhere."""
    for row in rows:
        with suppress(UnicodeEncodeError):
            yield from _of_rows(connection, table, [row])


def _of_rows(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> list[Finding]:
    columns = derived_columns(connection, table, rows)
    words = words_of_rows(connection, table, rows)
    found: list[Finding] = []
    for row, derived in zip(rows, columns, strict=True):
        ref = Ref(table, str(row["id"]))
        record = record_words(ref, row[RECORD_TYPES[table].LABEL])
        found += _dates(ref, row, record)
        found += _columns(ref, row, record, derived)
        found += _words(connection, ref, record, words.get(ref.id))
    return found


def _dates(ref: Ref, row: Row, record: str) -> Iterator[Finding]:
    for name, spec in specs(RECORD_TYPES[ref.table]).items():
        value = row[name]
        if spec.kind is not FieldKind.DATE or value is None:
            continue
        try:
            span(str(value))
        except InvalidValue:
            text = tr("{record}: the field {field} holds no date.", record=record, field=name)
            yield Finding(Trouble.VALUE, text, *ref, name, found=str(value))


def _columns(ref: Ref, row: Row, record: str, derived: Derived) -> Iterator[Finding]:
    for name, value in derived.items():
        if row[name] != value:
            text = tr("{record}: the derived column {field} is out of step.", record=record, field=name)
            yield Finding(Trouble.DERIVED, text, *ref, name, as_text(value), as_text(row[name]))


def _words(connection: sqlite3.Connection, ref: Ref, record: str, wanted: Words | None) -> Iterator[Finding]:
    present = connection.execute(_WORDS, ref).fetchone()
    if wanted != (tuple(present) if present else None):
        text = tr("{record}: the words that search finds it by are out of step.", record=record)
        yield Finding(Trouble.SEARCH, text, *ref)


def _left_over(connection: sqlite3.Connection, table: str) -> Iterator[Finding]:
    sql = f"SELECT row FROM search_entry WHERE tbl = ? AND row NOT IN (SELECT id FROM {table})"
    for (row,) in connection.execute(sql, (table,)).fetchall():
        text = tr("Search still finds a record that is gone ({table} {row}).", table=table, row=row)
        yield Finding(Trouble.SEARCH, text, table, str(row))
