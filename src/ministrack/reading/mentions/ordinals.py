"""Finds ordinals, of meetings and what may be one: not of centuries, ministers or floors."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from ministrack.domain.values import dataclass
from ministrack.reading.lexicon import lexicon
from ministrack.reading.mention import OrdinalMention
from ministrack.reading.prose import Prose

_ROMAN = "(?-i:(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_TENS = 10


@dataclass(frozen=True, slots=True)
class _Ordinals:
    pattern: re.Pattern[str]
    numbers: Mapping[str, int]


def find_ordinals(prose: Prose) -> tuple[OrdinalMention, ...]:
    """All of them, in the order of the text."""
    words = _ordinals(prose.lexicon.language)
    if words is None:
        return ()
    found = ((match, _number(words, match)) for match in words.pattern.finditer(prose.text))
    return tuple(
        OrdinalMention(start=match.start(), stop=match.end(), number=number)
        for match, number in found
        if number
    )


def _number(words: _Ordinals, match: re.Match[str]) -> int:
    if match["digits"]:
        return int(next(group for group in match.groups()[1:] if group and group.isdecimal()))
    if match["roman"]:
        return _of_roman(match["roman"].rstrip("."))
    plain = re.sub(r"[\s-]+", " ", match["word"].replace("İ", "i").lower().replace("ё", "е"))
    return words.numbers.get(plain, 0)


def _of_roman(roman: str) -> int:
    values = [_ROMAN_DIGITS[sign] for sign in roman]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


@cache
def _ordinals(language: str) -> _Ordinals | None:
    """The ordinals of a language, compiled once. None where it has none."""
    held = lexicon(language)
    section = held.section("ordinals")
    numbers = _numbers(held.words("ordinals", "ordinals"), held.words("ordinals", "tens"))
    if not numbers:
        return None
    units = {word: number for word, number in numbers.items() if number < _TENS}
    tens = held.words("ordinals", "tens_before")
    words = f"(?:{_choice(tens)}) (?:{_choice(units)})|{_choice(numbers)}" if tens else _choice(numbers)
    words = words.replace("\\ ", " ").replace(" ", r"[\s-]+").replace("е", "[её]")  # "четвёртый"
    for at, ten in enumerate(tens):
        numbers |= {f"{ten} {word}": (at + 2) * _TENS + number for word, number in units.items()}
    digits = str(section.get("digits_pattern", "(?!)"))
    roman = "|".join(held.words("ordinals", "roman_before")) or "(?!)"
    before = "|".join(held.words("ordinals", "no_ordinal_before") or ("(?!)",)).replace(" ", r"\s+")
    after = "".join(rf"(?<!\b{word}\s)" for word in held.words("ordinals", "no_ordinal_after"))
    pattern = re.compile(
        rf"(?<![\w/$€.,-]){after}"
        rf"(?:(?P<digits>{digits})|(?P<word>{words})|(?P<roman>{_ROMAN}\.?(?=\s+(?-i:{roman})\b)|(?<=\bthe\s)(?-i:[IVXL]{{2,6}})(?=\s+(?-i:[A-Z]))))"
        rf"(?!\w)(?![\s-]+(?:{before})\b)",
        re.IGNORECASE,
    )
    return _Ordinals(pattern, numbers)


def _numbers(ordinals: tuple[str, ...], tens: tuple[str, ...]) -> dict[str, int]:
    numbers = {word: at + 1 for at, entry in enumerate(ordinals) for word in _spellings(entry)}
    return numbers | {word: (at + 2) * _TENS for at, entry in enumerate(tens) for word in _spellings(entry)}


def _choice(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _spellings(entry: str) -> list[str]:
    return [word.replace("-", " ") for word in entry.lower().split("|")]
