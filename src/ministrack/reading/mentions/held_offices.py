"""Titles in a text with what they are for and the country: "Qazaxıstanın ədliyyə naziri"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ministrack.domain.values import dataclass
from ministrack.reading.mention import PartyForm, PartyMention
from ministrack.reading.mentions.office_words import OfficeWords

_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)(,?)[^\S\n]+$")
_WORD_AFTER = re.compile(r"(,?)[^\S\n]+([^\W\d_][\w-]*)")
_BLANKS = re.compile(r"[^\S\n]+")
_DASH_BEFORE = re.compile(r"\s*[–—:|(-]\s*$")
_WITH_PRESIDENTS = ("TRNC", "Kosovo")
"""Named like organisations as they have no country code."""
_REACH = 40
_MOST_UNKNOWN = 5
"""Words between a country and a title of which no list says that a minister can be for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """`start` to `stop` with the country; the title itself is `title_start` to `title_stop`."""

    start: int
    stop: int
    title_start: int
    title_stop: int
    level: str
    party: PartyMention | None
    head: str


class PartyPlaces:
    """Where the parties of a text stand."""

    def __init__(self, text: str, parties: Sequence[PartyMention]) -> None:
        self._text = text
        self._parties = parties
        self._starts = [each.start for each in parties]
        self._stops = [each.stop for each in parties]

    def at(self, place: int) -> PartyMention | None:
        """The party to which a character belongs."""
        index = bisect_right(self._starts, place) - 1
        return self._parties[index] if index >= 0 and place < self._stops[index] else None

    def before(self, place: int, gap: re.Pattern[str] = _BLANKS) -> PartyMention | None:
        """The party that ends right before a place, with nothing but the gap between."""
        index = bisect_right(self._stops, place) - 1
        if index < 0 or place - self._stops[index] > _REACH:
            return None
        return self._parties[index] if gap.fullmatch(self._text, self._stops[index], place) else None

    def after(self, place: int, gap: re.Pattern[str] = _BLANKS) -> PartyMention | None:
        """The party that begins right behind a place."""
        index = bisect_left(self._starts, place)
        if index == len(self._starts) or self._starts[index] - place > _REACH:
            return None
        return self._parties[index] if gap.fullmatch(self._text, place, self._starts[index]) else None


