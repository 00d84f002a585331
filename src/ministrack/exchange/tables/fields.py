"""What the columns of a file may hold, by the kind of record that its lines make."""

import re
from collections.abc import Mapping
from functools import cache

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, FieldSpec
from ministrack.domain.language import N_, tr
from ministrack.domain.names import fold
from ministrack.exchange.targets import HEAD, Target, targets

KINDS = (
    "delegation", "meeting", "person", "task", "document", "party", "body", "source", "programme_item",
    "series",
)  # fmt: skip
"""Tables whose records people keep in spreadsheets, the likeliest first. Others can be named."""

NAMING: Mapping[str, str] = {
    "delegation": "delegation.party", "meeting": "meeting.name", "person": "person.name",
    "task": "task.title", "document": "document.title", "party": "party.name", "body": "body.name",
    "source": "source.title", "programme_item": "programme_item.title", "series": "series.name",
}  # fmt: skip
"""The target that a line cannot do without."""

_OWN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ID = FieldSpec(FieldKind.TEXT, N_("Id"), name="id", limit=40)
# Columns that are part of a field: the last day of a meeting, and the two halves of a name.
PARTS: Mapping[str, tuple[FieldSpec, ...]] = {
    "meeting": (FieldSpec(FieldKind.DATE, N_("Last day"), name="date_end", limit=80),),
    "delegation": (
        FieldSpec(FieldKind.TEXT, N_("Given name"), name="given"),
        FieldSpec(FieldKind.TEXT, N_("Family name"), name="family"),
    ),
}


@cache
def _added(table: str) -> tuple[tuple[str, FieldSpec], ...]:
    owner = HEAD if table == "delegation" else table
    return ((table, _ID), *((owner, spec) for spec in PARTS.get(table, ())))


def file_targets(table: str) -> tuple[Target, ...]:
    """The targets of a table: all of its fields, the id by which it was exported, and parts of fields."""
    return (*targets(table), *(Target(owner, spec, tr(spec.label)) for owner, spec in _added(table)))


def is_id(header: str) -> bool:
    """Whether a column holds the ids of records."""
    return fold(header) in (fold(_ID.name), fold(tr(_ID.label)))


def is_own_id(text: str) -> bool:
    """Whether an id is of the form that records have here; numbers of a register are not."""
    return _OWN.fullmatch(text) is not None


def can_be_made(table: str) -> bool:
    """Whether lines of a file may be records of this table."""
    return table in RECORD_TYPES
