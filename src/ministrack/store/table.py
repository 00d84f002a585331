"""One generic table: records in, records out."""

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

    def insert(self, records: Iterable[T]) -> None:
        """Adds records, in batches."""
        self._dossier.database.table(self._record.TABLE).insert_all(to_row(record) for record in records)

    def update(self, identity: str, values: Mapping[str, Value]) -> None:
        """Sets fields of the record with this id."""
        self._dossier.database.table(self._record.TABLE).update(identity, dict(values))

    def delete(self, identity: str) -> None:
        """Removes the record with this id."""
        self._dossier.database.table(self._record.TABLE).delete(identity)


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
