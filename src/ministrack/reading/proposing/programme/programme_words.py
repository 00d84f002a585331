"""The words by which reports tell of visits, signings, receptions and talks, of one language."""

import re
from collections.abc import Mapping
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.proposing.word_patterns import pattern_of

_PATTERNS = (
    "visit", "wreath", "ceremony", "session", "signing", "event_tail", "at", "talks", "beside", "clock",
    "to_come",
)  # fmt: skip
_TITLES = ("visit", "signing", "talks", "wreath")


@dataclass(frozen=True, slots=True)
class ProgrammeWords:
    """Patterns and titles by their names in the lexicon, without "_pattern" and "_title"."""

    patterns: Mapping[str, re.Pattern[str]]
    titles: Mapping[str, str]
    place_words: frozenset[str]


@cache
def programme_words(language: str) -> ProgrammeWords:
    """The words of the section [programme]."""
    book = lexicon(language)
    section = book.section("programme")
    titles = {name: section.get(f"{name}_title", "") for name in _TITLES}
    return ProgrammeWords(
        patterns={name: pattern_of(section.get(f"{name}_pattern")) for name in _PATTERNS},
        titles={name: str(title) for name, title in titles.items()},
        place_words=frozenset(book.words("programme", "place_words")),
    )
