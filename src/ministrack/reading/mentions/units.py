"""A sentence in units, each of a kind that is one letter: persons are patterns over these letters."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ministrack.domain.names import fold
from ministrack.domain.values import dataclass
from ministrack.reading.mention import PartyForm, PartyMention
from ministrack.reading.mentions.lexemes import (
    AFTER,
    AT,
    FIELD,
    HEAD,
    HONORIFIC,
    INSTITUTION,
    NO_NAME,
    OF,
    PARTICLE,
    PLACE,
    THE,
    Lexemes,
)

PARTY, ADJECTIVE, POSSESSIVE = "P", "A", "'"
CAPITAL, SHORT, INITIAL, DIGITS, OTHER = "C", "U", "I", "d", "v"
# Small words in capitals that are of a name: "Ms He Rong", "Hoang The Lien".
_OF_A_NAME = ((NO_NAME, HONORIFIC), (THE, CAPITAL), (THE, INITIAL))
_SHORTENED = re.compile(r"(?!Mac)[A-Z][a-z]{2,}[A-Z][A-Za-z]{0,4}")
"""A short name of an office: "MinLaw", "MinDef"."""
# What a word of a list is as it is written: a title may be in small letters, a name may not.
_IN_CAPITALS = {PARTICLE: CAPITAL}
_IN_SMALL = {FIELD: "f", INSTITUTION: "f", HONORIFIC: OTHER, PLACE: OTHER, NO_NAME: OTHER}

_TOKEN = re.compile(
    r"(?P<initials>(?:[^\W\d_]\.){1,4}(?![^\W\d_]))"
    r"|(?P<own>(?<=\w)[’'][sS]\b|(?<=[sS])[’'](?=\s))"
    r"|(?P<word>[^\W\d_]+(?:[’'ʼʻ‘`´](?![sS]\b)[^\W\d_]+)*(?:(?<=[^sS])[’'](?=\s[^\W\d_a-z]))?)"
    r"|(?P<digits>\d\w*)"
    r"|(?P<mark>[^\w\s])"
)
_MARKS = str.maketrans("–—‑‐“”[]&", '----""()n')
_ABBREVIATED = re.compile(r"\.(?=[,\s]*[^\W\d_])")
_LINE_OF_PARTY = re.compile(r"[^\W\d_a-z]\w+\s[^:;,.\n]{2,60}:")
"""A line that begins so is of a party: "For the Republic of Korea:" is no part of the title before."""
_LONGEST_PHRASE = 9  # tokens of a fixed phrase, with its hyphens
_LONGEST_SHORT = 6  # letters of a short name in capitals: "NSC", "MINLAW"


@dataclass(slots=True)
class Unit:
    """A word, mark, party or fixed phrase of a sentence."""

    start: int
    stop: int
    kind: str
    party: PartyMention | None = None


@dataclass(slots=True)
class _Token:
    start: int
    stop: int
    text: str
    group: str


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a sentence, and their kinds as one text with a letter for each."""

    units: tuple[Unit, ...]
    kinds: str


def units_of(text: str, start: int, stop: int, parties: Sequence[PartyMention], words: Lexemes) -> Units:
    """The units of a stretch of the text. `parties` are all of the report, in order."""
    found = tuple(_Cutter(text, start, stop, parties, words).cut())
    return Units(found, "".join(unit.kind for unit in found))


