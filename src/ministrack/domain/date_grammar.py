"""The words of one language and of English, compiled for reading dates when first needed."""

import re
from collections.abc import Iterable
from functools import cache

from ministrack.domain.date_tables import tables_of
from ministrack.domain.date_words import DateWords, plain
from ministrack.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Affix:
    """Phrases that stand before or after a date and say something about it."""

    pattern: re.Pattern[str]

    def strip(self, text: str) -> str:
        """The text without the phrase; "" where there is none."""
        rest, found = self.cut(text)
        return rest if found else ""

    def cut(self, text: str) -> tuple[str, bool]:
        """The text without the phrase, and whether it was there."""
        found = self.pattern.fullmatch(text)
        return ((found["before"] or found["after"]).strip(), True) if found else (text, False)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What date_reading.py needs to know of a language."""

    vocabulary: dict[str, tuple[str, int]]
    about: Affix
    uncertain: Affix
    since: Affix
    until: Affix
    before: Affix
    after: Affix
    between: Affix
    day_pair: re.Pattern[str]
    separators: tuple[re.Pattern[str], ...]


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a BCP 47 language, with English."""
    tables = tables_of(language)
    to = _either(word for table in tables for word in table.to_words)
    both = _either(word for table in tables for word in table.and_words)
    ending = "(?:st|nd|rd|th)?"
    return Grammar(
        _vocabulary(tables),
        _affix([*_shown(tables, "about"), *_all(tables, "about_words")], "~"),
        _affix([*_shown(tables, "uncertain"), *_all(tables, "uncertain_words")], "?"),
        _affix([*_shown(tables, "since"), *_all(tables, "since_words")]),
        _affix([*_shown(tables, "until"), *_all(tables, "until_words")]),
        _affix(_all(tables, "before_words")),
        _affix(_all(tables, "after_words")),
        _affix(_all(tables, "between_words")),
        re.compile(
            rf"(?<!\d)(?P<first>\d{{1,2}}){ending}"
            rf"(?:\s?[-/]\s?|\s(?:(?P<and>{both})|{to})\s)(?P<last>\d{{1,2}})(?!\d){ending}"
        ),
        (re.compile(rf" (?:-|/|{to}) "), re.compile("/"), re.compile(r"\s?-\s?")),
    )


def _vocabulary(tables: tuple[DateWords, ...]) -> dict[str, tuple[str, int]]:
    vocabulary: dict[str, tuple[str, int]] = {}
    for table in reversed(tables):
        for names in (table.months_short, table.months_long, table.months_alone):
            vocabulary.update({plain(name).rstrip("."): ("month", n) for n, name in enumerate(names, 1)})
        vocabulary.update({plain(name): ("season", n) for n, name in enumerate(table.seasons, 1)})
        vocabulary.update({word: ("month", n) for word, n in table.more_months.items()})
        vocabulary.update({word: ("season", n) for word, n in table.more_seasons.items()})
        vocabulary.update(table.words)
    return vocabulary


def _shown(tables: tuple[DateWords, ...], name: str) -> list[str]:
    """The phrase that show() writes, without the date in it."""
    return [plain(getattr(table, name).replace("{date}", "").strip()) for table in tables]


def _all(tables: tuple[DateWords, ...], name: str) -> list[str]:
    return [word for table in tables for word in getattr(table, name)]


def _affix(phrases: Iterable[str], sign: str = "") -> Affix:
    """A pattern for one phrase at either side; a sign, such as "?", needs no space."""
    either = _either(phrases) or "(?!)"
    closing = rf"(?:\s?{re.escape(sign)}|\s{either})" if sign else rf"\s{either}"
    opening = rf"(?:{re.escape(sign)}\s?|{either}\s)" if sign else rf"{either}\s"
    return Affix(re.compile(rf"{opening}(?P<before>.+)|(?P<after>.+?){closing}"))


def _either(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=len, reverse=True)) + ")"
