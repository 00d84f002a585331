"""A document, the stages it went through, and the parties to it."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


class DocumentKind(Choice):
    """What sort of paper it is."""

    DECLARATION = "declaration", N_("Declaration")
    COMMUNIQUE = "communique", N_("Communiqué")
    STATEMENT = "statement", N_("Statement")
    TREATY = "treaty", N_("Treaty")
    AGREEMENT = "agreement", N_("Agreement")
    DRAFT = "draft", N_("Draft")
    MEMORANDUM = "memorandum", N_("Memorandum")
    MINUTES = "minutes", N_("Minutes")
    DECISION = "decision", N_("Decision")
    REPORT = "report", N_("Report")


class Stage(Choice):
    """How far a document has come, in order."""

    PROPOSED = "proposed", N_("Proposed")
    DRAFTING = "drafting", N_("Drafting")
    AGREED = "agreed", N_("Agreed")
    ADOPTED = "adopted", N_("Adopted")
    SIGNED = "signed", N_("Signed")
    IN_FORCE = "in force", N_("In force")
    SUPERSEDED = "superseded", N_("Superseded")


class DocumentRole(Choice):
    """How a party is bound up with a document."""

    PARTY = "party", N_("Party")
    INITIATOR = "initiator", N_("Initiator")
    SIGNATORY = "signatory", N_("Signatory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """A text that meetings adopt, draft or review."""

    TABLE: ClassVar[str] = "document"
    LABEL: ClassVar[str] = "title"
    ONE: ClassVar[str] = N_("Document")
    MANY: ClassVar[str] = N_("Documents")

    title: str = fields.text(N_("Title"), required=True, searchable=True)
    kind: DocumentKind = fields.choice(N_("Kind"), DocumentKind.DECLARATION)
    address: str | None = fields.text(N_("Web address"), limit=2000)
    summary: str | None = fields.long_text(N_("Summary"), searchable=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStage(Record):
    """A stage that a document reached: when, at which meeting, where."""

    TABLE: ClassVar[str] = "document_stage"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Stage")
    MANY: ClassVar[str] = N_("Stages")

    document: str = fields.reference(N_("Document"), "document", required=True)
    stage: Stage = fields.choice(N_("Stage"), Stage.PROPOSED)
    date: str | None = fields.date(N_("Date"))
    meeting: str | None = fields.reference(N_("Meeting"), "meeting")
    place: str | None = fields.text(N_("Place"), searchable=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentParty(Record):
    """A party to a document."""

    TABLE: ClassVar[str] = "document_party"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Party to a document")
    MANY: ClassVar[str] = N_("Parties to documents")

    document: str = fields.reference(N_("Document"), "document", required=True)
    party: str = fields.reference(N_("Country or organisation"), "party", required=True)
    role: DocumentRole = fields.choice(N_("Role"), DocumentRole.PARTY)
