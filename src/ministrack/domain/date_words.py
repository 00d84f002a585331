"""The words of dates by language, for reading what people type and for showing what was understood.

A language is added by adding one DateWords. The patterns are kept here and not in the catalogues, so that
what show() writes is always what understand() reads.
"""

from collections.abc import Mapping

from ministrack.domain.values import dataclass, field


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of one language. Words to read are lower case, with i for ı, as plain() makes them."""

    # How dates are shown.
    months_short: tuple[str, ...]
    months_long: tuple[str, ...]
    seasons: tuple[str, str, str, str]
    # A month without a day, where its form differs from the one after a day (мая, май).
    months_alone: tuple[str, ...] = ()
    season: str = "{season} {year}"
    half: tuple[str, str] = ("first half of {year}", "second half of {year}")
    quarter: str = "Q{n} {year}"
    decade: str = "{year}s"
    about: str = "about {date}"
    uncertain: str = "{date} (uncertain)"
    since: str = "from {date}"
    until: str = "until {date}"
    # How dates are read. Other spellings of months (1 to 12) and seasons (1 spring to 4 winter):
    more_months: Mapping[str, int] = field(default_factory=dict)
    more_seasons: Mapping[str, int] = field(default_factory=dict)
    # Single words: word -> (kind, number); the kinds are those of date_tokens.py.
    words: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    # Phrases before or after a date.
    about_words: tuple[str, ...] = ()
    uncertain_words: tuple[str, ...] = ()
    since_words: tuple[str, ...] = ()
    until_words: tuple[str, ...] = ()
    before_words: tuple[str, ...] = ()
    after_words: tuple[str, ...] = ()
    between_words: tuple[str, ...] = ()
    to_words: tuple[str, ...] = ()
    and_words: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Text as the tables hold words: lower case, dotless ı and dotted İ as i."""
    return text.replace("İ", "i").replace("ı", "i").casefold()