class OfficeFinder:
    """Goes through the titles of a text once."""

    def __init__(self, text: str, words: OfficeWords, places: PartyPlaces) -> None:
        self._text = text
        self._words = words
        self._places = places

    def found(self) -> Iterator[Office]:
        """All titles, in the order of the text, each with its country where one is named with it."""
        for head in self._words.heads.finditer(self._text):
            start = head.start()
            while (party := self._places.at(start)) is not None and party.stop < head.end():
                start = party.stop + 1
            if party is None:
                yield self._before(head, start) if self._words.is_field_first else self._behind(head)

    def _level(self, head: re.Match[str], party: PartyMention | None) -> str:
        """The president of an organisation is no head of state, its chairman is its head."""
        level = self._words.level(head)
        is_organisation = (
            party is not None and party.form is PartyForm.ORGANISATION and party.code not in _WITH_PRESIDENTS
        )
        return "head_of_organisation" if is_organisation and level in ("", "head_of_state") else level

    def _before(self, head: re.Match[str], start: int) -> Office:
        """Back from the title over what it is for to the country."""
        begin, party = start, self._places.before(start)
        while party is None or self._is_posted(party) or self._is_field(party.start):
            word = _WORD_BEFORE.search(self._text, max(0, begin - _REACH), begin)
            if party is not None:
                begin = party.start
            elif word and (self._belongs(word, begin < start) or self._is_between(word)):
                begin = word.start()
            else:
                break
            party = self._places.before(begin)
        if party is None:
            begin, party = self._far_party(begin)
        return Office(
            start=party.start if party else begin, stop=head.end(), title_start=begin, title_stop=head.end(),
            level=self._level(head, party), party=party, head=head[0],
        )  # fmt: skip

    def _is_posted(self, party: PartyMention) -> bool:
        """Where an ambassador serves, not whose: "Latviyanın Azərbaycandakı səfiri"."""
        return self._words.posted.search(self._text, party.start, party.stop) is not None

    def _is_located(self, party: PartyMention) -> bool:
        """Where somebody is, not whose: "Gürcüstanda səfərdə olan naziri"."""
        return self._words.located.search(self._text, party.start, party.stop) is not None

    def _is_between(self, word: re.Match[str]) -> bool:
        """A word that no list has, after others of the same: "iqtisadiyyat və davamlı inkişaf naziri"."""
        is_plain = not word[2] and self._is_small(word.start(1)) and word[1] not in self._words.joining
        return is_plain and self._places.at(word.start()) is None and self._is_field(word.start())

    def _belongs(self, word: re.Match[str], is_joined: bool) -> bool:
        """Whether a word is part of what a minister is for, or joins two parts of it."""
        if word[1].casefold() in self._words.joining or word[2]:
            is_field = not word[2] or bool(self._words.fields.fullmatch(word[1]))
            return is_joined and is_field and (bool(word[2]) or self._is_field(word.start()))
        return bool(self._words.fields.fullmatch(word[1]))

    def _is_field(self, stop: int) -> bool:
        """Whether what a minister is for goes on before: "Dış İlişkiler ve" before "Avrupa Birliği"."""
        word = _WORD_BEFORE.search(self._text, max(0, stop - _REACH), stop)
        if word is None or word[2]:
            return False
        if word[1].casefold() in self._words.joining:
            before = _WORD_BEFORE.search(self._text, max(0, word.start() - _REACH), word.start())
            return bool(before and self._words.fields.fullmatch(before[1]))
        return self._places.at(word.start()) is None and bool(self._words.fields.fullmatch(word[1]))

    def _far_party(self, begin: int) -> tuple[int, PartyMention | None]:
        """The country behind a few words of which no list knows that a minister can be for them."""
        at = begin
        for _ in range(_MOST_UNKNOWN):
            word = _WORD_BEFORE.search(self._text, max(0, at - _REACH), at)
            if word is None or word[2] or word[1] in self._words.apart:
                break
            if word[1] in self._words.joining and self._is_field(word.start()):
                at = word.start()  # "Azerbaycan Çalışma ve Nüfusun Sosyal Korunması Bakanı"
                continue
            if self._is_small(begin) != self._is_small(word.start(1)):
                return self._led(begin, word.start(1))
            at = word.start()
            party = self._places.before(at)
            if party is not None:
                return (begin, None) if self._is_located(party) else (at, party)
        return begin, None

    def _led(self, begin: int, start: int) -> tuple[int, PartyMention | None]:
        """Words in small letters behind one in capitals: "Иран Жолдар және қала құрылысы министрі"."""
        party = self._places.before(start) if self._is_small(begin) else None
        return (start, party) if party else (begin, None)

    def _is_small(self, place: int) -> bool:
        return self._text[place].islower()

    def _behind(self, head: re.Match[str]) -> Office:
        """On from the title over what it is for to the country."""
        stop, party = head.end(), self._places.after(head.end())
        while party is None:
            word = _WORD_AFTER.match(self._text, stop)
            if word is None or not (self._goes_on(word) or self._is_all_between(word)):
                break
            stop = word.end()
            party = self._places.after(stop)
        title_stop, start = stop, head.start()
        if party is not None:
            stop = party.stop
            detour = self._words.detour.match(self._text, stop)
            stop = detour.end() if detour else stop
        else:
            party = self._places.before(start) or self._places.before(start, _DASH_BEFORE)
            start = party.start if party else start
        return Office(
            start=start, stop=stop, title_start=head.start(), title_stop=title_stop,
            level=self._level(head, party), party=party, head=head[0],
        )  # fmt: skip

    def _is_all_between(self, word: re.Match[str]) -> bool:
        """A word that no list has, right before the country: "министр адалат Туркменистана"."""
        is_plain = not word[1] and self._is_small(word.start(2)) and word[2] not in self._words.joining
        return is_plain and self._places.after(word.end()) is not None

    def _goes_on(self, word: re.Match[str]) -> bool:
        if not self._is_small(word.start(2)):
            return not word[1] and word[2] in self._words.capital_fields
        if word[2] in self._words.joining:
            following = _WORD_AFTER.match(self._text, word.end())
            return not word[1] and following is not None and bool(self._words.fields.fullmatch(following[2]))
        return bool(self._words.fields.fullmatch(word[2]))
