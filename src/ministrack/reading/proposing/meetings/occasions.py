"""Finds where a report names a meeting: "the 13th ASEAN Law Ministers Meeting (ALAWMM)", "the meeting"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from ministrack.domain.values import dataclass
from ministrack.reading.findings import Findings
from ministrack.reading.mention import OrdinalMention
from ministrack.reading.mentions.cities import find_cities
from ministrack.reading.proposing.meetings.occasion_tails import LONGEST, OccasionTails
from ministrack.reading.proposing.meetings.occasion_words import OccasionWords, nouns_of, occasion_words
from ministrack.reading.prose import Sentence
from ministrack.reading.report import BlockKind

_TOKEN = re.compile(r"[^\s,;:()“”\"«»|—–]+(?:–[^\W\d_a-z][^\s,;:()“”\"«»|—–]*)*|[,;:()“”\"«»|—–]")
_SHORT = re.compile(
    r"\s*\((?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?[“\"‘']?(?P<short>(?=(?:[+&/-]*\w){3})[^\W\d_a-z][\w+&/-]{1,14})[”\"’']?\)"
)
_BRACKETED = re.compile(r"\([^()\s]{2,15}\)")
_WORD = re.compile(r"[\w+]+")
_PLURAL_OWNER = ("s’", "s'")
_OWNER = ("’s", "'s")
_EDITION = 30
_TURNED = 30
_AT = 40
_PLAIN_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[.)]?")
_MOST = 500
"""A report names far fewer meetings; more of them are no report."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting as it is named at one place. `start` to `stop` is its name without an article.

    `owner` is what stands before its name as its owner ("its", "ASEAN’s"), `turn` "next" or "earlier" where a
    word says so; `is_aside` where it is named only after another ("ahead of"),
    `is_beside` where something else was beside it ("on the margins of"). `words` tell it from
    others: not its ordinal, not its noun.
    """

    start: int
    stop: int
    head: str
    sentence: Sentence
    index: int
    ordinal: OrdinalMention | None
    short: str
    words: frozenset[str]
    is_named: bool
    is_definite: bool
    turn: str
    is_aside: bool
    is_beside: bool = False


def find_occasions(found: Findings) -> list[Occasion]:
    """Every place where a meeting is named, in the order of the text, also by the short form of its name."""
    heads = occasion_words(found.prose.lexicon.language).heads
    occasions = _by(found, heads)
    shorts = {each.short for each in occasions if each.short} - {each.code for each in found.parties}
    if not shorts:
        return occasions
    names = "|".join(re.escape(short) for short in sorted(shorts, key=len, reverse=True))
    return _by(found, re.compile(rf"{heads.pattern}|(?<![\w-])(?-i:{names})(?!\w)", re.IGNORECASE))


def _by(found: Findings, heads: re.Pattern[str]) -> list[Occasion]:
    search = _Search(found, heads)
    occasions = (
        occasion
        for index, sentence in enumerate(found.prose.sentences)
        if sentence.block.kind not in (BlockKind.IMPRINT, BlockKind.FOOTNOTE)
        for occasion in search.in_sentence(index, sentence)
    )
    return list(islice(occasions, _MOST))


def _folded(short: re.Match[str] | None) -> frozenset[str]:
    return frozenset((short["short"].lower().rstrip("s"),)) if short else frozenset()


class _Search:
    def __init__(self, found: Findings, heads: re.Pattern[str]) -> None:
        self._heads = heads
        self._text = found.prose.text
        self._words: OccasionWords = occasion_words(found.prose.lexicon.language)
        self._ordinals = found.ordinals
        self._ordinal_starts = [each.start for each in found.ordinals]
        words = (self._text[each.start : each.stop].lower() for each in found.ordinals)
        self._ordinal_words = frozenset(part for word in words for part in word.split())
        about = self._words
        small = about.connecting | about.articles | about.light
        small |= about.next | about.earlier
        self._small = {word.rstrip("s") for word in small}
        self._tails = OccasionTails(self._text, about, self._ordinal_words, found.parties)

    def in_sentence(self, index: int, sentence: Sentence) -> Iterator[Occasion]:
        """Those of one sentence; a noun within the name of the one before it is no other."""
        heads = list(self._heads.finditer(self._text, sentence.start, sentence.stop))
        tokens = list(_TOKEN.finditer(self._text, sentence.start, sentence.stop)) if heads else []
        end = 0
        for place, head in enumerate(heads):
            if head.start() < end or self._is_other_word(head):
                continue
            following = heads[place + 1] if place + 1 < len(heads) else None
            if following and self._is_one_name(head, following) and not self._is_body(following):
                continue  # "the Ministerial Technical Committee Meeting"
            occasion = self._occasion(head, tokens, index, sentence)
            if occasion is not None and occasion.start >= end:
                short = _SHORT.match(self._text, occasion.stop, sentence.stop)
                end = short.end() if short else occasion.stop
                yield occasion

    def _is_body(self, head: re.Match[str]) -> bool:
        return self._words.bodies.fullmatch(head[0]) is not None

    def _is_other_word(self, head: re.Match[str]) -> bool:
        """Part of a longer word or of the name of a house: "round-off", "the Luce Conference Centre"."""
        is_longer = self._text[head.end() : head.end() + 1] in ("-", "‑")
        return is_longer or self._words.house.match(self._text, head.end()) is not None

    def _is_one_name(self, head: re.Match[str], following: re.Match[str]) -> bool:
        """Whether the name goes on to the next noun, with nothing but words of a name between them."""
        between = _TOKEN.findall(_BRACKETED.sub(" ", self._text[head.end() : following.start()]))
        is_shouted = head[0].isupper() and following[0].isupper()
        return all(self._may_modify(token) for token in between) and (
            bool(between) or is_shouted or head[0][0].isupper() or following[0].islower()
        )

    def _is_no_meeting(self, head: re.Match[str], before: str, is_named: bool, article: str) -> bool:
        """A noun that means a meeting only with a name; "Meet" where it is a verb."""
        noun = head[0].lower()
        if noun == "meet":
            return not is_named or not before.endswith(("’", "'", "l", "G"))
        if noun == "call" and ((head[0].islower() and not article) or any(find_cities(before))):
            return True  # "will call on the President", "the Paris Call"
        weak = self._words.weak.fullmatch(noun) is not None
        if article in ("a", "an") and self._words.at_a.search(
            self._text, max(head.start() - _AT, 0), head.start()
        ):
            return False
        return weak and not is_named and article not in self._words.definite

    def _occasion(
        self, head: re.Match[str], tokens: Sequence[re.Match[str]], index: int, sentence: Sentence
    ) -> Occasion | None:
        at = bisect_right(tokens, head.start(), key=re.Match.start) - 1
        first, article = self._back(tokens, at)
        last_head = bisect_left(tokens, head.end(), key=re.Match.start) - 1
        start = tokens[first].start()
        prefix = self._words.prefix.match(self._text, start, head.start())
        start = prefix.end() if prefix else start
        stop, is_extended = self._tails.on(tokens, last_head)
        stop = max(stop, head.end())
        ordinal = self._ordinal(start, head.start())
        if ordinal is None and (ordinal := self._of_edition(start)):
            start = ordinal.start
        if ordinal is None and self._is_body(head):
            return None
        named = self._text[start : head.start()]
        words = [word.lower() for word in re.findall(r"[\w’'-]+", named)]
        is_named = is_extended or any(word[0].isupper() or word[0].isdigit() for word in named.split())
        noun = head[0].lower()
        if self._is_no_meeting(
            head, tokens[at - 1][0] if at else "", is_named or ordinal is not None, article
        ):
            return None
        short = _SHORT.match(self._text, stop, sentence.stop)
        turn = self._turn(words) or self._turn_before(start)
        return Occasion(
            start=start,
            stop=stop,
            head=noun,
            sentence=sentence,
            index=index,
            ordinal=ordinal,
            short=short["short"] if short else "",
            words=self._telling(start, stop, noun, ordinal) | _folded(short),
            is_named=is_named,
            is_definite=article in self._words.definite,
            turn=turn,
            is_aside=self._is_aside(sentence, start),
            is_beside=self._words.beside.search(self._text, max(sentence.start, start - 60), start)
            is not None,
        )

    def _telling(self, start: int, stop: int, noun: str, ordinal: OrdinalMention | None) -> frozenset[str]:
        text = self._text[start:stop]
        if ordinal is not None:
            text = text.replace(self._text[ordinal.start : ordinal.stop], "")
        words = {word.rstrip("s") for word in _WORD.findall(text.lower())}
        return frozenset(words - self._small - nouns_of(noun))

    def _back(self, tokens: Sequence[re.Match[str]], at: int) -> tuple[int, str]:
        """The first token of the name whose noun is at `at`, and the article before it, if there is one."""
        first, article = at, ""
        for place in range(at - 1, max(at - LONGEST, -1), -1):
            token = tokens[place][0]
            plain = token.lower()
            if plain in self._words.articles:
                article = plain
                break
            if token.endswith(_OWNER) and not token.endswith(_PLURAL_OWNER):
                article = "its"
                break
            if self._may_modify(token) and not (place == 0 and plain in self._words.opening):
                first = place
            elif not self._joins(tokens, place, first):
                break
        return first, article

    def _joins(self, tokens: Sequence[re.Match[str]], place: int, first: int) -> bool:
        """Whether more of the name stands before a small word, or before its short form in brackets."""
        token = tokens[place][0]
        if token == ")":
            return place > 1 and tokens[place - 2][0] == "("
        if token == "(":
            return first in (place + 1, place + 2)
        return (
            token.lower() in self._words.connecting_before
            and place > 0
            and self._may_modify(tokens[place - 1][0])
        )

    def _may_modify(self, token: str) -> bool:
        plain = token.lower()
        if plain in self._words.days or plain in self._words.articles or plain in self._words.connecting:
            return False
        if _PLAIN_NUMBER.fullmatch(token):
            return False
        if token[0].isupper() or (
            token[0].isdigit() and not token.isdigit() and not token.endswith((".", "%"))
        ):
            return not (token.endswith(".") and "." not in token[:-1])
        return (
            plain in self._words.modifiers or self._is_ordinal(plain) or ("-" in token and token[0].isalpha())
        )

    def _is_ordinal(self, plain: str) -> bool:
        return plain in self._ordinal_words

    def _ordinal(self, start: int, stop: int) -> OrdinalMention | None:
        at = bisect_left(self._ordinal_starts, start)
        if at < len(self._ordinals) and self._ordinals[at].stop <= stop:
            return self._ordinals[at]
        return None

    def _of_edition(self, start: int) -> OrdinalMention | None:
        """The number before a name that an "edition of the" leads up to."""
        at = bisect_left(self._ordinal_starts, start) - 1
        near = self._ordinals[at] if at >= 0 and start - self._ordinals[at].stop < _EDITION else None
        return near if near and self._words.edition.fullmatch(self._text, near.stop, start) else None

    def _turn(self, words: Sequence[str]) -> str:
        if any(word in self._words.next for word in words):
            return "next"
        return "earlier" if any(word in self._words.earlier for word in words) else ""

    def _turn_before(self, start: int) -> str:
        """ "Next year’s meeting"."""
        turned = self._words.turned.search(self._text, max(start - _TURNED, 0), start)
        return "" if turned is None else "next" if turned["next"] else "earlier"

    def _is_aside(self, sentence: Sentence, start: int) -> bool:
        if sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            return self._words.beside.search(self._text, sentence.start, start) is not None
        return self._words.margin.search(self._text, max(sentence.start, start - 90), start) is not None
