"""A source, and what it says: statements with the sentence each comes from."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


class SourceKind(Choice):
    """What sort of source it is."""

    NEWS = "news", N_("News report")
    PRESS_RELEASE = "press release", N_("Press release")
    COMMUNIQUE = "communique", N_("Communiqué")
    OFFICIAL = "official", N_("Official paper")
    NOTE = "note", N_("Own note")
    OTHER = "other", N_("Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """Where facts come from. `text` is the full text; statements point into it by character offsets."""

    TABLE: ClassVar[str] = "source"
    LABEL: ClassVar[str] = "title"
    ONE: ClassVar[str] = N_("Source")
    MANY: ClassVar[str] = N_("Sources")

    title: str = fields.text(N_("Title"), required=True, searchable=True)
    kind: SourceKind = fields.choice(N_("Kind"), SourceKind.NEWS)
    publisher: str | None = fields.text(N_("Publisher"), searchable=True)
    address: str | None = fields.text(N_("Web address"), limit=2000)
    published: str | None = fields.date(N_("Published"))
    accessed: str | None = fields.date(N_("Accessed"))
    language: str | None = fields.text(N_("Language"), limit=35)
    text: str | None = fields.long_text(N_("Text"), searchable=True, limit=2_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """A source says that a field of a record has a value.

    `subject_table`, `subject` and `field` name the field; `start` and `stop` are character offsets of `quote`
    in the source's text. Statements that disagree stay side by side; one is `chosen`.
    """

    TABLE: ClassVar[str] = "statement"
    LABEL: ClassVar[str] = "quote"
    ONE: ClassVar[str] = N_("Statement")
    MANY: ClassVar[str] = N_("Statements")

    quote: str = fields.text(N_("Quote"), required=True, limit=4000)
    source: str = fields.reference(N_("Source"), "source", required=True)
    subject_table: str = fields.text(N_("Kind of record"), required=True, limit=40)
    subject: str = fields.text(N_("Record"), required=True, limit=40)
    field: str = fields.text(N_("Field"), required=True, limit=40)
    value: str | None = fields.text(N_("Value as stated"), limit=4000)
    start: int | None = fields.integer(N_("Starts at"))
    stop: int | None = fields.integer(N_("Ends at"))
    chosen: bool = fields.flag(N_("Chosen"))
    reason: str | None = fields.text(N_("Reason"))
