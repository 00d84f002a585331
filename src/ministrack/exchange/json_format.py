"""Everything in a dossier as one JSON document, described in docs/format.md."""

import json
from typing import BinaryIO

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.record import Record
from ministrack.store.reader import Reader

FORMAT = "ministrack dossier"
VERSION = 1
"""Grows when a reader of the version before would misunderstand the document."""


def write_json(read: Reader, out: BinaryIO) -> None:
    """Writes the document as UTF-8, one record a line. The same records give the same bytes."""
    out.write(f'{{\n"format": {json.dumps(FORMAT)},\n"version": {VERSION},\n"records": {{'.encode())
    for number, (table, record_type) in enumerate(RECORD_TYPES.items()):
        out.write(f'{"," if number else ""}\n"{table}": ['.encode())
        for place, record in enumerate(read.find(record_type)):
            out.write(b",\n" if place else b"\n")
            out.write(json.dumps(as_json(record), ensure_ascii=False).encode())
        out.write(b"\n]")
    out.write(b"\n}\n}\n")


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
