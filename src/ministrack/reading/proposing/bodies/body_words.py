"""The words by which reports tell of a body and what it is to do, of one language."""

import re
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.proposing.word_patterns import NOTHING, any_of, pattern_of, whole_words


@dataclass(frozen=True, slots=True)
class BodyWords:
    """`after` follows a name at once: that it was set up (`set`), or what it does (`cue`)."""

    before: re.Pattern[str]
    gap_breaks: re.Pattern[str]
    only_proposed: re.Pattern[str]
    after: re.Pattern[str]
    mandated: re.Pattern[str]
    purpose: re.Pattern[str]
    purpose_end: re.Pattern[str]
    purpose_break: re.Pattern[str]
    by_party: re.Pattern[str]
    initiated: re.Pattern[str]
    telling: frozenset[str]
    plain_bodies: frozenset[str]


@cache
def body_words(language: str) -> BodyWords:
    """The words of the section [bodies]."""
    book = lexicon(language)
    section = book.section("bodies")

    def words(name: str) -> tuple[str, ...]:
        return book.words("bodies", name)

    linking, set_up, mandated = (any_of(words(name)) for name in ("linking", "set_up_after", "mandated"))
    after = NOTHING
    if set_up and mandated:
        after = re.compile(
            rf"[\s,”\"’)—–]*(?:\([^()]{{1,60}}\)[\s,—–]*)?(?:(?:{linking})\s+)*"
            rf"(?:(?P<set>{set_up})(?!\w)|(?P<cue>{mandated})(?!\w))",
            re.IGNORECASE,
        )
    return BodyWords(
        before=whole_words(words("set_up_before"), ignore_case=False),
        only_proposed=pattern_of(section.get("only_proposed_pattern")),
        gap_breaks=whole_words(words("gap_breaks")),
        after=after,
        mandated=whole_words(words("mandated")),
        purpose=pattern_of(section.get("purpose_pattern"), ignore_case=False),
        purpose_break=pattern_of(section.get("purpose_break_pattern")),
        purpose_end=pattern_of(section.get("purpose_end_pattern")),
        by_party=whole_words(words("by_party")),
        initiated=whole_words(words("initiated")),
        telling=frozenset(words("telling")),
        plain_bodies=frozenset(words("plain_bodies")),
    )
