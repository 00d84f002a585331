"""What search finds a record by: its own words and those of the records it is known through."""

import sqlite3
from collections.abc import Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.names import fold_keys, sound
from ministrack.domain.record import Ref

_NAMES_OF_PARTY = (
    "SELECT name || ' ' || coalesce(short_name, '') || ' ' || coalesce(other_names, '') FROM party"
)

_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "person": ("SELECT name FROM spelling WHERE person = :id",),
    "delegation": (
        f"{_NAMES_OF_PARTY} WHERE id = :party",
        (
            "SELECT coalesce(person.name, '') || ' ' || coalesce(delegate.title, '') FROM delegate "
            "LEFT JOIN person ON person.id = delegate.person WHERE delegation = :id"
        ),
        (
            "SELECT spelling.name FROM delegate JOIN spelling ON spelling.person = delegate.person "
            "WHERE delegation = :id"
        ),
    ),
    "meeting": (
        "SELECT name || ' ' || coalesce(short_name, '') FROM series WHERE id = :series",
        f"{_NAMES_OF_PARTY} WHERE id = :country",
    ),
    "task": (
        f"{_NAMES_OF_PARTY} WHERE id = :owner_party",
        "SELECT name FROM body WHERE id = :owner_body",
        "SELECT name FROM person WHERE id = :owner_person",
    ),
}
"""Queries for further words of a row, with its fields as named parameters."""


def index_row(connection: sqlite3.Connection, ref: Ref, row: Mapping[str, str | int | None]) -> None:
    """Files the folded words of a row, where its kind has any."""
    words = words_of_row(connection, ref, row)
    if words is None:
        return
    docid = _docid(connection, ref)
    if docid is None:
        made = connection.execute("INSERT INTO search_entry (tbl, row) VALUES (?, ?)", ref)
        connection.execute(
            "INSERT INTO search_text (rowid, folded, sound) VALUES (?, ?, ?)", (made.lastrowid, *words)
        )
        return
    present = connection.execute("SELECT folded, sound FROM search_text WHERE rowid = ?", (docid,)).fetchone()
    if present is None or tuple(present) != words:
        connection.execute("DELETE FROM search_text WHERE rowid = ?", (docid,))
        connection.execute("INSERT INTO search_text (rowid, folded, sound) VALUES (?, ?, ?)", (docid, *words))


def words_of_row(
    connection: sqlite3.Connection, ref: Ref, row: Mapping[str, str | int | None]
) -> tuple[str, str] | None:
    """The folded text and the sounds under which a row is found; None where its kind is not searched."""
    searchable = [spec for spec in specs(RECORD_TYPES[ref.table]).values() if spec.searchable]
    if not searchable:
        return None
    short = [str(row[spec.name]) for spec in searchable if spec.kind is FieldKind.TEXT and row[spec.name]]
    long = [str(row[spec.name]) for spec in searchable if spec.kind is not FieldKind.TEXT and row[spec.name]]
    short += _other_words(connection, ref, row)
    folded = "\n".join(fold_keys(text) for text in (*short, *long))
    return folded, "\n".join(sound(text) for text in short)


def forget(connection: sqlite3.Connection, ref: Ref) -> None:
    """Removes a row's words."""
    docid = _docid(connection, ref)
    if docid is not None:
        connection.execute("DELETE FROM search_text WHERE rowid = ?", (docid,))
        connection.execute("DELETE FROM search_entry WHERE docid = ?", (docid,))


def _docid(connection: sqlite3.Connection, ref: Ref) -> int | None:
    found = connection.execute("SELECT docid FROM search_entry WHERE tbl = ? AND row = ?", ref).fetchone()
    return int(found[0]) if found else None


def _other_words(connection: sqlite3.Connection, ref: Ref, row: Mapping[str, str | int | None]) -> list[str]:
    words = [
        str(found[0])
        for query in _OTHER_WORDS.get(ref.table, ())
        for found in connection.execute(query, dict(row))
        if found[0]
    ]
    code = row.get("code") if ref.table == "party" else None
    if code:
        # delayed: start-up time; the names of countries are large and needed only when one is written
        from ministrack.domain.countries import names_of

        words += [str(code), *names_of(str(code))]
    return words
