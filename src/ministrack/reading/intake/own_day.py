"""Finds the day of a report itself: in what stands before it, around it, or at its first words."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ministrack.paths import resource
from ministrack.reading.lexicon import ENGLISH, LANGUAGES, lexicon

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?![\d-])")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_.]?)(\d\d)\2(\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_WORDED = re.compile(
    r"(?<!\d)(\d{1,2})(?:(?:st|nd|rd|th)\s?|[\s.]{1,3})(?:of\s)?([^\W\d_]{3,12})\.?,?\s((?:19|20)\d\d)(?!\d)"
    r"|([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)(?!\d)"
)
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[\s-][^\W\d_]{2,8}\s(\d{1,2})\s([^\W\d_]{3,12})")
_STAMP = re.compile(r"(?<!\d)(\d\d)\d{4}(?:\s?[A-Z]{1,3})?\s([A-Z][a-z]{2})\s(\d\d)(?!\d)")
"""The stamp of a news agency: day, hour and minute, month and year, "111953 Oct 08"."""
_SHORT = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s([^\W\d_]{3,12})\b|\b([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?\b"
)


def day_in(words: str) -> str:
    """The first whole day that is written in words, as EDTF; empty where there is none."""
    return next((day for _, day in sorted(_days(words))), "")


def iso_day(words: str) -> str:
    """The day that a value of front matter or of a page begins with: 2023-09-19T17:53:31Z."""
    found = _ISO.search(words)
    if found is None:
        return day_in(words)
    year, month, day = found.groups()
    return _valid(year, month, day) if day else f"{year}-{month}"


def day_in_address(address: str) -> str:
    """The day that an address of a page names: /2025/11/20/, 2025-11-20-title."""
    return next(
        (day for found in _IN_ADDRESS.finditer(address) if (day := _valid(found[1], found[3], found[4]))), ""
    )


def short_day_in(words: str, year: str, text: str) -> str:
    """The day that is written without its year: that of the year, or else one that the text writes out."""
    for found in _SHORT.finditer(words):
        day, name = (found[1], found[2]) if found[1] else (found[4], found[3])
        month = _month(name)
        if month and year:
            return _valid(year, str(month), day)
        if month:
            ending = f"-{month:02d}-{int(day):02d}"
            return next((whole for _, whole in _days(text) if whole.endswith(ending)), "")
    return ""


def _days(words: str) -> Iterator[tuple[int, str]]:
    """The whole days in words, each with its place; those of a sort together."""
    for found in _ISO.finditer(words):
        if found[3] and (day := _valid(found[1], found[2], found[3])):
            yield found.start(), day
    for found in _NUMERIC.finditer(words):
        day = _valid(found[4], found[3], found[1]) or _valid(found[4], found[1], found[3])
        if day:
            yield found.start(), day
    for start, year, name, number in _named(words):
        month = _month(name)
        if month and (day := _valid(year, str(month), number)):
            yield start, day


def _named(words: str) -> Iterator[tuple[int, str, str, str]]:
    """What may be a day with the name of its month: its place, year, month and day."""
    for found in _YEAR_FIRST.finditer(words):
        yield found.start(), found[1], found[3], found[2]
    for found in _WORDED.finditer(words):
        day, name, year = found.group(1, 2, 3) if found[1] else (found[5], found[4], found[6])
        yield found.start(), year, name, day
    for found in _STAMP.finditer(words):
        yield found.start(), f"20{found[3]}", found[2], found[1]


def _valid(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    return _months().get(name.casefold().replace("i̇", "i"), 0)


@cache
def _months() -> dict[str, int]:
    """Names of months, also shortened, in the languages that reports are read in."""
    held = json.loads(resource("tables", "dates.json").read_text(encoding="utf-8"))
    found: dict[str, int] = {}
    for language in LANGUAGES:
        names = held.get(language, {}).get("months", [])
        for number, month in enumerate(names, 1):
            for name in month:
                found.setdefault(str(name).casefold(), number)
    for number, name in enumerate(lexicon(ENGLISH).words("report", "months"), 1):
        found.setdefault(name, number)
        found.setdefault(name[:3], number)
    return found
