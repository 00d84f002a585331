"""The names of countries and organisations in a language, to be looked up by their first word."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ministrack.domain.countries import country_names
from ministrack.domain.country_aliases import ALIASES
from ministrack.domain.names import fold
from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import ENGLISH, Lexicon, lexicon
from ministrack.reading.mention import PartyForm
from ministrack.reading.mentions.cases import Cases

WORD = re.compile(r"[^\W_]+")
_TABLES = (
    ("names", PartyForm.NAME),
    ("adjectives", PartyForm.ADJECTIVE),
    ("capitals", PartyForm.CAPITAL),
)
_BRACKETS = re.compile(r"\s*\(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a name: folded, how it has to be written, and whether a comma may stand before it."""

    folded: str
    cases: frozenset[str] = frozenset()  # the word as it stands in other cases, folded
    exact: str = ""  # the word itself, for short names in capitals
    capital: bool = True
    comma: bool = False


@dataclass(frozen=True, slots=True)
class PartyName:
    """A name. `code` is empty for words that only look like one ("South China Sea")."""

    code: str
    form: PartyForm
    name: str
    words: tuple[NameWord, ...]


@dataclass(frozen=True, slots=True)
class PartyNames:
    """All names of a language by their first word, those of most words first."""

    by_word: Mapping[str, tuple[PartyName, ...]]
    by_code: Mapping[str, str]  # the full name of an organisation
    spellings: Mapping[str, str]
    endings: frozenset[str]
    has_small: bool  # whether some begin with a small letter, as adjectives do in most languages

    def folded(self, word: str) -> str:
        """The word as names are looked up by."""
        key = fold(word)
        return self.spellings.get(key, key)

    def beginning_with(self, word: str) -> tuple[PartyName, ...]:
        """The names whose first word this is, as it stands or with an ending of the language."""
        found = self.by_word.get(word)
        if found is not None or not self.endings:
            return found or ()
        stems = (word[:cut] for cut in range(len(word) - 1, 2, -1) if word[cut:] in self.endings)
        return next((self.by_word[stem] for stem in stems if stem in self.by_word), ())

    def same(self, wanted: NameWord, word: str, *, last: bool) -> bool:
        """Whether a word of the text is this word of a name."""
        if wanted.exact:
            return word == wanted.exact
        if wanted.capital and not word[0].isupper():
            return False
        key = self.folded(word)
        if key == wanted.folded or key in wanted.cases:
            return True
        return last and key.startswith(wanted.folded) and key[len(wanted.folded) :] in self.endings


def party_names(held: Lexicon) -> PartyNames:
    """The names by which parties are known in a language, with those of English."""
    return _party_names(held.language)


@cache
def _party_names(language: str) -> PartyNames:
    sources = [lexicon(each).section("organisations") for each in dict.fromkeys((language, ENGLISH))]
    spellings = {key: value for each in sources for key, value in _table(each, "spellings").items()}
    unsure = frozenset(word for each in sources for word in _list(each, "only_introduced"))
    by_word: dict[str, list[PartyName]] = {}
    cases = Cases(dict(_lists(sources[0], "cases")))
    for code, form, name in _all_names(language, sources):
        if name in unsure:
            continue
        words = tuple(_words(name, spellings, cases))
        for first in {words[0].folded, *words[0].cases} if words else ():
            by_word.setdefault(first, []).append(PartyName(code, form, name, words))
    ordered = {word: tuple(sorted(names, key=_rank)) for word, names in by_word.items()}
    full = {code: names[0] for each in sources for code, names in _lists(each, "known") if names}
    endings = frozenset(fold(ending) for ending in _list(sources[0], "endings"))
    has_small = any(not name.words[0].capital for names in ordered.values() for name in names)
    return PartyNames(ordered, full, spellings, endings, has_small)


def _rank(name: PartyName) -> tuple[int, bool]:
    return -len(name.words), name.form is not PartyForm.NAME


def _all_names(
    language: str, sources: Sequence[Mapping[str, object]]
) -> Iterator[tuple[str, PartyForm, str]]:
    for section in sources:
        yield from (("", PartyForm.NAME, name) for name in _list(section, "not_parties"))
        for table, form in _TABLES:
            yield from ((code, form, name) for code, names in _lists(section, table) for name in names)
        for code, names in _lists(section, "known"):
            yield from ((code, PartyForm.ORGANISATION, name) for name in (code, *names))
    left_out = frozenset(code for section in sources for code in _list(section, "not_countries"))
    for each in dict.fromkeys((language, ENGLISH)):
        for code, name in country_names(each).items():
            if code not in left_out:
                yield from ((code, PartyForm.NAME, spelled) for spelled in _spelled(name))
    yield from ((code, PartyForm.NAME, name) for code, names in ALIASES.items() for name in names)


def _spelled(name: str) -> Iterator[str]:
    """A name of the locale data as reports write it: "Myanmar (Burma)" is two names."""
    bare = _BRACKETS.sub("", name)
    yield bare
    if "&" in bare:
        yield bare.replace("&", "and")
    if bare != name and (inner := _BRACKETS.search(name)):
        yield inner[1]


def _words(name: str, spellings: Mapping[str, str], cases: Cases) -> Iterator[NameWord]:
    end = 0
    for found in WORD.finditer(name):
        word = found[0]
        key = fold(word)
        is_short = sum(letter.isupper() for letter in word) > 1
        has_comma = "," in name[end : found.start()]
        others = frozenset() if is_short else frozenset(map(fold, cases.of(word)))
        exact = word if is_short else ""
        yield NameWord(spellings.get(key, key), others, exact, word[0].isupper(), has_comma)
        end = found.end()


def _list(section: Mapping[str, object], name: str) -> Iterable[str]:
    found = section.get(name, ())
    return [str(word) for word in found] if isinstance(found, list) else []


def _table(section: Mapping[str, object], name: str) -> Mapping[str, str]:
    found = section.get(name, {})
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _lists(section: Mapping[str, object], name: str) -> Iterator[tuple[str, list[str]]]:
    found = section.get(name, {})
    if isinstance(found, dict):
        yield from ((str(key), [str(word) for word in words]) for key, words in found.items())
