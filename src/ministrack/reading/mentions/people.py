"""Finds people in office, with title, level and party."""

from collections.abc import Sequence

from ministrack.reading.mention import PartyMention, PersonMention
from ministrack.reading.prose import Prose


def find_people(prose: Prose, parties: Sequence[PartyMention]) -> tuple[PersonMention, ...]:
    """All of them, in the order of the text."""
    return ()
