"""A person and the spellings under which sources name them."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


class NameOrder(Choice):
    """Which part of the name comes first."""

    GIVEN_FIRST = "given first", N_("Given name first")
    FAMILY_FIRST = "family first", N_("Family name first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A person; `name` is the display name."""

    TABLE: ClassVar[str] = "person"
    ONE: ClassVar[str] = N_("Person")
    MANY: ClassVar[str] = N_("People")

    name: str = fields.text(N_("Name"), required=True, searchable=True)
    given: str | None = fields.text(N_("Given name"))
    family: str | None = fields.text(N_("Family name"))
    name_order: NameOrder = fields.choice(N_("Name order"), NameOrder.GIVEN_FIRST)
    native_name: str | None = fields.text(N_("Name in own script"), searchable=True)
    note: str | None = fields.long_text(N_("Note"), searchable=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling(Record):
    """Another spelling of a person's name, with the source that uses it where known."""

    TABLE: ClassVar[str] = "spelling"
    ONE: ClassVar[str] = N_("Other spelling")
    MANY: ClassVar[str] = N_("Other spellings")

    name: str = fields.text(N_("Spelling"), required=True, searchable=True)
    person: str = fields.reference(N_("Person"), "person", required=True)
    source: str | None = fields.reference(N_("Source"), "source")
