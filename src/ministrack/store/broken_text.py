"""Text that is not UTF-8: other programs may store it, damage may leave it, and reading it would fail."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from ministrack.store.journal import journalled_columns

_LETTERS = {0xDC00 + byte: byte for byte in range(0x80, 0x100)}  # of "surrogateescape", as Latin-1 has them
_OUTSIDE = "SELECT seq, tbl, row, before, after FROM change WHERE edit IS NULL ORDER BY seq"


@contextmanager
def readable(connection: sqlite3.Connection) -> Iterator[None]:
    """Inside the block bytes that are no UTF-8 are read as lone surrogates, and stop nobody."""
    usual = connection.text_factory
    connection.text_factory = _text
    try:
        yield
    finally:
        connection.text_factory = usual


def as_stored(text: str | None) -> bytes | None:
    """The bytes of a text that was read inside `readable`."""
    return None if text is None else text.encode("utf-8", "surrogateescape")


def mend_outside(connection: sqlite3.Connection) -> None:
    """In rows and images that belong to no edit yet, bytes that are no UTF-8 become letters of Latin-1.

    For an open transaction. The journal then tells of the rows as if they had been written so.
    """
    with readable(connection):
        rows = [(row["tbl"], row["row"]) for row in connection.execute(_OUTSIDE) if _is_broken(row["after"])]
        for table, identity in dict.fromkeys(rows):
            _mend_row(connection, table, identity)
        for seq, _, _, *images in connection.execute(_OUTSIDE).fetchall() if rows else ():
            mended = [image and image.translate(_LETTERS) for image in images]
            if mended != images:
                connection.execute("UPDATE change SET before = ?, after = ? WHERE seq = ?", (*mended, seq))
    if rows:  # what the triggers noted of the mending
        connection.execute("DELETE FROM change WHERE edit IS NULL AND before IS after")


def _mend_row(connection: sqlite3.Connection, table: str, identity: str) -> None:
    names = ", ".join(journalled_columns(table))
    row = connection.execute(f"SELECT {names} FROM {table} WHERE id = ?", (identity,)).fetchone()
    for name, value in dict(row or ()).items():
        if _is_broken(value):
            mended = value.translate(_LETTERS)
            connection.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", (mended, identity))


def _is_broken(value: object) -> bool:
    return isinstance(value, str) and any("\udc80" <= letter <= "\udcff" for letter in value)


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogateescape")
