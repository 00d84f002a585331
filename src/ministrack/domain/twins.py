"""Records that stand for the same thing: by which fields that is told, and what may stand only once."""

from collections.abc import Mapping

from ministrack.domain.fields import FieldKind, FieldSpec, specs, stored_value
from ministrack.domain.record import Record
from ministrack.domain.values import declared

MERGEABLE = frozenset(
    ("meeting", "person", "party", "document", "body", "task", "source", "delegation", "series")
)
"""Kinds of record of which two may be entered for one thing; the others are parts of these."""

ONCE: Mapping[str, tuple[str, ...]] = {
    "delegation": ("meeting", "party"),
    "document_party": ("document", "party", "role"),
    "meeting_document": ("meeting", "document", "treatment"),
    "body_member": ("body", "party"),
    "dependency": ("task", "depends_on"),
    "tagging": ("tag", "subject_table", "subject"),
    "meeting": ("series", "number"),
    "identifier": ("scheme", "value"),
    "inquiry": ("subject_table", "subject", "missing"),
}
"""Fields of which the dossier allows each combination once: two such records have to become one."""

ALIKE: Mapping[str, tuple[str, ...]] = {
    "delegate": ("delegation", "person"),
    "document_stage": ("document", "stage", "meeting"),
    "membership": ("party", "organisation", "series", "role"),
    "programme_item": ("meeting", "title"),
    "spelling": ("person", "name"),
    "statement": ("source", "subject_table", "subject", "field", "quote", "value", "start", "stop"),
    "attachment": ("subject_table", "subject", "name", "sha256"),
}
"""Fields by which two records are one, where no other field of them speaks against it."""

EXCLUSIVE: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "task": (("owner_party", "owner_body", "owner_person"), ("due", "due_meeting")),
}
"""Fields of which only one may be known."""

_NEEDED: Mapping[str, str] = {"delegate": "person", "meeting": "number"}
"""Without it, nothing says that two are one."""


def told_by(record: Record) -> tuple[str, ...]:
    """The fields that say whether another record is the same thing; none where nothing can say so."""
    needed = _NEEDED.get(record.TABLE)
    if needed is not None and getattr(record, needed) is None:
        return ()
    return ONCE.get(record.TABLE) or ALIKE.get(record.TABLE, ())


def agree(one: Record, other: Record) -> bool:
    """Whether two records of one kind contradict each other nowhere: one is silent, or both say the same."""
    told = set(told_by(one))
    return all(
        _is_silent(one, spec) or _is_silent(other, spec) or getattr(one, name) == getattr(other, name)
        for name, spec in specs(type(one)).items()
        if name not in told
    )


def says_nothing(record: type[Record], spec: FieldSpec, value: object) -> bool:
    """Whether a value stands for "not known": it is empty, or what a field begins with."""
    if value is None or value == "":
        return True
    if spec.kind in (FieldKind.CHOICE, FieldKind.FLAG):
        return stored_value(spec, value) == stored_value(spec, declared(record)[spec.name].default)
    return False


def _is_silent(record: Record, spec: FieldSpec) -> bool:
    return says_nothing(type(record), spec, getattr(record, spec.name))
