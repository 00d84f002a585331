"""At which level somebody attends, by the title as printed and the party that gives it."""

import re
from collections.abc import Mapping
from functools import cache

from ministrack.domain.levels import STANDARD_LEVELS
from ministrack.domain.names import fold
from ministrack.domain.titles import level_of_title
from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import ENGLISH, Lexicon, lexicon
from ministrack.reading.mentions.home_party import is_state

_RANK = {code: position for position, (code, _) in enumerate(STANDARD_LEVELS)}
_PARTS = re.compile(r",|;|/|\(|\)|\b(?:and|cum|und|et)\b|&")


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    level: str
    of: frozenset[str]  # codes, "state" or "organisation"; empty for all


def level_of(title: str, party: str, held: Lexicon) -> str:
    """The code of the level, empty where the title does not tell. Of several offices the highest counts."""
    rules = _rules(held.language)
    found = [_one(office, party, rules) for office in _offices(title, party, rules)]
    best = min(found, key=lambda level: _RANK.get(level, len(_RANK)), default="")
    return best or level_of_title(title) or ""


def _offices(title: str, party: str, rules: tuple[_Rule, ...]) -> list[str]:
    """The offices of a title: "Director, Transport Division" is one, "Minister and Chair" are two."""
    offices: list[str] = []
    for part in map(fold, _PARTS.split(title)):
        if offices and not _one(part, party, rules):
            offices[-1] += f" {part}"
        else:
            offices.append(part)
    return offices


def _one(words: str, party: str, rules: tuple[_Rule, ...]) -> str:
    kind = "state" if is_state(party) else "" if party in ("", "EU") else "organisation"
    for rule in rules:
        if rule.pattern.match(words) and (not rule.of or party in rule.of or (kind and kind in rule.of)):
            return rule.level
    return ""


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    return tuple(
        _rule(entry)
        for each in dict.fromkeys((language, ENGLISH))
        for entry in _entries(lexicon(each).section("titles").get("levels"))
    )


def _rule(entry: Mapping[str, object]) -> _Rule:
    of = entry.get("of", [])
    return _Rule(
        re.compile(str(entry["pattern"])),
        str(entry["level"]),
        frozenset(str(each) for each in of) if isinstance(of, list) else frozenset(),
    )


def _entries(found: object) -> list[Mapping[str, object]]:
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
