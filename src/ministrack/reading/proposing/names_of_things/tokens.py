"""The words and signs of a sentence, with their places."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from ministrack.domain.values import dataclass
from ministrack.reading.mention import Mention

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[\-‑–]\w+)*"  # U.S.-Philippines
    r"|\w+(?:['’/&+\-‑–]\w+)*(?:(?<=s)['’](?!\w))?"  # Leaders’, Blue/Ocean-based
    r"|[^\w\s]"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[\-‑–/](?:(?:19|20)\d\d|\d\d))?")
_NUMERAL = re.compile(r"\d[\d/\-.]*|[IVXL]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign, `start` to `stop` in the report's text."""

    start: int
    stop: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a sign."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are: "Treaty", "G20", "11th"."""
        first = self.text[0]
        return first.isupper() or (first.isdigit() and self.text[-1].isalpha())

    @property
    def is_year(self) -> bool:
        """A year or years: 2026, 2025–2027."""
        return _YEAR.fullmatch(self.text) is not None

    @property
    def is_numeral(self) -> bool:
        """A number in either figures: 2593, IV."""
        return _NUMERAL.fullmatch(self.text) is not None


def tokens_of(text: str, start: int, stop: int) -> list[Token]:
    """The words and signs from `start` to `stop`."""
    return [
        Token(found.start(), found.end(), found.group(), found.group().casefold())
        for found in _TOKEN.finditer(text, start, stop)
    ]


class Spans:
    """Stretches of a text, to ask whether a place lies in one of them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        ordered = sorted((each.start, each.stop) for each in mentions)
        self._starts = [start for start, _ in ordered]
        self._stops = [stop for _, stop in ordered]

    def covers(self, place: int) -> bool:
        """Whether one of them holds this place."""
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._stops[index]
