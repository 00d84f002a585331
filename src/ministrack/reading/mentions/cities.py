"""The cities that are known, resources/reading/cities.toml, and where they stand in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.paths import resource

_BEGINNING = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_UNKNOWN = "ZZ"
"""Stands in the file for cities of which a report has to say where they lie."""


@dataclass(frozen=True, slots=True)
class City:
    """A city by its first name; `country` is an alpha-2 code, empty where the report has to say."""

    name: str
    country: str


@dataclass(frozen=True, slots=True)
class FoundCity:
    """A city in a text."""

    start: int
    stop: int
    city: City


def find_cities(text: str) -> Iterator[FoundCity]:
    """Every known city that is named in a text, the longer of two spellings first."""
    known = _by_first_word()
    end = 0
    for word in _BEGINNING.finditer(text):
        if word.start() < end:
            continue
        for spelling, city in known.get(word[0], ()):
            found = _pattern(spelling).match(text, word.start())
            if found:
                end = found.end()
                yield FoundCity(word.start(), end, city)
                break


@cache
def all_cities() -> Sequence[tuple[str, City]]:
    """Every spelling in the file, with its city."""
    # delayed: start-up time
    import tomllib

    held = tomllib.loads(resource("reading", "cities.toml").read_text(encoding="utf-8"))
    found: list[tuple[str, City]] = []
    for country, entries in held.items():
        for entry in entries:
            spellings = str(entry).split("|")
            city = City(spellings[0], "" if country == _UNKNOWN else country)
            found.extend((spelling, city) for spelling in spellings)
    return found


@cache
def _by_first_word() -> Mapping[str, Sequence[tuple[str, City]]]:
    found: dict[str, list[tuple[str, City]]] = {}
    for spelled, city in all_cities():
        for spelling in {spelled, spelled.upper()}:
            beginning = _BEGINNING.match(spelling)
            if beginning:
                found.setdefault(beginning[0], []).append((spelling, city))
    for listed in found.values():
        listed.sort(key=lambda each: len(each[0]), reverse=True)
    return found


@cache
def _pattern(spelling: str) -> re.Pattern[str]:
    """Compiled when a text has its first word: there are thousands, and few in one text."""
    return re.compile(re.escape(spelling).replace(r"\ ", r"\s+") + r"(?!\w)")
