"""Meetings by their number, place or date as they are typed: "3", "2nd", "20 Nov 2025", "2026"."""

import re

from ministrack.domain.filters import Compare
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.edits.asking import Reader
from ministrack.edits.wording import meeting_in_words

_NUMBER = re.compile(r"(\d{1,3})\.?[^\W\d]{0,3}")  # 3, 3rd, 3.
_DIGITS = re.compile(r"\d+")
_COLUMNS = ("label", "number", "city", "country_name", "date")
_MOST = 20_000  # meetings that are looked through


def meetings_by_words(read: Reader, text: str, limit: int = 20) -> list[Ref]:
    """Those whose number or date has the digits of a text, and that have all of its words.

    None without digits: names alone are found by the search, which knows no numbers and no dates.
    """
    digits = [each.lstrip("0") for each in _DIGITS.findall(text)]
    words = fold(text).split()
    if not digits:
        return []
    found = [
        row
        for row in read.rows(ListQuery("meeting", _COLUMNS), _MOST)
        if all(each in f"{row['number']} {row['date']}" for each in digits) and _has(row, words)
    ]
    found.sort(key=lambda row: str(row["number"]) != digits[0])
    return [Ref("meeting", str(row["id"])) for row in found[:limit]]


def meetings_numbered(read: Reader, text: str) -> list[Ref]:
    """Those that have the number that a text is: "3" or "3rd", of any series."""
    number = _NUMBER.fullmatch(text.strip())
    wanted = Compare("number", int(number[1])) if number else None
    rows = read.rows(ListQuery("meeting", (), wanted), _MOST) if wanted else []
    return [Ref("meeting", str(row["id"])) for row in rows]


def _has(row: Row, words: list[str]) -> bool:
    brief = meeting_in_words(row["number"], row["city"] or row["country_name"], row["date"])
    said = fold(f"{brief} {row['number']} {row['date']} {row['country_name'] or ''} {row['label']}").split()
    return all(any(each.startswith(word) for each in said) for word in words)
