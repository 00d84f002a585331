"""Finds where a report names a meeting, in languages whose nouns have endings: "nazirlərin 2-ci iclası".

The name is the noun with what belongs to it on one side: before it, or behind it ("заседание министров").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.lexicon import lexicon
from ministrack.reading.mention import Mention, OrdinalMention, PartyForm, PartyMention
from ministrack.reading.mentions.tense import Tense, tense_at
from ministrack.reading.proposing.meetings.occasions import Occasion
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

_NEVER = "(?!)"
_TOKEN = re.compile(r"[^\s,;:()«»“”\"|.]+\.?|[–—]")
_TOKEN_BEFORE = re.compile(r"([^\s,;:()«»“”\"|]+)\s+(?:\([^\W\d_]{2,12}\)\s+)?$")  # "Komisyon (KEK)"
_BRACKET = re.compile(r"\s*\(\s*")
_MOST = 14
_REACH = 50
_TURN_REACH = 30
_STEM = 6
"""So many letters of a word stay the same, whatever its case."""
_FIRST = 3
"""Sentences at the head of a report, which announce the meeting that it is about."""


@dataclass(frozen=True, slots=True)
class PlainWords:
    """What a language says meetings with."""

    heads: re.Pattern[str]
    group: re.Pattern[str]
    modifiers: re.Pattern[str]
    next: re.Pattern[str]
    regular: re.Pattern[str]
    earlier: re.Pattern[str]
    aside_before: re.Pattern[str]
    aside_after: re.Pattern[str]
    is_name_first: bool


@cache
def plain_words(language: str) -> PlainWords | None:
    """The words of a language; None where it names meetings in another way."""
    held = lexicon(language)
    section = held.section("meetings")
    stems = held.words("meetings", "stems")
    if not stems:
        return None

    def pattern(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{section.get(name, _NEVER)})".replace(" ", r"\s+"), re.IGNORECASE)

    def any_of(*names: str) -> re.Pattern[str]:
        listed = (("offices" if name == "fields" else "meetings", name) for name in names)
        words = "|".join(word for place, name in listed for word in held.words(place, name))
        return re.compile(words or _NEVER, re.IGNORECASE)

    groups = "|".join(f"(?P<s{index}>{stem})" for index, stem in enumerate(stems))
    return PlainWords(
        heads=re.compile(rf"(?<!\w)(?:{groups})\w*", re.IGNORECASE),
        group=any_of("group_words", "fields"),
        modifiers=any_of("modifiers"),
        next=pattern("next_pattern"),
        regular=pattern("regular_pattern"),
        earlier=pattern("earlier_pattern"),
        aside_before=pattern("aside_before_pattern"),
        aside_after=pattern("aside_pattern"),
        is_name_first=bool(section.get("name_first")),
    )


def plain_occasions(found: Findings, words: PlainWords) -> list[Occasion]:
    """Every place where a meeting is named, in the order of the text."""
    search = _Search(found, words)
    return [
        occasion
        for index, sentence in enumerate(found.prose.sentences)
        if sentence.block.kind not in (BlockKind.IMPRINT, BlockKind.FOOTNOTE)
        for occasion in search.in_sentence(index, sentence)
    ]


class _Taken:
    """Mentions of one kind, to be asked for by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda each: each.start)
        self._starts = [each.start for each in self._mentions]

    def at(self, place: int) -> Mention | None:
        index = bisect_right(self._starts, place) - 1
        return self._mentions[index] if index >= 0 and place < self._mentions[index].stop else None


