"""A dossier, or a part of it, as one JSON document, described in docs/format.md."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import BinaryIO

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.filters import OneOf
from ministrack.domain.progress import Progress, untold
from ministrack.domain.record import Record
from ministrack.exchange.belonging import with_belongings
from ministrack.exchange.json_names import FORMAT, VERSION
from ministrack.exchange.outgoing import Outgoing
from ministrack.store.reader import Reader

_PAGE = 500  # records read at a time


def write_json(read: Reader, out: BinaryIO, told: Progress = untold) -> None:
    """Writes everything as UTF-8, one record a line. The same records give the same bytes."""
    _write(
        read,
        {table: [str(row[0]) for row in read.columns(table, ("id",))] for table in RECORD_TYPES},
        out,
        told,
    )


def write_selection(going: Outgoing, out: BinaryIO) -> Sequence[str]:
    """Writes the records chosen with all that belongs to them, so that the document stands alone."""
    if going.selection.whole:
        write_json(going.read, out, going.told)
        return ()
    chosen = {table.table: going.selection.ids(going.read, table.table) for table in going.selection.tables}
    _write(going.read, with_belongings(going.read, chosen, going.told), out, going.told)
    return ()


def _write(read: Reader, ids: Mapping[str, Collection[str]], out: BinaryIO, told: Progress) -> None:
    total, done = sum(map(len, ids.values())), 0
    out.write(f'{{\n"format": {json.dumps(FORMAT)},\n"version": {VERSION},\n"records": {{'.encode())
    for number, table in enumerate(RECORD_TYPES):
        out.write(f'{"," if number else ""}\n"{table}": ['.encode())
        for place, record in enumerate(_records(read, table, sorted(ids[table]))):
            if place % _PAGE == 0:
                told(done + place, total)
            out.write(b",\n" if place else b"\n")
            out.write(in_one_line(record))
        done += len(ids[table])
        out.write(b"\n]")
    out.write(b"\n}\n}\n")
    told(total, total)


def _records(read: Reader, table: str, ids: Sequence[str]) -> Iterator[Record]:
    for start in range(0, len(ids), _PAGE):
        yield from read.find(RECORD_TYPES[table], OneOf("id", tuple(ids[start : start + _PAGE])))


def in_one_line(record: Record) -> bytes:
    """One record as JSON in UTF-8; half a character, as in damaged text, becomes an escape of JSON."""
    return json.dumps(as_json(record), ensure_ascii=False).encode("utf-8", "backslashreplace")


def as_json(record: Record) -> dict[str, str | int | bool | None]:
    """One record with its id and every field of its own; None where a value is not known."""
    values: dict[str, str | int | bool | None] = {"id": record.id}
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        values[name] = bool(value) if spec.kind is FieldKind.FLAG else _plain(value)
    return values


def _plain(value: object) -> str | int | None:
    if value is None or isinstance(value, int):
        return value
    return str(value)
