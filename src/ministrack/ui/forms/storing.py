"""From what a form wants to the one edit that stores it."""

from collections.abc import Callable, Mapping

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs, stored_value
from ministrack.domain.language import tr
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import declared
from ministrack.edits.asking import Reader
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record, together
from ministrack.edits.wording import shortened
from ministrack.ui.forms.editors.editor import Wanted


def values_of(record: Record) -> dict[str, object]:
    """The fields of a record as they stand in the dossier."""
    return {name: stored_value(spec, getattr(record, name)) for name, spec in specs(type(record)).items()}


def empty_values(table: str, given: Mapping[str, object]) -> dict[str, object]:
    """The fields of a record that is not there yet: what is given, else what new records start with."""
    fields = declared(RECORD_TYPES[table])
    values: dict[str, object] = {}
    for name, spec in specs(RECORD_TYPES[table]).items():
        default = None if spec.required and spec.choices is None else fields[name].default
        values[name] = stored_value(spec, given.get(name, default))
    return values


def change(read: Reader, ref: Ref, wanted: Wanted, seen: Mapping[str, object]) -> Edit:
    """Sets what differs from what was seen, after making the records this needs."""
    new = {name: value for name, value in wanted.values.items() if value != seen.get(name)}
    edit = change_record(read, ref, new=new, seen=seen)
    if not wanted.creating:
        return edit
    made = wanted.creating[-1]
    name = next((name for name, value in new.items() if value == made.id), "")
    spec = specs(RECORD_TYPES[ref.table])[name]
    label = tr(
        "Change {field} of {record} to {value}",
        field=tr(spec.label).lower(),
        record=shortened(read.label(ref)),
        value=shortened(str(getattr(made, made.LABEL))),
    )
    return together(label, [*map(add_record, wanted.creating), edit], ref)


def creation(table: str, values: Mapping[str, object], wanted: Wanted) -> tuple[Edit, Ref]:
    """Stores a new record with these values, after making the records this needs."""
    kind: Callable[..., Record] = RECORD_TYPES[table]
    record = kind(**values)
    edit = add_record(record)
    ref = Ref(table, record.id)
    if wanted.creating:
        edit = together(edit.label, [*map(add_record, wanted.creating), edit], ref)
    return edit, ref


def missing(table: str, values: Mapping[str, object]) -> bool:
    """Whether a field without which the record cannot be is still empty."""
    return any(spec.required and not values[name] for name, spec in specs(RECORD_TYPES[table]).items())
