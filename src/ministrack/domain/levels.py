"""The level at which a party attends, in order of rank, as one editable list in each dossier."""

from typing import ClassVar

from ministrack.domain import fields
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Record):
    """One step of the ladder; `position` 1 is the highest. Its id is a readable code: `deputy_minister`."""

    TABLE: ClassVar[str] = "level"
    ONE: ClassVar[str] = N_("Level")
    MANY: ClassVar[str] = N_("Levels")

    name: str = fields.text(N_("Name"), required=True)
    position: int | None = fields.integer(N_("Position"))


STANDARD_LEVELS: tuple[tuple[str, str], ...] = (
    ("head_of_state", N_("Head of state")),
    ("head_of_government", N_("Head of government")),
    ("deputy_head_of_government", N_("Deputy head of government")),
    ("minister", N_("Minister")),
    ("acting_minister", N_("Acting minister")),
    ("minister_of_state", N_("Minister of state")),
    ("deputy_minister", N_("Deputy minister")),
    ("state_secretary", N_("State secretary")),
    ("attorney_general", N_("Attorney general")),
    ("head_of_organisation", N_("Head of organisation")),
    ("ambassador", N_("Ambassador")),
    ("director_general", N_("Director general")),
    ("senior_official", N_("Senior official")),
    ("party_only", N_("Party only")),
)
"""Codes and names that a new dossier starts with, highest first."""

MINISTER_LEVEL = frozenset(
    ("head_of_state", "head_of_government", "deputy_head_of_government", "minister", "acting_minister")
)
"""Codes that count as minister level or above."""

BELOW_MINISTER = frozenset(
    (
        "minister_of_state",
        "deputy_minister",
        "state_secretary",
        "ambassador",
        "director_general",
        "senior_official",
    )
)
"""Codes that stand below minister level at a meeting of ministers."""


def standard_levels() -> list[Level]:
    """The levels of a new dossier."""
    return [
        Level(id=code, name=name, position=position)
        for position, (code, name) in enumerate(STANDARD_LEVELS, start=1)
    ]
