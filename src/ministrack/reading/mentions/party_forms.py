"""The words around the name of a country: its form of state, and what makes it no name of a country."""

import re
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import Lexicon, lexicon
from ministrack.reading.mention import PartyForm

_NEVER = re.compile(r"(?!)")
_GOES_ON = re.compile(r"[\s-]+(?!and\b)\w")
_REACH = 90  # characters before a name in which its form of state is looked for


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Patterns of a language, each for the words just before or after a name."""

    form_before: re.Pattern[str]
    form_not_after: re.Pattern[str]
    form_after: re.Pattern[str]
    official_before: re.Pattern[str]
    official_after: re.Pattern[str]
    ending: re.Pattern[str]
    language_after: re.Pattern[str]
    language_before: re.Pattern[str]
    capital_before: re.Pattern[str]
    capital_after: re.Pattern[str]
    heads: frozenset[str]
    joining: frozenset[str]
    articles: frozenset[str]
    titles: frozenset[str]

    def official_start(self, text: str, start: int) -> int:
        """Where the official form of a name begins: "Republic of " stands before "Kazakhstan"."""
        if before := self.official_before.search(text, max(0, start - _REACH), start):
            return before.start()
        found = self.form_before.search(text, max(0, start - _REACH), start)
        if found is None or self.form_not_after.search(text, max(0, found.start() - _REACH), found.start()):
            return start
        return found.start()

    def official_stop(self, text: str, stop: int) -> int:
        """Where the official form of a name ends: " Cumhuriyeti" stands after "Kazakistan"."""
        after = self.official_after.match(text, stop)
        return after.end() if after else stop

    def ending_stop(self, text: str, stop: int) -> int:
        """Where the ending of a name ends that an apostrophe or hyphen divides from it: "Kazakistan'ın"."""
        after = self.ending.match(text, stop)
        return after.end() if after else stop

    def means_party(self, text: str, start: int, stop: int, form: PartyForm) -> bool:
        """Whether an adjective or a capital stands for the country here."""
        if form is PartyForm.ADJECTIVE:
            spoken = self.language_after.match(text, stop)
            return not (spoken or self._is_spoken_in(text, start, stop))
        if form is PartyForm.CAPITAL:
            before = self.capital_before.search(text, max(0, start - _REACH), start)
            return bool(before or self.capital_after.match(text, stop))
        return True

    def _is_spoken_in(self, text: str, start: int, stop: int) -> bool:
        before = self.language_before.search(text, max(0, start - _REACH), start)
        return bool(before and not _GOES_ON.match(text, stop))


def party_words(held: Lexicon) -> PartyWords:
    """The patterns of a language."""
    return _party_words(held.language)


@cache
def _party_words(language: str) -> PartyWords:
    held = lexicon(language)

    def pattern(shape: str, *lists: str) -> re.Pattern[str]:
        choices = [_choice(held.words("organisations", name)) for name in lists]
        return re.compile(shape.format(*choices)) if all(choices) else _NEVER

    def raw(name: str) -> re.Pattern[str]:
        found = held.section("organisations").get(name)
        return re.compile(str(found)) if found else _NEVER

    return PartyWords(
        form_before=pattern(
            r"\b(?:(?:(?:{0})(?:['’]s)?[\s-]+)*(?:{1})\s+(?:{2})\s+(?:(?:{3})\s+)?)+$",
            "form_details",
            "form_before",
            "form_of",
            "articles",
        ),
        form_not_after=pattern(r"\b(?:{0})\s+$", "form_not_after"),
        form_after=pattern(r"\s+(?:{0})\b", "form_after"),
        official_before=raw("official_before_pattern"),
        official_after=raw("official_after_pattern"),
        ending=pattern(r"['’‘`ʼ-](?:{0})(?!\w)", "endings"),
        language_after=pattern(r"[\s-]+(?:{0})\b", "language_after"),
        language_before=pattern(r"\b(?:{0})\s+(?:\w+(?:,\s*|\s+(?:{1})\s+))*$", "language_before", "and"),
        capital_before=pattern(r"\b(?:{0})\s+(?:\w+\s+and\s+)?$", "capital_before"),
        capital_after=pattern(r"\s+(?:has\s+|have\s+)?(?:{0})\b", "capital_after"),
        heads=frozenset(held.words("organisations", "heads")),
        joining=frozenset(held.words("organisations", "joining")),
        articles=frozenset(held.words("organisations", "articles")),
        titles=frozenset(held.words("titles", "heads")),
    )


def _choice(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
