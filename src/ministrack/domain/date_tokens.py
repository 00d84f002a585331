"""A date written in words, taken apart into its parts and put together as EDTF, in any order of words.

Kinds of parts: year, number (1 or 2 digits), month, season (1 spring), half, quarter, ordinal, part (1 early,
2 mid, 3 late), decade, turn (-1 last, 0 this, 1 next), unit (1 year, 2 month, 3 week), day (days from today),
weekday (0 Monday) and noise.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from ministrack.domain.date_spans import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.values import dataclass

_PIECE = re.compile(
    r"(?P<decade>\d{3}0)(?:s|['’]?ler|['’]?lar|-ci ill[əe]r|-е годы)(?!\w)"
    r"|(?P<year>\d{4})(?!\d)(?:-?(?:ci|cu|cü|nci))?"
    r"|(?P<letter>[qh])(?P<after>\d)(?!\w)|(?P<before>\d)(?P<letter2>[qh])(?!\w)"
    r"|(?P<number>\d{1,2})(?!\d)(?:st|nd|rd|th|-?(?:ci|cu|cü|го|е|й|я|м))?(?!\w)"
    r"|['’]\w+|(?P<word>[^\W\d_]+)|(?P<space>[\s,./()-]+)"
)

Part = tuple[str, int]


def parts_of(text: str, vocabulary: Mapping[str, Part]) -> list[Part] | None:
    """The parts of a text in plain() letters, without noise; None where it holds anything else."""
    parts: list[Part] = []
    at = 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if not found:
            return None
        at = found.end()
        if word := found["word"]:
            if word not in vocabulary:
                return None
            parts.append(vocabulary[word])
        else:
            parts += _numbers(found)
    return _without_noise(parts)


def _numbers(found: re.Match[str]) -> list[Part]:
    for kind in ("decade", "year", "number"):
        if found[kind]:
            return [(kind, int(found[kind]))]
    if letter := found["letter"] or found["letter2"]:
        kind = "quarter" if letter == "q" else "half"
        return [(kind, 0), ("ordinal", int(found["after"] or found["before"]))]
    return []


def _without_noise(parts: list[Part]) -> list[Part]:
    """Drops noise, and units that follow no turn: the "year" of "the year 2026"."""
    has_turn = any(kind == "turn" for kind, _ in parts)
    return [part for part in parts if part[0] != "noise" and (part[0] != "unit" or has_turn)]


def edtf_of(parts: list[Part], today: date) -> str | None:
    """The EDTF text of the parts of one date, None where they make none.

    Raises InvalidValue where they name a day that does not exist or falls on another weekday.
    """
    weekdays = [number for kind, number in parts if kind == "weekday"]
    parts = _turned([part for part in parts if part[0] != "weekday"], today)
    rule = _RULES.get(" ".join(sorted(kind for kind, _ in parts)))
    if rule is None:
        return None
    edtf = rule(_Values(parts, today))
    if edtf is not None and weekdays:
        _check_weekday(edtf, weekdays)
    return edtf


def _turned(parts: list[Part], today: date) -> list[Part]:
    """Replaces "next year", "last month" and "this quarter" by the year, month and quarter they mean."""
    values = dict(parts)
    if "turn" not in values or ("unit" not in values and "quarter" not in values) or "ordinal" in values:
        return parts
    turn = values["turn"]
    rest = [part for part in parts if part[0] not in ("turn", "unit", "quarter")]
    if "quarter" in values:
        year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 + turn, 4)
        return [*rest, ("year", year), ("quarter", 0), ("ordinal", quarter + 1)]
    if values["unit"] == 1:
        return [*rest, ("year", today.year + turn)]
    if values["unit"] == 2:
        year, month = divmod(today.year * 12 + today.month - 1 + turn, 12)
        return [*rest, ("year", year), ("month", month + 1)]
    return parts


def _check_weekday(edtf: str, weekdays: list[int]) -> None:
    covered = span(edtf)
    if covered.first != covered.last or covered.first is None:
        return
    if any(date.fromisoformat(covered.first).weekday() != number for number in weekdays):
        raise InvalidValue(tr("That date is not on the day of the week that is written with it."))


@dataclass(frozen=True, slots=True)
class _Values:
    """The parts by kind; a kind that is there twice gives its numbers in order."""

    parts: list[Part]
    today: date

    def one(self, kind: str) -> int:
        return next(number for name, number in self.parts if name == kind)

    def all(self, kind: str) -> list[int]:
        return [number for name, number in self.parts if name == kind]

    @property
    def year(self) -> str:
        return f"{self.one('year'):04}"


def _month(values: _Values) -> str:
    return f"{values.year}-{values.one('month'):02}"


def _day(values: _Values) -> str:
    day = (values.all("number") + values.all("ordinal"))[0]
    return f"{_month(values)}-{day:02}"


def _season(values: _Values) -> str:
    return f"{values.year}-{20 + values.one('season')}"


def _winter(values: _Values) -> str | None:
    """Winter 2025/26 and 2025-2026: the one that begins in 2025."""
    first, second = (values.all("year") + values.all("number"))[:2]
    if values.one("season") != 4 or second not in (first + 1, (first + 1) % 100):
        return None
    return f"{first:04}-24"


def _half(values: _Values) -> str | None:
    which = (values.all("ordinal") + values.all("number"))[0]
    return f"{values.year}-{39 + which}" if which in (1, 2) else None


def _quarter(values: _Values) -> str | None:
    which = (values.all("ordinal") + values.all("number"))[0]
    return f"{values.year}-{32 + which}" if 1 <= which <= 4 else None


def _part_of_year(values: _Values) -> str:
    """Early and late are the halves, approximately; the middle is about the year: no month was named."""
    half = {1: "-40", 2: "", 3: "-41"}[values.one("part")]
    return f"{values.year}{half}~"


def _part_of_month(values: _Values) -> str:
    """Early May or the second half of May: EDTF has no such span, so the month, approximately."""
    return f"{_month(values)}~"


def _decade(values: _Values) -> str:
    return f"{values.one('decade') // 10:03}X"


def _relative_day(values: _Values) -> str:
    return (values.today + timedelta(days=values.one("day"))).isoformat()


def _week(values: _Values) -> str | None:
    if values.one("unit") != 3:
        return None
    monday = values.today + timedelta(days=7 * values.one("turn") - values.today.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


# By the kinds that are there, in alphabetical order.
_RULES: Mapping[str, Callable[[_Values], str | None]] = {
    "year": lambda values: values.year,
    "month year": _month,
    "month number year": _day,
    "month ordinal year": _day,
    "season year": _season,
    "number season year": _winter,
    "season year year": _winter,
    "half ordinal year": _half,
    "half number year": _half,
    "ordinal quarter year": _quarter,
    "number quarter year": _quarter,
    "part year": _part_of_year,
    "month part year": _part_of_month,
    "half month ordinal year": _part_of_month,
    "part season year": lambda values: f"{_season(values)}~",
    "decade": _decade,
    "decade part": lambda values: f"{_decade(values)}~",
    "day": _relative_day,
    "turn unit": _week,
}
