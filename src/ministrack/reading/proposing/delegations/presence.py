"""Whether a sentence says that somebody takes part, and what they do there."""

import re
from collections.abc import Mapping
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import Lexicon, lexicon
from ministrack.reading.mention import PersonMention
from ministrack.reading.proposing.delegations.leaders import leader_words
from ministrack.reading.prose import Prose, Sentence
from ministrack.reading.report import BlockKind

_NEVER = re.compile(r"(?!)")
_LIST_GOES_ON = re.compile(r"\s*,?\s*and\b|\s*,")
_SHORT_LINE = 90
_BEFORE = 120  # characters before a mention in which what governs it is looked for


@dataclass(frozen=True, slots=True)
class PresenceWords:
    """The patterns of a language."""

    away_before: re.Pattern[str]
    away_after: re.Pattern[str]
    no_longer: re.Pattern[str]
    list_role: re.Pattern[str]
    list_away: re.Pattern[str]
    list_heading: re.Pattern[str]
    aside: re.Pattern[str]
    there: re.Pattern[str]
    coming: re.Pattern[str]
    spoken_of: re.Pattern[str]
    roles_before: tuple[tuple[str, re.Pattern[str]], ...]
    roles_after: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Presence:
    """What one mention says. `role` is empty where it says nothing of it."""

    is_away: bool = False
    is_there: bool = False
    is_aside: bool = False
    is_coming: bool = False
    role: str = ""
    role_span: tuple[int, int] = (0, 0)


def presence_words(held: Lexicon) -> PresenceWords:
    """The patterns by which presence is told."""
    return _presence_words(held.language)


