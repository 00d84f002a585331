"""Which language a text is in: by words that every text of it has, and by its letters."""

import re
from collections import Counter
from functools import cache

from ministrack.reading.lexicon import LANGUAGES, lexicon

_WORD = re.compile(r"[^\W\d_]+")
_LOOK_AT = 20_000
_ENOUGH = 0.08  # of the words; texts of their language come to 0.2 and more
_LETTER = 0.5  # what a word counts for a letter that the language alone has


def language_of(text: str) -> str:
    """The code of one of the languages that reports are read in; empty for another one."""
    words = [word.replace("İ", "i").lower() for word in _WORD.findall(text[:_LOOK_AT])]
    if not words:
        return ""
    count = Counter(words)
    marks = {language: _mark(language, count) / len(words) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: marks[language])
    return best if marks[best] >= _ENOUGH else ""


def _mark(language: str, count: Counter[str]) -> float:
    frequent, own, foreign = _signs(language)
    mark = 0.0
    for word, number in count.items():
        mark += number * ((word in frequent) - (not foreign.isdisjoint(word)))
        mark += number * _LETTER * (not own.isdisjoint(word))
    return mark


@cache
def _signs(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words of the language, letters that tell it, and letters that it does not have."""
    held = lexicon(language)
    words, own, foreign = (held.words("report", name) for name in ("frequent", "letters", "foreign_letters"))
    return frozenset(words), frozenset(own), frozenset(foreign)
