"""Finds ordinals of meetings."""

from ministrack.reading.mention import OrdinalMention
from ministrack.reading.prose import Prose


def find_ordinals(prose: Prose) -> tuple[OrdinalMention, ...]:
    """All of them, in the order of the text."""
    return ()
