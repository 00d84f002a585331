"""A meeting of a series, its programme, and the documents it dealt with."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


class MeetingStatus(Choice):
    """Where a meeting stands. "Planned" is a status, not an uncertainty of its date."""

    PLANNED = "planned", N_("Planned")
    ANNOUNCED = "announced", N_("Announced")
    CONFIRMED = "confirmed", N_("Confirmed")
    HELD = "held", N_("Held")
    POSTPONED = "postponed", N_("Postponed")
    CANCELLED = "cancelled", N_("Cancelled")


def is_movable(status: object) -> bool:
    """Whether a meeting may be moved by hand: one that was held stays on its day."""
    return status != MeetingStatus.HELD.value


class MeetingMode(Choice):
    """How people take part."""

    UNKNOWN = "unknown", N_("Not known")
    IN_PERSON = "in person", N_("In person")
    VIRTUAL = "virtual", N_("Virtual")
    HYBRID = "hybrid", N_("Hybrid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One meeting; `number` is its place in the series, unique there. The host may differ from the place.

    `time` is as written ("10:00–13:00 Asia/Baku"). `recurrence` keeps the rule of a calendar (RFC 5545);
    nothing is ever made of it.
    """

    TABLE: ClassVar[str] = "meeting"
    ONE: ClassVar[str] = N_("Meeting")
    MANY: ClassVar[str] = N_("Meetings")

    name: str = fields.text(N_("Name"), required=True, searchable=True)
    series: str | None = fields.reference(N_("Series"), "series")
    number: int | None = fields.integer(N_("Number"))
    numbering_note: str | None = fields.text(N_("Numbering note"))
    status: MeetingStatus = fields.choice(N_("Status"), MeetingStatus.PLANNED)
    date: str | None = fields.date(N_("Date"))
    time: str | None = fields.text(N_("Time"), limit=80)
    city: str | None = fields.text(N_("City"), searchable=True)
    country: str | None = fields.reference(N_("Country"), "party")
    venue: str | None = fields.text(N_("Venue"), searchable=True)
    host: str | None = fields.reference(N_("Host"), "party")
    mode: MeetingMode = fields.choice(N_("Mode"), MeetingMode.UNKNOWN)
    theme: str | None = fields.text(N_("Theme"), searchable=True)
    summary: str | None = fields.long_text(N_("Summary"), searchable=True)
    previous: str | None = fields.reference(N_("Previous meeting"), "meeting")
    recurrence: str | None = fields.text(N_("Repeats"), limit=2000)


class ProgrammeKind(Choice):
    """What a programme item is."""

    SESSION = "session", N_("Session")
    VISIT = "visit", N_("Visit")
    CEREMONY = "ceremony", N_("Ceremony")
    SIGNING = "signing", N_("Signing")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem(Record):
    """One point of a meeting's programme, in the order of `position`."""

    TABLE: ClassVar[str] = "programme_item"
    LABEL: ClassVar[str] = "title"
    ONE: ClassVar[str] = N_("Programme item")
    MANY: ClassVar[str] = N_("Programme")

    title: str = fields.text(N_("Title"), required=True, searchable=True)
    meeting: str = fields.reference(N_("Meeting"), "meeting", required=True)
    position: int | None = fields.integer(N_("Order"))
    kind: ProgrammeKind = fields.choice(N_("Kind"), ProgrammeKind.SESSION)
    time: str | None = fields.text(N_("Time"), limit=80)
    place: str | None = fields.text(N_("Place"), searchable=True)
    note: str | None = fields.long_text(N_("Note"), searchable=True)


class Treatment(Choice):
    """What a meeting did with a document."""

    REVIEWED = "reviewed", N_("Reviewed")
    DISCUSSED = "discussed", N_("Discussed")
    ADOPTED = "adopted", N_("Adopted")
    SIGNED = "signed", N_("Signed")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDocument(Record):
    """A document that a meeting dealt with."""

    TABLE: ClassVar[str] = "meeting_document"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Document at a meeting")
    MANY: ClassVar[str] = N_("Documents at meetings")

    meeting: str = fields.reference(N_("Meeting"), "meeting", required=True)
    document: str = fields.reference(N_("Document"), "document", required=True)
    treatment: Treatment = fields.choice(N_("Treatment"), Treatment.DISCUSSED)