@cache
def _presence_words(language: str) -> PresenceWords:
    section = lexicon(language).section("delegations")

    def pattern(name: str, shape: str = "{}") -> re.Pattern[str]:
        found = section.get(name)
        return re.compile(shape.format(f"(?:{found})"), re.IGNORECASE) if found else _NEVER

    def table(name: str, shape: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        found = section.get(name)
        pairs = found.items() if isinstance(found, Mapping) else ()
        return tuple(
            (str(role), re.compile(shape.format(f"(?:{words})"), re.IGNORECASE)) for role, words in pairs
        )

    return PresenceWords(
        away_before=pattern("away_before_pattern", r"\b{}[^.;:]{{0,12}}$"),
        away_after=pattern("away_after_pattern", r"\W{{0,3}}{}"),
        no_longer=pattern("no_longer_pattern"),
        list_role=pattern("list_role_pattern"),
        list_away=pattern("list_away_pattern"),
        list_heading=pattern("list_heading_pattern", r"\W*{}\W*"),
        aside=pattern("aside_pattern", r"\b{}\b"),
        there=pattern("there_pattern", r"\b{}\b"),
        coming=pattern("coming_pattern", r"\b{}\b"),
        spoken_of=pattern("spoken_of_pattern", r"\b{}\s*(?:the )?$"),
        roles_before=table("roles_before", r"\b{}\W{{0,3}}(?:by\W+)?(?:the\W+)?$"),
        roles_after=table("roles_after", r"\W{{0,3}}(?:also\s+|then\s+|jointly\s+|who\s+)?{}\b"),
    )


class PresenceReader:
    """Reads the sentences of one report for the people that stand in them."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._text = prose.text
        self._words = presence_words(prose.lexicon)
        self._leaders = leader_words(prose.lexicon)
        self._last: tuple[int, int, Presence] | None = None
        self._sentences: dict[int, tuple[bool, bool, bool]] = {}
        self._intros = _introductions(prose, self._words.list_heading)

    def of(self, mention: PersonMention) -> Presence:
        """What the sentence of a mention says of it. Mentions are asked for in the order of the text."""
        sentence = self._prose.sentence_at(mention.start)
        if sentence is None:
            return Presence()
        before = self._text[max(sentence.start, mention.start - _BEFORE) : mention.start]
        intro = self._intros.get(sentence.block.start, "")
        is_away = bool(self._words.list_away.search(intro)) or self._is_away(before, mention, sentence)
        role, span = ("", (0, 0)) if is_away else self._role(before, mention, sentence)
        if not role and not is_away and self._words.list_role.search(intro):
            role, span = "head", (mention.start, mention.stop)
        there, aside, coming = self._said(sentence, intro)
        listed = sentence.block.kind in (BlockKind.ITEM, BlockKind.ROW) or bool(intro)
        if not listed and self._is_only_spoken_of(before, mention, sentence):
            there, role = False, ""
        found = Presence(
            is_away=is_away,
            is_there=bool(role) or sentence.block.kind in (BlockKind.ITEM, BlockKind.ROW) or there,
            is_aside=not role and aside,
            is_coming=coming,
            role=role,
            role_span=span,
        )
        self._last = (sentence.start, mention.stop, found)
        return found

    def _is_only_spoken_of(self, before: str, mention: PersonMention, sentence: Sentence) -> bool:
        is_of_past = self._words.spoken_of.search(before) is not None
        return is_of_past or not self._leaders.takes_part(self._text, mention, sentence)

    def _said(self, sentence: Sentence, intro: str) -> tuple[bool, bool, bool]:
        """Whether a sentence speaks of presence, of talks beside a meeting, of what is to come."""
        known = self._sentences.get(sentence.start)
        if known is None:
            is_list = bool(self._words.list_heading.fullmatch(intro))
            whole = f"{intro} {self._text[sentence.start : sentence.stop]}"
            words = self._words
            patterns = (words.there, words.aside, words.coming)
            there, aside, coming = (bool(pattern.search(whole)) for pattern in patterns)
            known = self._sentences[sentence.start] = (there or is_list, aside, coming)
        return known

    def _is_away(self, before: str, mention: PersonMention, sentence: Sentence) -> bool:
        if self._words.away_before.search(before) or self._words.no_longer.match(mention.title):
            return True
        if self._words.away_after.match(self._text, mention.stop, sentence.stop):
            return True
        if self._last is None or self._last[0] != sentence.start:
            return False
        between = self._text[self._last[1] : mention.start]
        is_next = re.fullmatch(r"\W*(?:(?P<and>and|or)|,)?\W*", between)
        if not self._last[2].is_away or is_next is None:
            return False  # "On behalf of President X, Minister Y attended": the list has to go on
        return bool(is_next["and"]) or _LIST_GOES_ON.match(self._text, mention.stop) is not None

    def _role(self, before: str, mention: PersonMention, sentence: Sentence) -> tuple[str, tuple[int, int]]:
        for role, pattern in self._words.roles_before:
            if found := pattern.search(before):
                offset = mention.start - len(before)
                return role, (offset + found.start(), offset + found.end())
        for role, pattern in self._words.roles_after:
            if found := pattern.match(self._text, mention.stop, sentence.stop):
                return role, found.span()
        return self._role_of_list(mention, sentence)

    def _role_of_list(self, mention: PersonMention, sentence: Sentence) -> tuple[str, tuple[int, int]]:
        """ "chaired by A and B": what is said of the one holds for the other."""
        if self._last is None or self._last[0] != sentence.start:
            return "", (0, 0)
        between = self._text[self._last[1] : mention.start]
        shared = self._last[2].role in ("chair", "co-chair", "signatory", "speaker")
        if shared and re.fullmatch(r"\W*(?:and|,|;)?\W*(?:the\W+)?", between):
            return self._last[2].role, self._last[2].role_span
        return "", (0, 0)


def _introductions(prose: Prose, heading: re.Pattern[str]) -> dict[int, str]:
    """What stands over the lines of a list, by the place where each of its blocks begins."""
    found: dict[int, str] = {}
    intro = ""
    for block in prose.report.blocks:
        text = prose.text[block.start : block.stop].rstrip()
        is_listed = block.kind in (BlockKind.ITEM, BlockKind.ROW)
        is_short = len(text) < _SHORT_LINE and not text.endswith(".")
        if not is_listed and (text.endswith(":") or (is_short and heading.fullmatch(text))):
            intro = text
        elif intro and (is_listed or is_short):
            found[block.start] = intro
        else:
            intro = ""
    return found
