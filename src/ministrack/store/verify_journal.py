"""Checks rows against the images that the journal last recorded of them, and the journal's own digests."""

import json
import sqlite3
from collections.abc import Iterator

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs, stored_value
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.domain.values import declared
from ministrack.store.findings import Finding, Trouble, as_text, record_words
from ministrack.store.journal import digest, edits_backwards, journalled_columns

_LAST_IMAGE = "SELECT after FROM change WHERE seq = (SELECT max(seq) FROM change WHERE tbl = ? AND row = ?)"


def row_findings(connection: sqlite3.Connection, table: str) -> Iterator[Finding]:
    """Fields, rows too many and rows too few of one table, compared with the journal."""
    columns = journalled_columns(table)
    for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):
        yield from _row(connection, Ref(table, str(row["id"])), row)
    yield from _lost(connection, table)


def _row(connection: sqlite3.Connection, ref: Ref, row: sqlite3.Row) -> Iterator[Finding]:
    found = connection.execute(_LAST_IMAGE, ref).fetchone()
    image = _loaded(found[0]) if found else None
    label = RECORD_TYPES[ref.table].LABEL
    record = record_words(ref, image.get(label) if image else None)
    if image is None:
        text = tr("{record} is in the dossier but not in its journal.", record=record)
        yield Finding(Trouble.RECORD, text, *ref)
        return
    for name in journalled_columns(ref.table):
        saved = image[name] if name in image else _at_first(ref.table, name)
        if row[name] != saved:
            text = tr("{record}: the field {field} is not what was last saved.", record=record, field=name)
            yield Finding(Trouble.RECORD, text, *ref, name, as_text(saved), as_text(row[name]))


def _at_first(table: str, name: str) -> str | int | None:
    """What a field holds in a row that was last saved before the field came into being."""
    spec = specs(RECORD_TYPES[table]).get(name)
    if spec is None or (spec.required and spec.choices is None):
        return None
    return stored_value(spec, declared(RECORD_TYPES[table])[name].default)


def _lost(connection: sqlite3.Connection, table: str) -> Iterator[Finding]:
    """Rows that the journal has and the table has not."""
    lost = connection.execute(
        "SELECT row, after, max(seq) FROM change WHERE tbl = ? "
        f"AND row NOT IN (SELECT id FROM {table}) GROUP BY row",
        (table,),
    )
    for row, after, _seq in lost:
        image = _loaded(after) if after is not None else None
        if after is not None:
            ref = Ref(table, str(row))
            label = image.get(RECORD_TYPES[table].LABEL) if image else None
            text = tr(
                "{record} is in the journal but gone from the dossier.", record=record_words(ref, label)
            )
            yield Finding(Trouble.RECORD, text, *ref)


def journal_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Edits whose digest does not fit them: they, their images or the edit before were altered."""
    stored = dict(connection.execute("SELECT id, digest FROM edit").fetchall())
    for entry in sorted(edits_backwards(connection), key=lambda entry: entry.number):
        try:
            fits = stored[entry.id] == digest(connection, entry)
        except UnicodeEncodeError:  # text that is no longer UTF-8
            fits = False
        if not fits:
            text = tr(
                "The journal was altered at edit {number}, “{label}” of {at}.",
                number=entry.number,
                label=entry.label,
                at=entry.at,
            )
            yield Finding(Trouble.JOURNAL, text, "edit", entry.id)


def _loaded(image: str | None) -> dict[str, object] | None:
    """An image, or None where it is none or can no longer be read."""
    if image is None:
        return None
    try:
        loaded = json.loads(image, strict=False)
    except ValueError:
        return None
    return loaded if isinstance(loaded, dict) else None
