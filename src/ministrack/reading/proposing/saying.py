"""Passages of a report as what a proposal says: a value, its sentence, its words."""

from ministrack.domain.proposal import Quote, Said
from ministrack.reading.prose import Prose, Sentence


def quoted(prose: Prose, start: int, stop: int) -> Quote:
    """A passage of the report."""
    return Quote(start, stop, prose.text[start:stop])


def said(prose: Prose, value: str, sentence: Sentence, start: int, stop: int) -> Said:
    """A value, with the sentence to read and the words that bear it."""
    return Said(value, quoted(prose, sentence.start, sentence.stop), quoted(prose, start, stop))
