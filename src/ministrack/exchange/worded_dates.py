"""Dates as files write them, with months named in one of the languages of Europe and the Turkic countries.

The words of a date are put into English, which domain/dates.py reads; resources/tables/dates.json holds them
by language. Some months are called alike: listopad is October in Croatian and November in Czech.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache

from ministrack.domain.date_tables import words_of
from ministrack.domain.dates import understand
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.paths import resource

_WORD = re.compile(r"[^\W\d_]+")
_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d\d?)\s?[月월]\s?(\d\d?)\s?[日일]")
_POINT = re.compile(r"(?<=\d)\.(?![\s]?\d)")  # behind a day or year; not within 20.11.2025
_APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼʻ`´", " "))
_BESIDE = ""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text: what it says in English, by language; no language for what is no word."""

    text: str
    english: Mapping[str, str]


def languages_of(text: str) -> frozenset[str]:
    """The languages in which all words of a text may be those of a date."""
    known = [frozenset(piece.english) for piece in _pieces(text) if piece.english or piece.text.isalpha()]
    return frozenset.intersection(*known) if known else frozenset()


def worded_date(text: str, languages: Collection[str] = ()) -> str:
    """EDTF text for a date in words of one of these languages, or of any; "" where it is none.

    Raises InvalidValue where the languages that are left disagree, or the day does not exist.
    """
    east = _EAST.fullmatch(text)
    if east:
        return understand(f"{east[1]}-{int(east[2]):02}-{int(east[3]):02}", date.today())
    able = languages_of(text)
    able = able & frozenset(languages) or able
    said = {_in_english(text, language) for language in able}
    refused: InvalidValue | None = None
    found: set[str] = set()
    for words in said:
        try:
            found.add(understand(words, date.today()))
        except InvalidValue as error:
            refused = error
    if len(found) > 1:
        raise InvalidValue(tr("“{text}” is another month in another language.", text=text))
    if not found and refused is not None and "understood" not in refused.what:
        raise refused
    return next(iter(found), "")


def _in_english(text: str, language: str) -> str:
    words = " ".join("".join(piece.english.get(language, piece.text) for piece in _pieces(text)).split())
    return _POINT.sub("", words).strip(" ,.;-")


def _pieces(text: str) -> Iterator[_Piece]:
    """The words, two at once where these are one, and what stands between them."""
    text = _plain(text)
    words = list(_WORD.finditer(text))
    at = place = 0
    while place < len(words):
        first, last = words[place], words[min(place + 1, len(words) - 1)]
        both = f"{first[0]} {last[0]}"
        if last is first or both not in _words() or text[first.end() : last.start()].strip(" -"):
            last, both = first, first[0]
        yield _Piece(text[at : first.start()], {})
        yield _Piece(both, _words().get(both, {}))
        at, place = last.end(), place + (1 if last is first else 2)
    yield _Piece(text[at:], {})


def _plain(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("ı", "i")


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    """What words say in English, by language."""
    # delayed: start-up time
    import json

    found = json.loads(resource("tables", "dates.json").read_text(encoding="utf-8"))
    words: dict[str, dict[str, str]] = {}
    months = words_of("en").months_long
    for language, said in found.items():
        groups = [*zip(months, said["months"], strict=True), *zip(_DAYS, said["days"], strict=True)]
        groups += [("from", said["from"]), ("to", said["to"]), (_BESIDE, said["beside"])]
        for english, spelled in groups:
            for word in spelled:
                key = " ".join(_WORD.findall(_plain(word)))
                words.setdefault(key, {}).setdefault(language, english)
    return words
