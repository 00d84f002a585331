"""A delegation: one party at one meeting; and its delegates."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


class Presence(Choice):
    """Whether a delegation came. Absent is not the same as unknown."""

    UNKNOWN = "unknown", N_("Not known")
    INVITED = "invited", N_("Invited")
    EXPECTED = "expected", N_("Expected")
    ATTENDED = "attended", N_("Attended")
    ABSENT = "absent", N_("Absent")


def usual_presence(status: MeetingStatus) -> Presence:
    """Who is listed for a meeting that was held was there; for one to come, is expected."""
    return Presence.ATTENDED if status is MeetingStatus.HELD else Presence.EXPECTED


class Part(Choice):
    """In what capacity a delegation takes part."""

    MEMBER = "member", N_("Member")
    OBSERVER = "observer", N_("Observer")
    GUEST = "guest", N_("Guest")
    HOST = "host", N_("Host")
    SECRETARIAT = "secretariat", N_("Secretariat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation(Record):
    """One party at one meeting; a party stands at most once at a meeting."""

    TABLE: ClassVar[str] = "delegation"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Delegation")
    MANY: ClassVar[str] = N_("Delegations")

    meeting: str = fields.reference(N_("Meeting"), "meeting", required=True)
    party: str = fields.reference(N_("Country or organisation"), "party", required=True)
    status: Presence = fields.choice(N_("Attendance"), Presence.UNKNOWN)
    part: Part = fields.choice(N_("Takes part as"), Part.MEMBER)
    note: str | None = fields.long_text(N_("Note"), searchable=True)


class Role(Choice):
    """What a delegate does at the meeting."""

    HEAD = "head", N_("Head of delegation")
    CHAIR = "chair", N_("Chair")
    CO_CHAIR = "co-chair", N_("Co-chair")
    MEMBER = "member", N_("Member")
    SPEAKER = "speaker", N_("Speaker")
    SIGNATORY = "signatory", N_("Signatory")
    OBSERVER = "observer", N_("Observer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate(Record):
    """Somebody in a delegation. The person may be unknown ("five presidents"); `title` is as printed."""

    TABLE: ClassVar[str] = "delegate"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Delegate")
    MANY: ClassVar[str] = N_("Delegates")

    delegation: str = fields.reference(N_("Delegation"), "delegation", required=True)
    person: str | None = fields.reference(N_("Person"), "person")
    title: str | None = fields.text(N_("Title then"), searchable=True)
    level: str | None = fields.reference(N_("Level"), "level")
    role: Role = fields.choice(N_("Role"), Role.HEAD)
    on_behalf_of: str | None = fields.reference(N_("On behalf of"), "party")