class _Cutter:
    def __init__(
        self, text: str, start: int, stop: int, parties: Sequence[PartyMention], words: Lexemes
    ) -> None:
        self._text = text
        self._words = words
        self._parties = parties
        self._next_party = bisect_left(parties, start, key=lambda each: each.start)
        self._tokens = [
            _Token(each.start(), each.end(), each[0], each.lastgroup or "mark")
            for each in _TOKEN.finditer(text, start, stop)
        ]
        self._folded = [
            _folded(token.text) if token.group in ("word", "initials") else "" for token in self._tokens
        ]
        letters = [token.text for token in self._tokens if token.group == "word"]
        self._loud = sum(map(str.isupper, letters)) > len(letters) / 2

    def cut(self) -> Iterator[Unit]:
        at, last = 0, ""
        while at < len(self._tokens):
            unit, at = self._unit(at, last)
            last = unit.kind
            yield unit

    def _unit(self, at: int, last: str) -> tuple[Unit, int]:
        token = self._tokens[at]
        party = self._party_at(token)
        if party is not None:
            return self._party_unit(at, party)
        if token.group in ("word", "initials"):
            return self._word(at, last)
        if self._joins(at) and at + 1 < len(self._tokens):
            return self._unit(at + 1, last)
        kind = {"own": POSSESSIVE, "digits": DIGITS}.get(token.group) or token.text.translate(_MARKS)
        return Unit(token.start, token.stop, kind), at + 1

    def _party_unit(self, at: int, party: PartyMention) -> tuple[Unit, int]:
        after = at
        while after < len(self._tokens) and self._tokens[after].start < party.stop:
            after += 1
        stop = max(party.stop, self._tokens[at].stop)
        if party.form is PartyForm.CAPITAL:
            return Unit(party.start, stop, PLACE), after
        kind = ADJECTIVE if party.form is PartyForm.ADJECTIVE else PARTY
        return Unit(party.start, stop, kind, party), after

    def _is_glued(self, at: int) -> bool:
        """Whether a hyphen joins two words, as in "Attorney-General"."""
        before, after = self._tokens[at].start - 1, self._tokens[at].stop
        return self._text[before : before + 1].isalnum() and self._text[after : after + 1].isalpha()

    def _party_at(self, token: _Token) -> PartyMention | None:
        while self._next_party < len(self._parties) and self._parties[self._next_party].stop <= token.start:
            self._next_party += 1
        if self._next_party == len(self._parties):
            return None
        party = self._parties[self._next_party]
        return party if party.start <= token.start else None

    def _word(self, at: int, last: str) -> tuple[Unit, int]:
        token = self._tokens[at]
        phrase, after = self._phrase(at)
        if phrase == OF and _LINE_OF_PARTY.match(self._text, token.start):
            phrase = NO_NAME
        if phrase == HONORIFIC and self._text[token.stop : token.stop + 1] == "-":
            phrase, after = "", at + 1  # "MR-JUST"
        if phrase == PLACE and last not in (OF, AT):
            phrase, after = "", at + 1  # "Sofia", "Victoria": a city only where something is in it
        kind = self._kind(token, phrase, last)
        stop = self._tokens[after - 1].stop
        if kind in (HONORIFIC, AFTER, CAPITAL, HEAD) and (dot := self._dot_after(stop, kind)):
            return Unit(token.start, dot, kind), after + 1
        return Unit(token.start, stop, kind), after

    def _dot_after(self, stop: int, kind: str) -> int:
        """Where an abbreviation ends with its full stop: "Dr.", "Ma. Theresa"."""
        start = stop
        while start and self._text[start - 1].isalpha():
            start -= 1
        letters = stop - start
        is_short = 0 < letters <= (4 if kind in (HONORIFIC, AFTER) else 2) and self._text[start].isupper()
        return stop + 1 if is_short and _ABBREVIATED.match(self._text, stop) else 0

    def _phrase(self, at: int) -> tuple[str, int]:
        """The kind of the fixed phrase that begins here, and where it ends."""
        first, _, rest = self._folded[at].partition(" ")
        candidates = self._words.by_word.get(first)
        if not candidates:
            return "", at + 1
        folded, ends = self._following(at) if rest or len(candidates[0].words) > 1 else ([first], {1: at + 1})
        for lexeme in candidates:
            count = len(lexeme.words)
            if count in ends and tuple(folded[:count]) == lexeme.words:
                return lexeme.kind, ends[count]
        return "", at + 1

    def _following(self, at: int) -> tuple[list[str], dict[int, int]]:
        """The folded words from here on, and behind which token each number of them ends."""
        folded: list[str] = []
        ends: dict[int, int] = {}
        for index in range(at, min(at + _LONGEST_PHRASE, len(self._tokens))):
            if self._folded[index]:
                folded.extend(self._folded[index].split())
                ends[len(folded)] = index + 1
            elif not self._joins(index):
                break
        return folded, ends

    def _joins(self, index: int) -> bool:
        token = self._tokens[index]
        return token.text.translate(_MARKS) == "-" and self._is_glued(index)

    def _kind(self, token: _Token, phrase: str, last: str) -> str:
        is_capital = token.text[0].isupper()
        if token.text in self._words.printed:
            return self._words.printed[token.text]
        if token.group == "initials" and phrase not in (HONORIFIC, AFTER):
            return INITIAL
        if phrase == AFTER:
            return self._after(token, last)
        if is_capital and (phrase, last) in _OF_A_NAME:
            return CAPITAL
        if phrase:
            return (_IN_CAPITALS if is_capital else _IN_SMALL).get(phrase, phrase)
        return self._bare(token, is_capital=is_capital, last=last)

    def _after(self, token: _Token, last: str) -> str:
        is_printed_so = token.group == "initials" or token.text.isupper() or len(token.text) == 2
        if last in (CAPITAL, SHORT, PARTY, AFTER, ",") and is_printed_so and token.text[0].isupper():
            return AFTER
        if last == FIELD and token.text.isupper():
            return FIELD  # "Minister of Finance and Economy II"
        return CAPITAL if token.text[0].isupper() else OTHER

    def _bare(self, token: _Token, *, is_capital: bool, last: str) -> str:
        text = token.text
        before = self._text[token.start - 1 : token.start]
        if not is_capital:
            glued = before in "-‑‐" and before and last in (CAPITAL, INITIAL)
            return CAPITAL if glued else OTHER
        if len(text) == 1:
            return INITIAL
        if text.isupper() and not self._loud and len(text) <= _LONGEST_SHORT and before not in ("-", "‑"):
            return SHORT
        return SHORT if _SHORTENED.fullmatch(text) else CAPITAL


def _folded(word: str) -> str:
    return word.lower() if word.isascii() and word.isalpha() else fold(word)
