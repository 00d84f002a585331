"""Whether a meeting that a report names is of the same series as the one that it is about."""

import re

from ministrack.reading.findings import Findings
from ministrack.reading.proposing.meetings.choosing import Chosen
from ministrack.reading.proposing.meetings.occasion_words import occasion_words
from ministrack.reading.proposing.meetings.occasions import Occasion

_WORD = re.compile(r"[\w+]+")
_ALIKE = 0.5


class Kinship:
    """Compares with the reported meeting by name, number and rank."""

    def __init__(self, found: Findings, chosen: Chosen, number: int) -> None:
        self._words = occasion_words(found.prose.lexicon.language)
        self._number = number
        self._mentions = chosen.mentions
        self._own: frozenset[str] = frozenset().union(*(each.words for each in chosen.mentions))
        sentences = found.prose.sentences
        told = [each.sentence for each in chosen.mentions[:1]] or [sentences[at] for at in chosen.lead[:1]]
        words = (
            word for each in told for word in _WORD.findall(found.prose.text[each.start : each.stop].lower())
        )
        self._around = self._own | frozenset(word.rstrip("s") for word in words)
        self._shorts = frozenset(each.short.lower().rstrip("s") for each in chosen.mentions if each.short)

    def is_kin(self, each: Occasion) -> bool:
        """Whether both are of one series, as far as the text tells."""
        if each.turn and not each.is_named:
            return True
        if not self._mentions:
            return bool(each.turn) and each.words <= self._around
        if self._is_of_leaders(each) != any(self._is_of_leaders(mine) for mine in self._mentions):
            return False
        number = each.ordinal.number if each.ordinal else 0
        if number and self._number and number > self._number + 1:
            return False
        return self._is_alike(each) if each.words else bool(number) or each.is_definite

    def _is_alike(self, each: Occasion) -> bool:
        if self._own and not each.ordinal and not each.turn:
            return each.words <= self._own
        known = self._own or self._around
        return len(each.words & (known | self._shorts)) >= _ALIKE * len(each.words)

    def _is_of_leaders(self, each: Occasion) -> bool:
        return self._words.leaders.search(each.head) is not None
