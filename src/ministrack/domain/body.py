"""A body: an expert group, a task force, a working group or a secretariat, and its members."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


class BodyKind(Choice):
    """What sort of body it is."""

    EXPERT_GROUP = "expert group", N_("Expert group")
    TASK_FORCE = "task force", N_("Task force")
    WORKING_GROUP = "working group", N_("Working group")
    SECRETARIAT = "secretariat", N_("Secretariat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Record):
    """A group with a mandate. It may be set up by a party or at a meeting."""

    TABLE: ClassVar[str] = "body"
    ONE: ClassVar[str] = N_("Body")
    MANY: ClassVar[str] = N_("Bodies")

    name: str = fields.text(N_("Name"), required=True, searchable=True)
    kind: BodyKind = fields.choice(N_("Kind"), BodyKind.EXPERT_GROUP)
    mandate: str | None = fields.long_text(N_("Mandate"), searchable=True)
    set_up_by: str | None = fields.reference(N_("Set up by"), "party")
    set_up_at: str | None = fields.reference(N_("Set up at"), "meeting")
    initiated_by: str | None = fields.reference(N_("Initiated by"), "party")
    reports_to: str | None = fields.reference(N_("Reports to"), "body")


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMember(Record):
    """A party that sits in a body."""

    TABLE: ClassVar[str] = "body_member"
    LABEL_DERIVED: ClassVar[bool] = True
    ONE: ClassVar[str] = N_("Member of a body")
    MANY: ClassVar[str] = N_("Members of bodies")

    body: str = fields.reference(N_("Body"), "body", required=True)
    party: str = fields.reference(N_("Country or organisation"), "party", required=True)
