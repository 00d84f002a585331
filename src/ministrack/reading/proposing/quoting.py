"""Quotes of a report, and values with the sentence that says them."""

from ministrack.domain.proposal import Quote, Said
from ministrack.reading.prose import Prose, Sentence


def quote_of(prose: Prose, start: int, stop: int) -> Quote:
    """The passage from `start` to `stop`."""
    return Quote(start, stop, prose.text[start:stop])


def said_in(prose: Prose, sentence: Sentence, value: str, start: int, stop: int) -> Said:
    """A value that the words from `start` to `stop` of a sentence bear."""
    return Said(value, quote_of(prose, sentence.start, sentence.stop), quote_of(prose, start, stop))


def plain(text: str) -> str:
    """The text on one line, as a value."""
    return " ".join(text.split())
