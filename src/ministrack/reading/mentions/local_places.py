"""Finds cities and countries where something happens, where names have endings: "Bakıda", "в Астане"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ministrack.domain.names import fold
from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import Lexicon, lexicon
from ministrack.reading.mention import PartyForm, PartyMention, PlaceMention
from ministrack.reading.mentions.cases import Cases
from ministrack.reading.mentions.cities import City, all_cities
from ministrack.reading.mentions.party_names import party_names
from ministrack.reading.prose import Prose

_WORD = re.compile(r"(?P<name>[^\W\d_]+(?:-[^\W\d_]+)*)(?:['’‘](?P<ending>\w+))?")
_DATELINE = re.compile(r"\s*(?:[,(]\s*)?(?:[–—-]\s|\d)|\s*\((?=[A-ZА-Я])|\s*[,.]\s*(?:\d|[A-ZА-ЯƏ]{4,}\b)")
_DATED = re.compile(r"\s*,\s*\d")
_MOST_WORDS = 3
_REACH = 24
_BEGINNING = 3
_LISTED_BEFORE = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class LocalPlaces:
    """How a language says where something is.

    `before` stands before a place ("в"), `endings` are those of places ("da"), `after` stands behind one
    ("şehrinde").
    """

    cities: Mapping[str, City]
    before: re.Pattern[str]
    endings: frozenset[str]
    after: re.Pattern[str]
    all_endings: frozenset[str]
    cases: Cases
    beginnings: frozenset[str]

    def may_begin(self, word: str) -> bool:
        """Whether the name of a city may begin with a word; quick to say no."""
        folded = fold(word)
        return folded[:_BEGINNING] in self.beginnings or folded[: _BEGINNING - 1] in self.beginnings

    def first_forms(self, word: str) -> Iterator[tuple[str, str]]:
        """What a word may be in its first case, each with the ending that it has."""
        yield word, ""
        for cut in range(len(word) - 1, 2, -1):
            if word[cut:] in self.all_endings:
                yield word[:cut], word[cut:]
        for form in self.cases.firsts(word):
            yield form, ""

    def is_where(self, word: str) -> bool:
        """Whether a word is the name of a city with the ending of a place."""
        forms = self.first_forms(word)
        return any(ending in self.endings and fold(form) in self.cities for form, ending in forms)


def local_places(language: str) -> LocalPlaces | None:
    """The words of a language; None where it says places by prepositions alone."""
    held = lexicon(language)
    return _local_places(language) if held.section("places").get("cities") else None


@cache
def _local_places(language: str) -> LocalPlaces:
    held = lexicon(language)
    section = held.section("places")
    cases = held.section("organisations").get("cases")
    cities = _cities(held)
    return LocalPlaces(
        cities=cities,
        before=re.compile(str(section.get("before_pattern", "(?!)")), re.IGNORECASE),
        endings=frozenset(held.words("places", "endings")),
        after=re.compile(str(section.get("after_pattern", "(?!)"))),
        all_endings=frozenset(held.words("organisations", "endings")),
        cases=Cases(cases if isinstance(cases, dict) else {}),
        beginnings=frozenset(map(_beginning, cities)),
    )


def _beginning(name: str) -> str:
    """The letters that a name keeps in all cases: two of "Уфа", "Уфе"."""
    return name[: _BEGINNING if len(name.split(maxsplit=1)[0]) > _BEGINNING else _BEGINNING - 1]


def _cities(held: Lexicon) -> Mapping[str, City]:
    """Cities by their folded names: those of the table, of the locale data, and of the language."""
    known = {city.name: city for _, city in all_cities()}
    found = {fold(spelling): city for spelling, city in all_cities()}
    for usual, name in _zone_cities(held.language):
        if usual in known:
            found[fold(name)] = known[usual]
    listed = held.section("places").get("cities")
    for usual, names in listed.items() if isinstance(listed, dict) else ():
        if usual in known:
            found |= {fold(str(name)): known[usual] for name in names}
    return found


def _zone_cities(language: str) -> Iterator[tuple[str, str]]:
    """Names of cities after which time zones are called, with their usual name."""
    # delayed: start-up time
    from babel.core import Locale

    usual = Locale.parse("en").time_zones
    for zone, names in Locale.parse(language).time_zones.items():
        if "city" in names:
            yield usual.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " "), names["city"]


def find_local_places(
    prose: Prose, parties: Sequence[PartyMention], words: LocalPlaces
) -> tuple[PlaceMention, ...]:
    """All of them, in the order of the text."""
    cities = list(_Search(prose, words).cities())
    taken = {place for each in cities for place in range(each.start, each.stop)}
    countries = (each for each in _countries(prose, parties, words) if each.start not in taken)
    return tuple(sorted([*cities, *countries], key=lambda each: each.start))


def _countries(prose: Prose, parties: Sequence[PartyMention], words: LocalPlaces) -> Iterator[PlaceMention]:
    names = party_names(prose.lexicon)
    for party in parties:
        if party.form is not PartyForm.NAME:
            continue
        text = prose.text[party.start : party.stop]
        bare = bool(names.by_word.get(fold(text)))
        is_dated = bare and _DATED.match(prose.text, party.stop) and _labelled(prose.text, party.start)
        if is_dated or (not bare and _has_ending(text, words)) or _is_after(prose.text, party.start, words):
            yield PlaceMention(start=party.start, stop=party.stop, country=party.code)


def _labelled(text: str, start: int) -> bool:
    """ "Fourteenth meeting: China, 2027"."""
    return _LISTED_BEFORE.search(text, max(0, start - _REACH), start) is not None


def _has_ending(text: str, words: LocalPlaces) -> bool:
    return any(text.endswith(ending) for ending in words.endings)


def _is_after(text: str, start: int, words: LocalPlaces) -> bool:
    return words.before.search(text, max(0, start - _REACH), start) is not None


class _Search:
    """One pass over the words of a text."""

    def __init__(self, prose: Prose, words: LocalPlaces) -> None:
        self._prose = prose
        self._text = prose.text
        self._words = words

    def cities(self) -> Iterator[PlaceMention]:
        found = list(_WORD.finditer(self._text))
        at = 0
        while at < len(found):
            after = at + 1
            if found[at][0][0].isupper() and self._words.may_begin(found[at]["name"]):
                for count in range(min(_MOST_WORDS, len(found) - at), 0, -1):
                    place = self._city(found[at : at + count])
                    if place is not None:
                        after = at + count
                        yield place
                        break
            at = after

    def _city(self, group: Sequence[re.Match[str]]) -> PlaceMention | None:
        start, last = group[0].start(), group[-1]
        lead = self._text[start : last.start("name")]
        if "\n" in lead or "," in lead or "." in lead:
            return None
        for form, ending in self._words.first_forms(last["name"]):
            city = self._words.cities.get(fold(lead + form))
            if city is None or not city.country:
                continue
            after = self._words.after.match(self._text, last.end())
            if after or self._is_place(start, last, last["ending"] or ending):
                printed = " ".join((lead + form).split())
                is_local = printed.isupper() or (not printed.isascii() and not _LATIN.fullmatch(printed))
                return PlaceMention(
                    start=start,
                    stop=after.end() if after else last.end(),
                    city=city.name if is_local else printed,
                    country=city.country,
                )
        return None

    def _is_place(self, start: int, last: re.Match[str], ending: str) -> bool:
        if ending in self._words.endings:
            return True
        if _is_after(self._text, start, self._words) or _DATED.match(self._text, last.end()):
            return True
        sentence = self._prose.sentence_at(start)
        is_first = sentence is not None and sentence.block.start == start
        return is_first and not ending and _DATELINE.match(self._text, last.end()) is not None


_LATIN = re.compile(r"[\x00-\u024f\u0259\u018f\u2018\u2019 -]+")
