"""Finds capitals that are described, not named: "in the Egyptian capital", "the capital of Kyrgyzstan"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.mention import PartyForm, PartyMention, PlaceMention

_NAMED = (PartyForm.NAME, PartyForm.ADJECTIVE)
_APPOSED = re.compile(r",\s*$")
_REACH = 40


@dataclass(frozen=True, slots=True)
class _Words:
    before: re.Pattern[str]
    after: re.Pattern[str]
    cities: Mapping[str, str]


def find_described_capitals(
    text: str, parties: Sequence[PartyMention], language: str
) -> Iterator[PlaceMention]:
    """Each with the city that is meant, in the order of the text."""
    words = _words(language)
    for party in parties:
        city = words.cities.get(party.code) if party.form in _NAMED else None
        if not city:
            continue
        after = words.after.match(text, party.stop)
        if after:
            yield PlaceMention(start=party.start, stop=after.end(), city=city, country=party.code)
            continue
        before = words.before.search(text, max(party.start - _REACH, 0), party.start)
        if before and not _APPOSED.search(text, max(before.start() - 3, 0), before.start()):
            yield PlaceMention(start=before.start(), stop=party.stop, city=city, country=party.code)


@cache
def _words(language: str) -> _Words:
    held = lexicon(language)
    section = held.section("places")
    capitals = held.section("organisations").get("capitals", {})
    listed = capitals.items() if isinstance(capitals, Mapping) else ()
    return _Words(
        before=_pattern(section.get("capital_before_pattern")),
        after=_pattern(section.get("capital_after_pattern")),
        cities={str(code): str(names[0]).split("|")[0] for code, names in listed if names},
    )


def _pattern(written: object) -> re.Pattern[str]:
    shape = written if isinstance(written, str) else "(?!)"
    return re.compile(shape.replace(" ", r"\s+"), re.IGNORECASE)
