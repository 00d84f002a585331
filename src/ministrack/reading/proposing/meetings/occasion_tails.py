"""How the name of a meeting goes on behind its noun: "Meeting of the Justice Ministers of the OTS"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ministrack.reading.mention import PartyMention
from ministrack.reading.proposing.meetings.occasion_words import OccasionWords

_WHEN = re.compile(r",?\s+(?:[^\W\d_a-z][^\W\d_]{2,8}\s+)?(?:19|20)\d\d(?![\w/-])")
LONGEST = 16
"""Tokens on each side of the noun: no meeting has a longer name, and a long list costs no time."""


class OccasionTails:
    """Looks at the words behind the nouns of one report."""

    def __init__(
        self,
        text: str,
        words: OccasionWords,
        ordinal_words: frozenset[str],
        parties: Sequence[PartyMention],
    ) -> None:
        self._text = text
        self._words = words
        self._ordinal_words = ordinal_words
        self._parties = parties
        self._party_starts = [each.start for each in parties]

    def on(self, tokens: Sequence[re.Match[str]], at: int) -> tuple[int, bool]:
        """Where the name ends that goes on after its noun, and whether it does."""
        end = self._trimmed(tokens[at])
        when = _WHEN.match(self._text, end)
        if when and not when[0].startswith(","):
            return when.end(), False
        if at + 1 >= len(tokens) or tokens[at + 1][0].lower() not in self._words.extending:
            return end, False
        last = at
        for place in range(at + 1, min(at + 2 * LONGEST, len(tokens))):
            if self._belongs(tokens, place):
                last = place
                if self._trimmed(tokens[place]) < tokens[place].end():
                    break
            elif not self._leads_on(tokens, place):
                break
        return (self._trimmed(tokens[last]), True) if last > at else (end, False)

    def _leads_on(self, tokens: Sequence[re.Match[str]], place: int) -> bool:
        """Whether a small word or a comma stands within the name."""
        if tokens[place][0] == ",":
            return self._lists_parties(tokens, place)
        return tokens[place][0].lower() in self._words.connecting and self._goes_on(tokens, place)

    def _trimmed(self, token: re.Match[str]) -> int:
        """Where a name ends without the full stop of its sentence: not that of "U.S."."""
        ends = token[0].endswith(".") and "." not in token[0][:-1]
        return token.end() - ends

    def _belongs(self, tokens: Sequence[re.Match[str]], place: int) -> bool:
        token = tokens[place][0]
        plain = token.lower().rstrip(".,’'")
        if plain in self._words.days or plain in self._words.connecting:
            return False
        return (
            token[0].isupper() or plain in self._words.group or ("+" in token) or plain in self._ordinal_words
        )

    def _goes_on(self, tokens: Sequence[re.Match[str]], place: int) -> bool:
        """Whether a word such as "of" leads on to more of the name: not "in Baku on 20 November"."""
        plain = tokens[place][0].lower()
        following = tokens[place + 1 : place + 3]
        if plain in ("in", "to") or not following:
            return False
        word = following[0][0]
        if word.lower() in self._words.articles and len(following) > 1:
            return self._belongs(following, 1)
        return self._belongs(following, 0) or (plain == "and" and word.lower() == "the")

    def _lists_parties(self, tokens: Sequence[re.Match[str]], place: int) -> bool:
        """ "the United States, Japan, and the Philippines": a comma between names of countries."""
        for token in tokens[place + 1 : place + 4]:
            if token[0].lower() not in ("and", "the"):
                at = bisect_left(self._party_starts, token.start())
                return at < len(self._parties) and self._parties[at].start <= token.start() + 4
        return False
