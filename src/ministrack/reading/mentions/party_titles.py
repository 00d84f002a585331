"""Titles that are of one party alone: a European Commissioner is of the European Union."""

from collections.abc import Callable

from ministrack.domain.names import fold
from ministrack.reading.lexicon import Lexicon


def titles_of_parties(held: Lexicon) -> Callable[[str], str]:
    """A function that answers the party of a title, an empty text for other titles."""
    table = held.section("titles").get("parties")
    known = (
        [(fold(str(words)), str(code)) for words, code in table.items()] if isinstance(table, dict) else []
    )

    def party_of(title: str) -> str:
        words = fold(title)
        return next((code for beginning, code in known if words.startswith(beginning)), "")

    return party_of
