"""Whether a head of state or government takes part, or is only spoken of: that has to be said of them."""

import re
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import Lexicon, lexicon
from ministrack.reading.mention import PersonMention
from ministrack.reading.prose import Sentence

_LEVELS = ("head_of_state", "head_of_government")
_REACH = 160  # characters in which the word is looked for that says what a leader does
# What stands between a leader and that word: other people with their titles and countries.
_PEOPLE = r"(?:[^\W\d_a-z][\w.’'-]*|[a-z]{1,3}[’'-][A-Z]\w*|[\s,()&–—-]|(?:%s)\b)*"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class LeaderWords:
    """The patterns of a language; it is not asked where there are none."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    at_once: re.Pattern[str]
    lead_in: re.Pattern[str]

    def takes_part(self, text: str, mention: PersonMention, sentence: Sentence) -> bool:
        """Whether the sentence says of this person that he or she is there."""
        if mention.level not in _LEVELS or self.after is _NEVER:
            return True
        stop = min(sentence.stop, mention.stop + _REACH)
        if self.lead_in.match(text, sentence.start, mention.start):
            return self.at_once.match(text, mention.stop, stop) is not None
        if self.after.match(text, mention.stop, stop):
            return True
        before = text[max(sentence.start, mention.start - _REACH) : mention.start]
        return self.before.search(before) is not None


def leader_words(held: Lexicon) -> LeaderWords:
    """The patterns of the language of a report."""
    return _leader_words(held.language)


@cache
def _leader_words(language: str) -> LeaderWords:
    section = lexicon(language).section("delegations")
    between = _PEOPLE % (section.get("leader_between") or "(?!)")

    def pattern(name: str, shape: str) -> re.Pattern[str]:
        found = section.get(name)
        return re.compile(shape % found) if found else _NEVER

    return LeaderWords(
        before=pattern("leader_before_pattern", rf"(?i:\b(?:%s)\W){between}$"),
        after=pattern("leader_after_pattern", rf"{between}\b(?i:%s)\b"),
        at_once=pattern("leader_after_pattern", r"\W{0,2}(?i:%s)\b"),
        lead_in=pattern("leader_lead_in_pattern", r"\W*(?i:%s)\b"),
    )
