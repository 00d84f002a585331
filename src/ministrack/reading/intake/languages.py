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
    frequent, letters = _signs(language)
    mark = float(sum(number for word, number in count.items() if word in frequent))
    if letters:
        mark += _LETTER * sum(number for word, number in count.items() if not letters.isdisjoint(word))
    return mark


@cache
def _signs(language: str) -> tuple[frozenset[str], frozenset[str]]:
    held = lexicon(language)
    return frozenset(held.words("report", "frequent")), frozenset(held.words("report", "letters"))
