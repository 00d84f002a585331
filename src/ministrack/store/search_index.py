"""What search finds a record by: its own words and those of the records it is known through."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, FieldSpec, specs
from ministrack.domain.names import fold_keys, sound
from ministrack.store.batches import IN, batches

Row = Mapping[str, str | int | None]
Words = tuple[str, str]
"""The folded text of a row, and its sounds."""


class _Further(NamedTuple):
    """Words that a row is known by though they stand elsewhere: by the value of one of its fields."""

    field: str
    query: str


_NAMES_OF_PARTY = (
    "SELECT id, name || ' ' || coalesce(short_name, '') || ' ' || coalesce(other_names, '') FROM party "
    f"WHERE id {IN}"
)

_FURTHER: Mapping[str, tuple[_Further, ...]] = {
    "person": (_Further("id", f"SELECT person, name FROM spelling WHERE person {IN} ORDER BY rowid"),),
    "delegation": (
        _Further("party", _NAMES_OF_PARTY),
        _Further(
            "id",
            "SELECT delegation, coalesce(person.name, '') || ' ' || coalesce(delegate.title, '') "
            f"FROM delegate LEFT JOIN person ON person.id = delegate.person WHERE delegation {IN} "
            "ORDER BY delegate.rowid",
        ),
        _Further(
            "id",
            "SELECT delegation, spelling.name FROM delegate JOIN spelling "
            f"ON spelling.person = delegate.person WHERE delegation {IN} "
            "ORDER BY delegate.rowid, spelling.rowid",
        ),
    ),
    "meeting": (
        _Further("series", f"SELECT id, name || ' ' || coalesce(short_name, '') FROM series WHERE id {IN}"),
        _Further("country", _NAMES_OF_PARTY),
    ),
    "task": (
        _Further("owner_party", _NAMES_OF_PARTY),
        _Further("owner_body", f"SELECT id, name FROM body WHERE id {IN}"),
        _Further("owner_person", f"SELECT id, name FROM person WHERE id {IN}"),
    ),
}


def index_rows(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Files the folded words of rows, where their kind has any."""
    words = words_of_rows(connection, table, rows)
    present = _present(connection, table, list(words))
    changed = [docid for row, (docid, *known) in present.items() if tuple(known) != words[row]]
    _empty(connection, changed)
    again = [(docid, *words[row]) for row, (docid, *known) in present.items() if tuple(known) != words[row]]
    docid = int(connection.execute("SELECT ifnull(max(docid), 0) FROM search_entry").fetchone()[0])
    new = [row for row in words if row not in present]
    numbered = list(enumerate(new, docid + 1))
    connection.executemany(
        "INSERT INTO search_entry (docid, tbl, row) VALUES (?, ?, ?)",
        [(number, table, row) for number, row in numbered],
    )
    connection.executemany(
        "INSERT INTO search_text (rowid, folded, sound) VALUES (?, ?, ?)",
        [*again, *((number, *words[row]) for number, row in numbered)],
    )


def forget(connection: sqlite3.Connection, table: str, ids: Sequence[str]) -> None:
    """Removes the words of rows."""
    docids = [docid for docid, *_ in _present(connection, table, ids).values()]
    _empty(connection, docids)
    connection.executemany("DELETE FROM search_entry WHERE docid = ?", [(docid,) for docid in docids])


def words_of_rows(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> dict[str, Words]:
    """The words under which rows are found, by their ids; empty where their kind is not searched."""
    searchable = [spec for spec in specs(RECORD_TYPES[table]).values() if spec.searchable]
    if not searchable:
        return {}
    short = [spec for spec in searchable if spec.kind is FieldKind.TEXT]
    long = [spec for spec in searchable if spec.kind is not FieldKind.TEXT]
    further = [(each.field, _by_key(connection, each, rows)) for each in _FURTHER.get(table, ())]
    found: dict[str, Words] = {}
    for row in rows:
        names = _texts(row, short)
        for field, words in further:
            names += words.get(row[field], ())
        if table == "party":
            names += _names_of_country(row["code"])
        texts = (*names, *_texts(row, long))
        found[str(row["id"])] = ("\n".join(map(fold_keys, texts)), "\n".join(map(sound, names)))
    return found


def _texts(row: Row, wanted: Sequence[FieldSpec]) -> list[str]:
    return [str(row[spec.name]) for spec in wanted if row[spec.name]]


def _by_key(
    connection: sqlite3.Connection, further: _Further, rows: Sequence[Row]
) -> dict[str | int | None, list[str]]:
    keys = dict.fromkeys(str(row[further.field]) for row in rows if row[further.field])
    found: dict[str | int | None, list[str]] = {}
    for batch in batches(keys):
        for key, text in connection.execute(further.query, (batch,)):
            if text:
                found.setdefault(key, []).append(str(text))
    return found


def _names_of_country(code: str | int | None) -> list[str]:
    if not code:
        return []
    # delayed: start-up time; the names of countries are large and needed only when one is written
    from ministrack.domain.countries import names_of

    return [str(code), *names_of(str(code))]


def _present(
    connection: sqlite3.Connection, table: str, ids: Sequence[str]
) -> dict[str, tuple[int, str | None, str | None]]:
    """What is filed of rows: number, words and sounds by their ids."""
    sql = (
        "SELECT row, docid, folded, sound FROM search_entry "
        f"LEFT JOIN search_text ON search_text.rowid = docid WHERE tbl = ? AND row {IN}"
    )
    return {
        str(row): (docid, folded, sounds)
        for batch in batches(ids)
        for row, docid, folded, sounds in connection.execute(sql, (table, batch))
    }


def _empty(connection: sqlite3.Connection, docids: Sequence[int]) -> None:
    connection.executemany("DELETE FROM search_text WHERE rowid = ?", [(docid,) for docid in docids])
