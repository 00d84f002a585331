"""Rows of a dossier as papers read them: all of one kind at once, never one by one."""

from collections.abc import Iterable, Sequence

from ministrack.domain.fields import Choice
from ministrack.domain.filters import Filter
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery, Row, Value
from ministrack.store.reader import Reader

_AT_ONCE = 500  # ids of one question
_ALL = 1_000_000


def text(value: Value) -> str:
    """A value of a row as text; empty where it is not known."""
    return "" if value is None else str(value)


def label(choices: type[Choice], value: Value) -> str:
    """What a member of a list is called; a value that is none, as it is."""
    return next((tr(member.label) for member in choices if member.value == value), text(value))


def rows(read: Reader, table: str, columns: Sequence[str], wanted: Filter, sort: str = "id") -> list[Row]:
    """All rows of a table that satisfy the filter."""
    return read.rows(ListQuery(table, tuple(columns), wanted, sort), _ALL)


def rows_of(read: Reader, table: str, columns: Sequence[str], ids: Iterable[str]) -> list[Row]:
    """The rows with these ids, in their order; those that are gone are left out."""
    listing = read.listing(ListQuery(table, tuple(columns)))
    wanted = list(dict.fromkeys(each for each in ids if each))
    parts = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
    return [row for part in parts for row in listing.rows_of(part)]
