"""A party: a state, an organisation or another participant; and what it is a member of."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


class PartyKind(Choice):
    """What sort of participant a party is; no statement about status is meant."""

    STATE = "state", N_("State")
    ORGANISATION = "organisation", N_("Organisation")
    ENTITY = "entity", N_("Entity")
    OTHER = "other", N_("Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Record):
    """A participant. `code` is ISO 3166-1 alpha-2 where there is one: not every participant is a state."""

    TABLE: ClassVar[str] = "party"
    ONE: ClassVar[str] = N_("Country or organisation")
    MANY: ClassVar[str] = N_("Countries and organisations")

    name: str = fields.text(N_("Name"), required=True, searchable=True)
    kind: PartyKind = fields.choice(N_("Kind"), PartyKind.STATE)
    code: str | None = fields.text(N_("ISO code"), limit=2)
    short_name: str | None = fields.text(N_("Short name"), searchable=True, limit=80)
    other_names: str | None = fields.text(N_("Other names"), searchable=True, limit=2000)
    note: str | None = fields.long_text(N_("Note"), searchable=True)


class MembershipRole(Choice):
    """How a party belongs."""

    MEMBER = "member", N_("Member")
    OBSERVER = "observer", N_("Observer")
    PARTNER = "partner", N_("Partner")
    GUEST = "guest", N_("Guest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """A party belongs to an organisation or to a series, from one date to another."""

    TABLE: ClassVar[str] = "membership"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Membership")
    MANY: ClassVar[str] = N_("Memberships")

    party: str = fields.reference(N_("Party"), "party", required=True)
    organisation: str | None = fields.reference(N_("Organisation"), "party")
    series: str | None = fields.reference(N_("Series"), "series")
    role: MembershipRole = fields.choice(N_("Role"), MembershipRole.MEMBER)
    since: str | None = fields.date(N_("From"))
    until: str | None = fields.date(N_("To"))
