"""Finds cities and countries where something happens."""

from collections.abc import Sequence

from ministrack.reading.mention import PartyMention, PlaceMention
from ministrack.reading.prose import Prose


def find_places(prose: Prose, parties: Sequence[PartyMention]) -> tuple[PlaceMention, ...]:
    """All of them, in the order of the text."""
    return ()
