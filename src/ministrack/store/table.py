"""One generic table: records in, records out."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar, cast

from ministrack.domain.fields import loaded_value, specs, stored_value
from ministrack.domain.record import Record
from ministrack.store.dossier import Dossier

T = TypeVar("T", bound=Record)
Value = str | int | None


class Table(Generic[T]):
    """The rows of one record type. Writing is for the workspace alone, inside an edit."""

    def __init__(self, dossier: Dossier, record: type[T]) -> None:
        self._dossier = dossier
        self._record = record

    def get(self, identity: str) -> T | None:
        """The record with this id, or None."""
        return next(self.where("id = ?", (identity,)), None)

    def where(self, condition: str, values: Iterable[Value] = (), order: str = "id") -> Iterator[T]:
        """Records that satisfy an SQL condition made by the store."""
        rows = self._dossier.connection.execute(
            f"SELECT {', '.join(('id', *specs(self._record)))} FROM {self._record.TABLE} "
            f"WHERE {condition} ORDER BY {order}",
            tuple(values),
        )
        for row in rows:
            yield from_row(self._record, dict(row))

    def insert(self, record: T) -> None:
        """Adds a record."""
        insert_row(self._dossier.connection, self._record.TABLE, to_row(record))

    def update(self, identity: str, values: Mapping[str, Value]) -> None:
        """Sets fields of the record with this id."""
        update_row(self._dossier.connection, self._record.TABLE, identity, values)

    def delete(self, identity: str) -> None:
        """Removes the record with this id."""
        delete_row(self._dossier.connection, self._record.TABLE, identity)


# Plain statements: sqlite-utils asks for the schema before each row and wraps each in a savepoint, which
# takes longer than the row with its journal image.


def insert_row(connection: sqlite3.Connection, table: str, values: Mapping[str, Value]) -> None:
    """Adds a row."""
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))


def update_row(
    connection: sqlite3.Connection, table: str, identity: str, values: Mapping[str, Value]
) -> None:
    """Sets columns of the row with this id."""
    sets = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), identity))


def delete_row(connection: sqlite3.Connection, table: str, identity: str) -> None:
    """Removes the row with this id."""
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (identity,))


def to_row(record: Record) -> dict[str, Value]:
    """The record as a row of plain values."""
    values: dict[str, Value] = {"id": record.id}
    for name, spec in specs(type(record)).items():
        values[name] = stored_value(spec, getattr(record, name))
    return values


def from_row(record: type[T], row: Mapping[str, object]) -> T:
    """The record that a row of plain values stands for; derived columns are passed over."""
    declared = specs(record)
    values = {name: loaded_value(spec, cast(Value, row[name])) for name, spec in declared.items()}
    return record(id=cast(str, row["id"]), **values)
