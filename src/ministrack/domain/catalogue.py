"""The list of all record types of a dossier, and how they point at each other."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ministrack.domain.body import Body, BodyMember
from ministrack.domain.delegation import Delegate, Delegation
from ministrack.domain.document import Document, DocumentParty, DocumentStage
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.filing import Attachment, Identifier, Inquiry, SavedFilter, Tag, Tagging
from ministrack.domain.levels import Level
from ministrack.domain.meeting import Meeting, MeetingDocument, ProgrammeItem
from ministrack.domain.party import Membership, Party
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record
from ministrack.domain.series import Series
from ministrack.domain.source import Source, Statement
from ministrack.domain.task import Dependency, Progress, Task

RECORD_TYPES: Mapping[str, type[Record]] = {
    record.TABLE: record
    for record in (
        Level, Party, Series, Membership, Person, Meeting, Delegation, Delegate, ProgrammeItem,
        Document, DocumentStage, DocumentParty, MeetingDocument, Body, BodyMember, Task, Progress,
        Dependency, Source, Spelling, Statement, Attachment, Tag, Tagging, SavedFilter,
        Identifier, Inquiry,
    )
}  # fmt: skip
"""Every record type by table name; a table stands after those that its required references need."""


class Pointer(NamedTuple):
    """A reference field of `table` that may point at a record."""

    table: str
    field: str
    required: bool


@cache
def pointers_to(table: str) -> tuple[Pointer, ...]:
    """All reference fields that may point at a record of `table`."""
    return tuple(
        Pointer(name, spec.name, spec.required)
        for name, record in RECORD_TYPES.items()
        for spec in specs(record).values()
        if spec.kind is FieldKind.REFERENCE and spec.refers == table
    )


SUBJECT_TABLES = ("statement", "attachment", "tagging", "identifier", "inquiry")
"""Tables whose rows belong to a record of any kind, named by `subject_table` and `subject`."""
