"""Finds cities and countries where something happens: named after a preposition, or at the head of a text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import Lexicon, lexicon
from ministrack.reading.mention import PartyForm, PartyMention, PlaceMention
from ministrack.reading.mentions.cities import FoundCity, find_cities
from ministrack.reading.mentions.described_capitals import find_described_capitals
from ministrack.reading.mentions.local_places import find_local_places, local_places
from ministrack.reading.prose import Prose
from ministrack.reading.report import Block, BlockKind

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_BEFORE_REACH = 40
_VENUE_REACH = 90
_LATIN = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u2018\u2019]+")
_AFTER_COMMA = re.compile(r"\s*[,(]\s*(?:the\s+)?")
_HEAD_EDGE = re.compile(r"[,:(|–—-]\s*$")
_AFTER_OTHER = re.compile(r"[,(:]\s*$")
_UNKNOWN_CITY = re.compile(
    r"\b(?P<before>[a-z]+)\s+(?P<city>(?:[^\W\d_a-z][\w’'-]*)(?:[\s-](?:[^\W\d_a-z][\w’'-]*|de|del|la|el|al|i|sur|am))*),"
    r"\s*(?:the\s+)?$"
)


def find_places(prose: Prose, parties: Sequence[PartyMention]) -> tuple[PlaceMention, ...]:
    """All of them, in the order of the text."""
    words = local_places(prose.lexicon.language)
    if words is not None:
        return find_local_places(prose, parties, words)
    return _Search(prose, parties).found()


class _Search:
    def __init__(self, prose: Prose, parties: Sequence[PartyMention]) -> None:
        self._prose = prose
        self._text = prose.text
        self._around = _around(prose.lexicon.language)
        self._countries = [each for each in parties if each.form is PartyForm.NAME]
        self._starts = [each.start for each in self._countries]
        self._parties = parties

    def found(self) -> tuple[PlaceMention, ...]:
        places = list(self._cities())
        capitals = find_described_capitals(self._text, self._parties, self._prose.lexicon.language)
        for more in (capitals, self._in_countries(), self._unheard_of()):
            places.extend([each for each in more if not _overlaps(each, places)])
            places.sort(key=lambda each: each.start)
        return tuple(places)

    def _cities(self) -> Iterator[PlaceMention]:
        for found in find_cities(self._text):
            country, stop = self._told_country(found)
            named = self._text[found.start : found.stop]
            if self._is_place(found.start, found.stop, stop):
                city = _as_printed(" ".join(named.split()), found.city.name)
                yield PlaceMention(start=found.start, stop=stop, city=city, country=country)

    def _told_country(self, found: FoundCity) -> tuple[str, int]:
        """The country that the text gives with a city, else that of the table; and where the mention ends."""
        comma = _AFTER_COMMA.match(self._text, found.stop)
        if comma:
            party = self._country_at(comma.end())
            if party is not None:
                return party.code, party.stop
            region = self._around.regions.match(self._text, comma.end())
            if region:
                return self._around.country_of(region), region.end()
        return found.city.country, found.stop

    def _country_at(self, start: int) -> PartyMention | None:
        """The country that is named right there, with or without its article."""
        at = bisect_right(self._starts, start) - 1
        nearby = self._countries[max(at, 0) : at + 2]
        return next((each for each in nearby if each.start <= start < each.stop), None)

    def _is_place(self, start: int, stop: int, told: int) -> bool:
        """Whether something happens in a city; `told` is where its country ends, if that follows."""
        if self._goes_on(start, stop):
            return False
        if self._around.before.search(self._text, max(start - _BEFORE_REACH, 0), start):
            return True
        if self._around.venue.search(self._text, max(start - _VENUE_REACH, 0), start):
            return True
        if self._around.hosting.match(self._text, stop):
            return True
        if self._around.before_cities.search(self._text, max(start - _BEFORE_REACH, 0), start):
            return True
        sentence = self._prose.sentence_at(start)
        return sentence is not None and self._is_at_head(start, told, sentence.block, told=told > stop)

    def _is_at_head(self, start: int, stop: int, block: Block, *, told: bool) -> bool:
        """Whether a place stands at the head of a text, or in a title between commas."""
        if block.kind in _HEADS and _HEAD_EDGE.search(self._text, max(start - 3, block.start), start):
            return True
        if _AFTER_OTHER.search(self._text, max(start - 3, block.start), start) and self._around.dated.match(
            self._text, stop
        ):
            return True  # "Third Summit, Madrid, 17 May 2010"
        if self._around.after_day.search(self._text, max(start - _BEFORE_REACH, block.start), start):
            return True  # "the Third Summit (16 and 17 May, Madrid)"
        if block.kind in _HEADS and self._around.full_date.match(self._text, stop):
            return True  # "Third Summit on Water in the Danube Region Vienna, 17 May 2010", in two lines
        is_first = self._text[block.start : start] in ("", "(")
        if is_first and self._text[start:stop].isupper() and self._text.startswith(":", stop):
            return True  # "ISLAMABAD: The session concluded here"
        return is_first and (told or self._around.dateline.match(self._text, stop) is not None)

    def _goes_on(self, start: int, stop: int) -> bool:
        """Whether a place is only the beginning of a name: not in a line of capitals, nor after "D.C."."""
        found = self._around.name_goes_on.match(self._text, stop)
        if not found:
            return False
        is_shouted = self._text[start:stop].isupper() and found[0].isupper()
        return not is_shouted and self._text[stop - 1] != "."

    def _in_countries(self) -> Iterator[PlaceMention]:
        for party in self._countries:
            if self._goes_on(party.start, party.stop):
                continue
            reach = max(party.start - 2 * _BEFORE_REACH, 0)
            unknown = _UNKNOWN_CITY.search(self._text, reach, party.start)
            if unknown and unknown["before"] in self._around.words:
                city = " ".join(unknown["city"].split())
                yield PlaceMention(
                    start=unknown.start("city"), stop=party.stop, city=city, country=party.code
                )
            elif self._around.before.search(self._text, reach, party.start) or self._around.venue.search(
                self._text, reach, party.start
            ):
                yield PlaceMention(start=party.start, stop=party.stop, country=party.code)

    def _unheard_of(self) -> Iterator[PlaceMention]:
        """ "met in Mariehamn on 1 September": a city that no list has, right after a verb of meeting."""
        for found in self._around.unheard_of.finditer(self._text):
            if self._country_at(found.start("city")) is not None:
                continue
            city = " ".join(found["city"].split())
            yield PlaceMention(start=found.start("city"), stop=found.end("city"), city=city)


def _as_printed(named: str, usual: str) -> str:
    """The city as the text has it; by its usual name where that is in capitals or in another script."""
    return named if _LATIN.fullmatch(named) and not named.isupper() else usual


def _overlaps(place: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    """Whether a place is a part of one that was found already; `places` are in the order of the text."""
    at = bisect_right(places, place.start, key=lambda each: each.stop)
    return at < len(places) and places[at].start < place.stop


@dataclass(frozen=True, slots=True)
class _Around:
    """What may stand around a place in a language."""

    words: frozenset[str]
    before: re.Pattern[str]
    venue: re.Pattern[str]
    before_cities: re.Pattern[str]
    hosting: re.Pattern[str]
    name_goes_on: re.Pattern[str]
    dateline: re.Pattern[str]
    dated: re.Pattern[str]
    after_day: re.Pattern[str]
    full_date: re.Pattern[str]
    unheard_of: re.Pattern[str]
    regions: re.Pattern[str]

    def country_of(self, region: re.Match[str]) -> str:
        """The country of a region that was found."""
        return region.lastgroup or ""


@cache
def _around(language: str) -> _Around:
    held = lexicon(language)
    words = held.words("places", "before")
    before = "|".join(sorted(map(re.escape, words), key=len, reverse=True)).replace(r"\ ", r"\s+") or "(?!)"
    days = "|".join([*held.words("dates", "months"), *held.words("dates", "weekdays")]) or "(?!)"
    shorts = "|".join(held.words("dates", "months_short")) or "(?!)"
    # "Astana Declaration", "Uzbekistan Ministry of Justice" and "Tokyo-based" are no places.
    blank = r"(?:[^\S\n]+\n?|\n)[^\S\n]*"  # within a paragraph
    goes_on = rf"-\w|[’'](?:s\s+)?(?=\s*[A-Z])(?!s\s+[a-z])|{blank}(?!(?:{days})\b)[^\W\d_a-z][\w-]*"
    return _Around(
        frozenset(words),
        re.compile(rf"\b(?:{before})\s+(?:the\s+)?$", re.IGNORECASE),
        # "at the Shangri-La Hotel, Singapore"
        re.compile(
            rf"\b(?i:{before})\s+(?:the\s+)?(?:[^\W\d_a-z][\w’'-]*\s(?:(?:of|and|the|de|for)\s)?){{0,6}}[^\W\d_a-z][\w’'-]*,\s*$"
        ),
        _right_before(held.words("places", "before_cities")),
        _any_right_after(held.words("places", "hosting")),
        re.compile(goes_on),
        re.compile(
            rf"\s*(?:[,(]\s*)?(?:[–—-]|\d{{1,2}}\b|(?:{days})\b|(?:{shorts})\s\d)|\s*[,(][^.\n]{{0,60}}?\s[–—-]+\s"
        ),
        re.compile(
            rf"\s*,?\s*(?:(?:{days})\s+)?(?:\d{{1,2}}(?:\s*[–—-]\s*\d{{1,2}})?\s+(?:{days})\b|(?:19|20)\d\d\b)"
        ),
        re.compile(
            rf"\d\s+(?:{days}|{shorts})\.?(?:\s+\d{{4}})?,\s*$|\b(?:{days}|{shorts})\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?,\s*$"
        ),
        re.compile(
            rf",\s*(?:(?:{days}),?\s+)?\d{{1,2}}(?:\s*(?:[–—-]|to|and)\s*\d{{1,2}})?\s+(?:{days}),?\s+(?:19|20)\d\d\b"
        ),
        _unheard_of(held, days),
        _regions(held),
    )


def _right_before(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words) or '(?!)'})\s+$".replace(" ", r"\s+"), re.IGNORECASE)


def _any_right_after(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{'|'.join(words) or '(?!)'})\b".replace(" ", r"\s+"))


def _unheard_of(held: Lexicon, days: str) -> re.Pattern[str]:
    verbs = (
        "|".join([*held.words("places", "verbs"), rf"(?:{days})(?: \d{{4}})? in"])
        if held.words("places", "verbs")
        else "(?!)"
    )
    never = "|".join(held.words("places", "no_cities")) or "(?!)"
    name = r"[^\W\d_a-z][^\W\d_A-Z][\w’'-]*"
    after = "|".join(held.words("places", "after_city")) or "(?!)"
    return re.compile(
        rf"\b(?:{verbs})\s+(?P<city>(?!(?:{days}|{never})\b){name}(?:[ -]{name}){{0,2}})"
        rf"(?=\s+(?:{after})\b|\s+\d|[,.]\s|[,.]?$)".replace(" ", r"\s"),
    )


def _regions(held: Lexicon) -> re.Pattern[str]:
    listed = held.section("places").get("regions", {})
    groups = [
        f"(?P<{code}>{'|'.join(re.escape(str(name)) for name in names)})"
        for code, names in (listed.items() if isinstance(listed, dict) else ())
    ]
    return re.compile(rf"(?:{'|'.join(groups) or '(?!)'})(?!\w)".replace(r"\ ", r"\s+"))