class _Search:
    def __init__(self, found: Findings, words: PlainWords) -> None:
        self._prose = found.prose
        self._text = found.prose.text
        self._words = words
        self._ordinals = found.ordinals
        self._ordinal_starts = [each.start for each in found.ordinals]
        self._parties = _Taken(found.parties)
        self._numbered = _Taken(found.ordinals)
        self._foreign = _Taken([*found.dates, *found.places, *found.people])

    def in_sentence(self, index: int, sentence: Sentence) -> Iterator[Occasion]:
        """Those of one sentence."""
        end = sentence.start
        for head in self._words.heads.finditer(self._text, sentence.start, sentence.stop):
            if head.start() < end or self._parties.at(head.start()) is not None:
                continue
            start, stop = self._span(head, end, sentence.stop)
            end = stop
            ordinal = self._ordinal(start, stop)
            yield Occasion(
                start=start, stop=stop, head=self._stem(head), sentence=sentence, index=index,
                ordinal=ordinal, short="", is_named=self._is_named(start, stop, head),
                is_definite=start == head.start() and stop == head.end(),
                turn=self._turn(index, max(sentence.start, start - _TURN_REACH), head),
                is_aside=self._is_aside(sentence, start, stop),
                words=self._telling(head, start, stop, ordinal),
            )  # fmt: skip

    def _stem(self, head: re.Match[str]) -> str:
        return head[head.lastgroup or 0].replace("İ", "i").casefold()

    def _span(self, head: re.Match[str], first: int, last: int) -> tuple[int, int]:
        start, stop = head.span()
        if self._text[start - 1 : start] == "-" and (number := self._numbered.at(start - 2)):
            start = number.start  # "3-отырысы"
        if self._words.is_name_first:
            return self._back(start, first, self._words.group), stop
        return self._back(start, first, self._words.modifiers), self._on(stop, last)

    def _back(self, start: int, first: int, allowed: re.Pattern[str]) -> int:
        """Where the name begins whose noun begins at `start`."""
        begin = start
        for _ in range(_MOST):
            token = _TOKEN_BEFORE.search(self._text, max(first, begin - _REACH), begin)
            place = begin - 1 if token is None else token.start()
            party = self._parties.at(len(self._text[:begin].rstrip()) - 1)
            if party is not None and party.start >= first:
                begin = party.start
                continue
            if token is None or place < first or self._foreign.at(place) is not None:
                break
            ordinal = self._numbered.at(place)
            if self._words.next.fullmatch(token[1]) or self._words.earlier.fullmatch(token[1]):
                break
            if not (ordinal or allowed.fullmatch(token[1]) or self._is_capital(token[1])):
                break
            begin = ordinal.start if ordinal else place
        return begin

    def _is_capital(self, token: str) -> bool:
        return self._words.is_name_first and token[0].isupper()

    def _on(self, stop: int, last: int) -> int:
        """Where the name ends whose noun ends at `stop`."""
        end, place = stop, stop
        for _ in range(_MOST):
            party = self._parties.at(place + 1)
            if (
                party is not None
                and isinstance(party, PartyMention)
                and party.form is not PartyForm.ADJECTIVE
            ):
                end = place = party.stop
                continue
            token = _TOKEN.search(self._text, place, last)
            if token is None or token.start() != place + 1 or self._foreign.at(token.start()) is not None:
                break
            is_joint = token[0] in ("–", "-", "и", "по", "между")
            if not (self._words.group.fullmatch(token[0]) or token[0][0].isupper()):
                break
            place = token.end()
            end = end if is_joint else place
        return end

    def _ordinal(self, start: int, stop: int) -> OrdinalMention | None:
        """The number: within the name, or in brackets on either side of the noun."""
        at = bisect_left(self._ordinal_starts, start)
        if at < len(self._ordinals) and self._ordinals[at].stop <= stop:
            return self._ordinals[at]
        before = self._ordinals[at - 1] if at else None
        if before and self._text[before.stop : start].strip() == ")":
            return before
        after = self._ordinals[at] if at < len(self._ordinals) else None
        return after if after and _BRACKET.fullmatch(self._text, stop, after.start) else None

    def _is_named(self, start: int, stop: int, head: re.Match[str]) -> bool:
        """Whether a name says who meets."""
        rest = f"{self._text[start : head.start()]} {self._text[head.end() : stop]}"
        words = (word for word in re.findall(r"[^\W\d_]+", rest) if not self._words.modifiers.fullmatch(word))
        return any(self._words.group.fullmatch(word) or word[0].isupper() for word in words)

    def _telling(
        self, head: re.Match[str], start: int, stop: int, ordinal: OrdinalMention | None
    ) -> frozenset[str]:
        """The words that tell the meeting from others."""
        text = f"{self._text[start : head.start()]} {self._text[head.end() : stop]}"
        if ordinal is not None:
            text = text.replace(self._text[ordinal.start : ordinal.stop], "")
        words = re.findall(r"[^\W\d_]{2,}", text)
        told = (word for word in words if not self._words.modifiers.fullmatch(word))
        return frozenset(word.casefold()[:_STEM] for word in told)

    def _turn(self, index: int, start: int, head: re.Match[str]) -> str:
        """A meeting to come that a report goes on to is another than the one that it is about."""
        tense = tense_at(self._prose, head.start(), head.end())
        if found := self._words.next.search(self._text, start, head.start()):
            # "növbəti iclas" is the next one, or the regular one that was held
            is_held = tense is Tense.PAST and self._words.regular.fullmatch(found[0])
            return "" if is_held else "next"
        if self._words.earlier.search(self._text, start, head.start()):
            return "earlier"
        return "next" if index > _FIRST and tense is Tense.FUTURE else ""

    def _is_aside(self, sentence: Sentence, start: int, stop: int) -> bool:
        before = self._words.aside_before.search(self._text, max(sentence.start, start - _REACH), start)
        return before is not None or self._words.aside_after.match(self._text, stop) is not None
