"""Patterns made of the words of a lexicon."""

import re
from collections.abc import Iterable

NOTHING = re.compile(r"(?!)")


def any_of(words: Iterable[str]) -> str:
    """An expression for any of these words or phrases, the longest first; spaces stand for any space."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)


def whole_words(words: Iterable[str], *, ignore_case: bool = True) -> re.Pattern[str]:
    """A pattern that finds any of these as whole words; one that finds nothing where there are none."""
    chosen = any_of(words)
    if not chosen:
        return NOTHING
    return re.compile(rf"(?<!\w)(?:{chosen})(?!\w)", re.IGNORECASE if ignore_case else re.NOFLAG)


def pattern_of(written: object, *, ignore_case: bool = True) -> re.Pattern[str]:
    """A regular expression of a lexicon; one that finds nothing where the language has none."""
    if not isinstance(written, str):
        return NOTHING
    return re.compile(written, re.IGNORECASE if ignore_case else re.NOFLAG)
