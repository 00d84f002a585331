"""The names under which a merged record was known: none is lost, whichever one it bears from now on."""

from collections.abc import Mapping

from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import specs
from ministrack.domain.filters import OneOf
from ministrack.domain.language import tr
from ministrack.domain.party import Party
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record
from ministrack.edits.merge_choices import Value
from ministrack.edits.writer import Writer


def keep_names(
    writer: Writer, kept: Record, other: Record, values: Mapping[str, Value]
) -> Mapping[str, Value]:
    """Keeps the names that the record no longer bears; gives the values with what that adds to them."""
    if isinstance(kept, Person) and isinstance(other, Person):
        for name in names_left(kept, other, values):
            if not _is_spelling(writer, kept, other, name):
                writer.add(Spelling(name=name, person=kept.id))
    elif isinstance(kept, Party) and isinstance(other, Party):
        return _with_other_names(values, names_left(kept, other, values))
    return values


def names_left(kept: Record, other: Record, values: Mapping[str, Value]) -> list[str]:
    """Names of a person or a party that it does not bear afterwards, each once."""
    fields = {"person": ("name", "native_name"), "party": ("name", "short_name")}.get(kept.TABLE, ())
    borne = {values[field] for field in fields}
    names = (getattr(record, field) for record in (kept, other) for field in fields)
    return [name for name in dict.fromkeys(names) if name and name not in borne]


def _is_spelling(writer: Writer, kept: Record, other: Record, name: str) -> bool:
    owners = OneOf("person", (kept.id, other.id))
    return any(each.name == name for each in writer.read.find(Spelling, owners))


def _with_other_names(values: Mapping[str, Value], names: list[str]) -> Mapping[str, Value]:
    spec = specs(Party)["other_names"]
    present = str(values["other_names"] or "")
    known = {part.strip() for part in present.replace(";", ",").split(",")}
    fresh = [name for name in names if name not in known]
    if not fresh:
        return values
    text = ", ".join((*((present,) if present else ()), *fresh))
    if len(text) > spec.limit:
        raise InvalidValue(
            tr("There is no room for all other names."),
            field=spec.name,
            safe=tr("Nothing was merged."),
            todo=tr("Shorten the other names of one of the two first."),
        )
    return {**values, "other_names": text}
