"""What helps to keep order in a dossier: attachments, tags, outside ids, open inquiries and saved filters."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file kept inside the dossier, by the hash of its content."""

    TABLE: ClassVar[str] = "attachment"
    ONE: ClassVar[str] = N_("Attachment")
    MANY: ClassVar[str] = N_("Attachments")

    name: str = fields.text(N_("File name"), required=True, searchable=True)
    subject_table: str = fields.text(N_("Kind of record"), required=True, limit=40)
    subject: str = fields.text(N_("Record"), required=True, limit=40)
    media_type: str | None = fields.text(N_("Media type"), limit=120)
    size: int | None = fields.integer(N_("Size in bytes"))
    sha256: str = fields.text(N_("Content hash"), required=True, limit=64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Record):
    """A word of one's own to mark records with."""

    TABLE: ClassVar[str] = "tag"
    ONE: ClassVar[str] = N_("Tag")
    MANY: ClassVar[str] = N_("Tags")

    name: str = fields.text(N_("Name"), required=True, searchable=True, limit=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagging(Record):
    """A tag on a record."""

    TABLE: ClassVar[str] = "tagging"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Tagged record")
    MANY: ClassVar[str] = N_("Tagged records")

    tag: str = fields.reference(N_("Tag"), "tag", required=True)
    subject_table: str = fields.text(N_("Kind of record"), required=True, limit=40)
    subject: str = fields.text(N_("Record"), required=True, limit=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter(Record):
    """A filter kept under a name; `terms` is its JSON form."""

    TABLE: ClassVar[str] = "saved_filter"
    ONE: ClassVar[str] = N_("Saved filter")
    MANY: ClassVar[str] = N_("Saved filters")

    name: str = fields.text(N_("Name"), required=True, limit=120)
    view: str | None = fields.text(N_("View"), limit=40)
    terms: str = fields.text(N_("Terms"), required=True, limit=20_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier(Record):
    """The id that another program gives a record: by it an import finds the record again.

    `scheme` says whose id it is: "ics" for the UID of a calendar, "vcard" for that of an address card.
    """

    TABLE: ClassVar[str] = "identifier"
    LABEL: ClassVar[str] = "value"
    ONE: ClassVar[str] = N_("Outside id")
    MANY: ClassVar[str] = N_("Outside ids")

    value: str = fields.text(N_("Id"), required=True)
    scheme: str = fields.text(N_("Kind of id"), required=True, limit=40)
    subject_table: str = fields.text(N_("Kind of record"), required=True, limit=40)
    subject: str = fields.text(N_("Record"), required=True, limit=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry(Record):
    """Something that nobody knows yet about a record, and when to look again.

    `missing` is the key of a gap (domain/gaps.py). At most one for each gap of a record.
    """

    TABLE: ClassVar[str] = "inquiry"
    LABEL: ClassVar[str] = "missing"
    ONE: ClassVar[str] = N_("Open inquiry")
    MANY: ClassVar[str] = N_("Open inquiries")

    missing: str = fields.text(N_("What is missing"), required=True, limit=80)
    subject_table: str = fields.text(N_("Kind of record"), required=True, limit=40)
    subject: str = fields.text(N_("Record"), required=True, limit=40)
    again: str | None = fields.date(N_("Look again"))
    note: str | None = fields.long_text(N_("Note"))
