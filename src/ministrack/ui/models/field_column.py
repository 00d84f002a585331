"""Columns of a record's own fields: title, order, cells and editing follow from how the field is declared."""

from collections.abc import Callable, Mapping
from functools import partial

from ministrack.domain.fields import FieldKind, FieldSpec, specs
from ministrack.domain.language import tr
from ministrack.domain.lists import Row
from ministrack.domain.record import Record
from ministrack.ui.models.cells import choice, date_cell, soft, tipped
from ministrack.ui.models.column import Cell, Column, Edits

_LONG = 40  # characters of a text of several lines
_UNKNOWN = "unknown"  # a choice with this value says that nothing is known


def field_column(record: type[Record], field: str, *, most: int = 24, is_hidden: bool = True) -> Column:
    """The column of a field that no other record has to be asked for; hidden until somebody asks for it."""
    spec = specs(record)[field]
    is_long = spec.kind is FieldKind.LONG_TEXT
    return Column(
        field,
        spec.label,
        (field,),
        partial(_CELLS.get(spec.kind, _text), spec),
        "" if is_long else field,
        most=_LONG if is_long else most,
        shrinks=spec.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT),
        hidden_at_first=is_hidden,
        edits=Edits(field),
    )


def _text(spec: FieldSpec, row: Row) -> Cell:
    return tipped(row[spec.name])


def _date(spec: FieldSpec, row: Row) -> Cell:
    return date_cell(row[spec.name]) if row[spec.name] else Cell()


def _choice(spec: FieldSpec, row: Row) -> Cell:
    if spec.choices is None or row[spec.name] == _UNKNOWN:
        return soft(tr("not known"))
    return choice(spec.choices, row[spec.name])


_CELLS: Mapping[FieldKind, Callable[[FieldSpec, Row], Cell]] = {
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
}
