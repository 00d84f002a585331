"""A series: meetings that follow one another under one name."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.fields import Choice
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


class SeriesKind(Choice):
    """What sort of meetings a series holds."""

    SUMMIT = "summit", N_("Summit")
    MINISTERIAL = "ministerial", N_("Ministerial")
    COMMITTEE = "committee", N_("Committee")
    EXPERT = "expert", N_("Expert")
    BILATERAL = "bilateral", N_("Bilateral")
    CONFERENCE = "conference", N_("Conference")
    OTHER = "other", N_("Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Record):
    """Meetings that follow one another."""

    TABLE: ClassVar[str] = "series"
    ONE: ClassVar[str] = N_("Series")
    MANY: ClassVar[str] = N_("Series")

    name: str = fields.text(N_("Name"), required=True, searchable=True)
    short_name: str | None = fields.text(N_("Short name"), searchable=True, limit=80)
    organisation: str | None = fields.reference(N_("Organisation"), "party")
    kind: SeriesKind = fields.choice(N_("Kind"), SeriesKind.MINISTERIAL)
    frequency: str | None = fields.text(N_("Frequency as written"))
    note: str | None = fields.long_text(N_("Note"), searchable=True)
