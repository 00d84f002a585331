"""The JSON Schema of a dossier as JSON, made from how the fields are declared.

`resources/format/ministrack.schema.json` holds it for others; docs/make_schema.py writes it anew.
"""

import json

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, FieldSpec, specs
from ministrack.domain.record import Record
from ministrack.exchange.json_names import FORMAT, VERSION

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATE = "A date in EDTF (ISO 8601-2), as precise as its source: 2026, 2026-05?, 2025-10-17/2025-10-18."
_LARGEST = 2**31

Schema = dict[str, object]


def schema_text() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """The schema of a document. It allows what it does not know: later versions add fields and tables."""
    tables = {
        table: {"type": "array", "items": {"$ref": f"#/$defs/{table}"}, "description": _summary(record)}
        for table, record in RECORD_TYPES.items()
    }
    return {
        "$schema": _DIALECT,
        "$id": "urn:ministrack:dossier:1",
        "title": "A dossier of ministrack",
        "type": "object",
        "required": ["format", "version", "records"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": 1, "maximum": VERSION},
            "records": {"type": "object", "properties": tables},
        },
        "$defs": {
            "id": {"type": "string", "minLength": 1, "maxLength": 64, "pattern": "^\\S+$"},
            "date": {"type": "string", "minLength": 4, "maxLength": 80, "description": _DATE},
            **{table: _record(record) for table, record in RECORD_TYPES.items()},
        },
    }


def _record(record: type[Record]) -> Schema:
    declared = specs(record).values()
    return {
        "type": "object",
        "description": _summary(record),
        "required": ["id", *(spec.name for spec in declared if spec.required and spec.choices is None)],
        "properties": {"id": {"$ref": "#/$defs/id"}, **{spec.name: _field(spec) for spec in declared}},
    }


def _summary(record: type[Record]) -> str:
    return " ".join((record.__doc__ or "").split())


def _field(spec: FieldSpec) -> Schema:
    value = _value(spec)
    if spec.required or spec.kind is FieldKind.FLAG:
        return {"title": spec.label, **value}
    return {"title": spec.label, "oneOf": [value, {"type": "null"}]}


def _value(spec: FieldSpec) -> Schema:
    if spec.choices is not None:
        return {"enum": [member.value for member in spec.choices]}
    match spec.kind:
        case FieldKind.INTEGER:
            return {"type": "integer", "minimum": 0, "maximum": _LARGEST}
        case FieldKind.FLAG:
            return {"type": "boolean"}
        case FieldKind.DATE:
            return {"$ref": "#/$defs/date"}
        case FieldKind.REFERENCE:
            return {"$ref": "#/$defs/id", "description": f"The id of a record in “{spec.refers}”."}
    return {"type": "string", "minLength": 1, "maxLength": spec.limit}
