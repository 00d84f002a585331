"""Titles of a language whose names stand behind them, as one compiled pattern: [offices] in its lexicon."""

import re
from collections.abc import Mapping
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """`heads` finds titles, `levels` says what the groups of it stand for.

    `is_field_first` is whether what a minister is for stands before the title, and the country before that.
    """

    heads: re.Pattern[str]
    levels: Mapping[str, str]
    fields: re.Pattern[str]
    joining: frozenset[str]
    apart: frozenset[str]
    capital_fields: frozenset[str]
    detour: re.Pattern[str]
    plural: re.Pattern[str]
    posted: re.Pattern[str]
    located: re.Pattern[str]
    is_field_first: bool

    def level(self, head: re.Match[str]) -> str:
        """The level of a title that was found, empty where it leaves that open."""
        return self.levels.get(head.lastgroup or "", "")


@cache
def office_words(language: str) -> OfficeWords | None:
    """The titles of a language; None where it has none of this kind."""
    held = lexicon(language)
    section = held.section("offices")
    levels = section.get("levels")
    if not isinstance(levels, dict):
        return None
    flags = re.IGNORECASE if section.get("any_case") else re.NOFLAG
    groups = {f"h{index}": (str(level), heads) for index, (level, heads) in enumerate(levels.items())}
    heads = "|".join(f"(?P<{name}>{'|'.join(map(str, heads))})" for name, (_, heads) in groups.items())
    detour = section.get("detour_pattern")
    plural = section.get("plural_pattern")
    posted = section.get("posted_pattern")
    located = section.get("located_pattern")
    return OfficeWords(
        heads=re.compile(rf"(?<![\w-])(?:{heads})(?![\w-])".replace(" ", r"\s+"), flags),
        levels={name: level for name, (level, _) in groups.items()},
        fields=re.compile("|".join(held.words("offices", "fields")) or "(?!)", flags),
        joining=frozenset(held.words("offices", "joining")),
        apart=frozenset(held.words("offices", "apart")),
        capital_fields=frozenset(held.words("offices", "capital_fields")),
        detour=re.compile(str(detour)) if detour else _NEVER,
        plural=re.compile(str(plural), flags) if plural else _NEVER,
        posted=re.compile(str(posted)) if posted else _NEVER,
        located=re.compile(str(located)) if located else _NEVER,
        is_field_first=bool(section.get("field_first")),
    )
