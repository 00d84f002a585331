"""How much two texts have in common, word by word: titles of one thing differ in small words."""

from functools import lru_cache

from ministrack.domain.names import fold, sound

_SMALL = frozenset(("the", "and", "for", "with", "of", "on", "in", "at", "to", "a", "an", "by", "between"))
_LEAST = 4  # letters of a word that may lose the "s" of its plural
_VOWELS = str.maketrans("", "", "aiou")  # e is an a in the key of sounds


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words that say what something is: folded, without small ones and without the "s" of a plural."""
    words = (word for word in fold(text).split() if word not in _SMALL)
    return frozenset(word[:-1] if len(word) >= _LEAST and word.endswith("s") else word for word in words)


def likeness(one: str, other: str) -> float:
    """From 0 to 1: the part of the shorter text's words that the other one has too."""
    mine, theirs = words_of(one), words_of(other)
    if not mine or not theirs:
        return 0.0
    return len(mine & theirs) / min(len(mine), len(theirs))


def same_words(one: str, other: str) -> bool:
    """Whether both have the same words, in whatever order."""
    return bool(words_of(one)) and words_of(one) == words_of(other)


def same_city(one: str, other: str) -> bool:
    """Whether two names of cities may be one name in two languages: Baku and Bakı, Ankara and Анкара."""
    mine, theirs = sound(one), sound(other)
    if mine == theirs:
        return True
    return bool(mine and theirs) and mine[0] == theirs[0] and _bones(mine) == _bones(theirs)


def searched_words(text: str, most: int = 3) -> str:
    """The longest words of a text, by which it is looked for."""
    words = sorted(words_of(text), key=lambda word: (-len(word), word))
    return " ".join(words[:most])


def _bones(sounds: str) -> str:
    return sounds.translate(_VOWELS)
