"""All that the finders found in a report, for those that make proposals of it."""

from ministrack.domain.values import dataclass
from ministrack.reading.mention import (
    DateMention,
    OrdinalMention,
    PartyMention,
    PersonMention,
    PlaceMention,
)
from ministrack.reading.prose import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Mentions of a report, each kind in the order of the text."""

    prose: Prose
    parties: tuple[PartyMention, ...]
    dates: tuple[DateMention, ...]
    ordinals: tuple[OrdinalMention, ...]
    places: tuple[PlaceMention, ...]
    people: tuple[PersonMention, ...]
