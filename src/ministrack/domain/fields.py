"""What a field of a record is: its kind, label, choices and limits, declared once beside the field itself."""

from collections.abc import Hashable, Mapping
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Self, cast

from ministrack.domain.values import dataclass, declared, field, replace

if TYPE_CHECKING:
    from ministrack.domain.record import Record


class FieldKind(StrEnum):
    """How a field is stored, edited and shown."""

    TEXT = "text"  # one line
    LONG_TEXT = "long text"  # several lines
    INTEGER = "integer"
    CHOICE = "choice"  # one of a fixed list
    DATE = "date"  # EDTF text, with derived columns <name>_first, <name>_last, <name>_precision
    REFERENCE = "reference"  # id of a record in the table `refers`
    FLAG = "flag"  # 0 or 1


class Choice(StrEnum):
    """A fixed list of stored values, each with the label a person reads (English; translate when shown)."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """Everything the program knows about one field; `name` is filled in by `specs`."""

    kind: FieldKind
    label: str
    name: str = ""
    required: bool = False
    searchable: bool = False
    choices: type[Choice] | None = None
    refers: str = ""
    limit: int = 500


def _declared(spec: FieldSpec, default: object = None) -> Any:
    return field(default=default, metadata={"spec": spec})


def _required(spec: FieldSpec) -> Any:
    return field(metadata={"spec": spec})


def text(label: str, *, required: bool = False, searchable: bool = False, limit: int = 500) -> Any:
    """A single line, at most `limit` characters."""
    spec = FieldSpec(FieldKind.TEXT, label, required=required, searchable=searchable, limit=limit)
    return _required(spec) if required else _declared(spec)


def long_text(label: str, *, searchable: bool = False, limit: int = 20_000) -> Any:
    """Several lines, at most `limit` characters."""
    return _declared(FieldSpec(FieldKind.LONG_TEXT, label, searchable=searchable, limit=limit))


def integer(label: str, *, default: int | None = None) -> Any:
    """A whole number, zero or more."""
    return _declared(FieldSpec(FieldKind.INTEGER, label), default)


def flag(label: str) -> Any:
    """Yes or no, stored as 1 or 0."""
    return _declared(FieldSpec(FieldKind.FLAG, label), False)


def date(label: str) -> Any:
    """EDTF text, never more precise than its source."""
    return _declared(FieldSpec(FieldKind.DATE, label, limit=80))


def choice(label: str, default: Choice) -> Any:
    """One member of the list that `default` belongs to."""
    return _declared(FieldSpec(FieldKind.CHOICE, label, required=True, choices=type(default)), default)


def reference(label: str, table: str, *, required: bool = False) -> Any:
    """The id of a record in `table`."""
    spec = FieldSpec(FieldKind.REFERENCE, label, required=required, refers=table)
    return _required(spec) if required else _declared(spec)


def specs(record: "type[Record]") -> Mapping[str, FieldSpec]:
    """The declared fields of a record type by name, in order of declaration, without `id`."""
    return _specs(cast(Hashable, record))


@cache
def _specs(record: "type[Record]") -> Mapping[str, FieldSpec]:
    return {
        name: replace(cast(FieldSpec, item.metadata["spec"]), name=name)
        for name, item in declared(record).items()
        if "spec" in item.metadata
    }


def stored_value(spec: FieldSpec, value: object) -> str | int | None:
    """The value as it stands in the dossier: blank text is unknown, choices and flags become plain values."""
    if value is None or value == "":
        return None
    if spec.kind is FieldKind.FLAG:
        return int(bool(value))
    if spec.kind is FieldKind.INTEGER and isinstance(value, int):
        return value
    return str(value)


def loaded_value(spec: FieldSpec, value: str | int | None) -> object:
    """The value as a record carries it, from what stands in the dossier."""
    if spec.choices is not None and value is not None:
        return next(member for member in spec.choices if member.value == value)
    if spec.kind is FieldKind.FLAG:
        return bool(value)
    return value
