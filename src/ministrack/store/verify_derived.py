"""Checks what is derived from records: days of dates, labels, sort names and the words of search."""

import sqlite3
from collections.abc import Iterator

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.store.derived import derived_columns
from ministrack.store.findings import Finding, Trouble, as_text, record_words
from ministrack.store.search_index import words_of_row

Row = dict[str, str | int | None]

_WORDS = (
    "SELECT search_text.folded, search_text.sound FROM search_entry "
    "JOIN search_text ON search_text.rowid = search_entry.docid "
    "WHERE search_entry.tbl = ? AND search_entry.row = ?"
)


def derived_findings(connection: sqlite3.Connection, table: str) -> Iterator[Finding]:
    """Derived columns and search words of one table that differ from what its rows give; false dates."""
    for found in connection.execute(f"SELECT * FROM {table}").fetchall():
        row: Row = dict(found)
        ref = Ref(table, str(row["id"]))
        record = record_words(ref, row[RECORD_TYPES[table].LABEL])
        yield from _dates(ref, row, record)
        try:
            yield from _columns(connection, ref, row, record)
            yield from _words(connection, ref, row, record)
        except UnicodeEncodeError:
            # Text that is no longer UTF-8 cannot be folded; that the row differs is found elsewhere.
            continue
    yield from _left_over(connection, table)


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


def _columns(connection: sqlite3.Connection, ref: Ref, row: Row, record: str) -> Iterator[Finding]:
    for name, value in derived_columns(connection, ref, row).items():
        if row[name] != value:
            text = tr("{record}: the derived column {field} is out of step.", record=record, field=name)
            yield Finding(Trouble.DERIVED, text, *ref, name, as_text(value), as_text(row[name]))


def _words(connection: sqlite3.Connection, ref: Ref, row: Row, record: str) -> Iterator[Finding]:
    wanted = words_of_row(connection, ref, row)
    present = connection.execute(_WORDS, ref).fetchone()
    if wanted != (tuple(present) if present else None):
        text = tr("{record}: the words that search finds it by are out of step.", record=record)
        yield Finding(Trouble.SEARCH, text, *ref)


def _left_over(connection: sqlite3.Connection, table: str) -> Iterator[Finding]:
    sql = f"SELECT row FROM search_entry WHERE tbl = ? AND row NOT IN (SELECT id FROM {table})"
    for (row,) in connection.execute(sql, (table,)).fetchall():
        text = tr("Search still finds a record that is gone ({table} {row}).", table=table, row=row)
        yield Finding(Trouble.SEARCH, text, table, str(row))
