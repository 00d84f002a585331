"""What the words of a title or a name are: a letter for each kind, as the grammar of persons reads them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ministrack.domain.names import fold
from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import ENGLISH, Lexicon, lexicon

HEAD, FIELD, PLACE, INSTITUTION = "T", "F", "G", "K"
HONORIFIC, AFTER, PARTICLE, NO_NAME = "H", "S", "L", "N"
OF, AT, FROM, THE, AND = "o", "i", "r", "t", "n"

_WORD = re.compile(r"[^\W\d_]+")

# Where a list is and what its words are; a word of several lists is what comes first here.
_LISTS: tuple[tuple[str, str, str], ...] = (
    ("titles", "heads", HEAD),
    ("names", "honorifics", HONORIFIC),
    ("names", "after", AFTER),
    ("titles", "of", OF),
    ("titles", "at", AT),
    ("titles", "from", FROM),
    ("titles", "the", THE),
    ("titles", "and", AND),
    ("titles", "institutions", INSTITUTION),
    ("titles", "portfolios", FIELD),
    ("titles", "modifiers", FIELD),
    ("titles", "places", PLACE),
    ("names", "particles", PARTICLE),
    ("names", "not_names", NO_NAME),
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """Folded words that stand together, and their kind."""

    words: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The words of a language by the first of them, those of most words first."""

    by_word: Mapping[str, tuple[Lexeme, ...]]
    printed: Mapping[str, str]  # kinds of words that are always written in the same way: "DPM", "HE"
    signs: frozenset[str]  # words of titles and honorifics in small letters, not folded

    def may_name(self, text: str) -> bool:
        """Whether a sentence has a word by which somebody could be in office in it."""
        return not self.signs.isdisjoint(_WORD.findall(text.lower()))


def lexemes(held: Lexicon) -> Lexemes:
    """The words of a language, and those of English beside them."""
    return _lexemes(held.language)


@cache
def _lexemes(language: str) -> Lexemes:
    by_word: dict[str, dict[tuple[str, ...], Lexeme]] = {}
    sources = [lexicon(each) for each in dict.fromkeys((language, ENGLISH))]
    for held in sources:
        for lexeme in _all(held):
            by_word.setdefault(lexeme.words[0], {}).setdefault(lexeme.words, lexeme)
    ordered = {
        word: tuple(sorted(found.values(), key=lambda each: -len(each.words)))
        for word, found in by_word.items()
    }
    printed = {word: HEAD for held in sources for word in held.words("titles", "abbreviations")}
    for held in sources:
        printed |= dict.fromkeys(held.words("names", "honorifics_in_capitals"), HONORIFIC)
    signs = _signs([phrase for held in sources for phrase in _phrases(held)])
    return Lexemes(ordered, printed, frozenset(signs | {word.lower() for word in printed}))


def _phrases(held: Lexicon) -> Iterator[list[str]]:
    """The words of titles and honorifics, as they are written."""
    for section, name, kind in _LISTS:
        if kind in (HEAD, HONORIFIC):
            yield from (_WORD.findall(phrase.lower()) for phrase in held.words(section, name))


def _signs(phrases: Sequence[list[str]]) -> set[str]:
    """A word for each phrase without which it is not in a sentence: the one that is a phrase itself."""
    single = {phrase[0] for phrase in phrases if len(phrase) == 1}
    return single | {phrase[0] for phrase in phrases if phrase and single.isdisjoint(phrase)}


def _all(held: Lexicon) -> Iterator[Lexeme]:
    for section, name, kind in _LISTS:
        for phrase in held.words(section, name):
            words = tuple(fold(phrase).split())
            if words:
                yield Lexeme(words, kind)
    for names in _values(held.section("organisations").get("capitals")):
        words = tuple(fold(names).split())
        if words:
            yield Lexeme(words, PLACE)


def _values(table: object) -> Iterator[str]:
    if isinstance(table, dict):
        yield from (str(name) for names in table.values() if isinstance(names, list) for name in names)
