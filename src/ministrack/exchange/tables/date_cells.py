"""Dates in the columns of a file: which number is the day, which language the months are in.

What one cell leaves open the other lines decide; where they do not, that is said and not hidden.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ministrack.domain.dates import show, understand
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind
from ministrack.domain.language import interface_language, tr
from ministrack.domain.values import dataclass
from ministrack.exchange.tables.contents import Line
from ministrack.exchange.targets import Target
from ministrack.exchange.worded_dates import languages_of, worded_date

DAY_FIRST, MONTH_FIRST = "day", "month"
_MIXED = "mixed"
_TIMED = re.compile(
    r"(.*[^\W_][.年月日]?)[ T,]+(\d{1,2}):(\d\d)(:\d\d(?:\.\d+)?)?(?: ?([AP])\.?M\.?)?(Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?![\d/])\.?")
_LETTER = re.compile(r"[^\W\d_]")
_ISO = re.compile(r"\d{4}-\d\d-(\d\d)")
_MONTHS = 12
_TABLES = ("tr", "az", "ru")  # whose words domain/dates.py knows, with seasons and the like
_AHEAD = 20  # years that two digits may lie in the future
_ENOUGH = 3  # dates that tell by standing in a row


@dataclass(frozen=True, slots=True)
class _Column:
    """What all cells of a column tell together; `example` is one that may be two days."""

    order: str = DAY_FIRST
    is_told: bool = True
    example: re.Match[str] | None = None
    languages: frozenset[str] = frozenset()
    short_years: bool = True


class DateCells:
    """Reads the dates of one file; `order` is what a person decided, "" for what the lines tell.

    `is_open`: some of them may be one of two days, so that deciding makes a difference.
    """

    def __init__(self, columns: Sequence[Target | None], lines: Sequence[Line], order: str = "") -> None:
        self._columns: dict[str, _Column] = {}
        self.notes: tuple[str, ...] = ()
        found = {
            target.key: _texts(lines, place)
            for place, target in enumerate(columns)
            if target is not None and target.spec.kind is FieldKind.DATE
        }
        orders = {key: order or _order(cells) for key, cells in found.items()}
        told = {each for each in orders.values() if each}
        others = told.pop() if len(told) == 1 else ""
        for key, cells in found.items():
            chosen = orders[key] or (others if others != _MIXED else "") or _by_rows(cells)
            self._columns[key] = _column(cells, chosen)
        self.is_open = any(each.example for each in self._columns.values())
        self._tell(found)

    def _tell(self, found: Mapping[str, Sequence[str]]) -> None:
        notes = [
            tr("{text} is read as {date}, the day first: no line tells.", text=each.example[0], date=day)
            for each in self._columns.values()
            if each.example
            and not each.is_told
            and (day := show(_in_order(each.example, each), interface_language()))
        ]
        notes += filter(None, map(_half_turned, found.values()))
        for key, cells in found.items():
            short = [each for each in _numbers(cells) if len(each[4]) == 2 and each[2] != "-"]
            if short and self._columns[key].short_years:
                year = _full_year(short[0][4])
                notes.append(tr("The year of {text} is read as {year}.", text=short[0][0], year=year))
        self.notes = tuple(dict.fromkeys(notes))

    def read(self, key: str, text: str, understood: Callable[[str], bool]) -> str:
        """The date as it is understood everywhere; the text itself where it is understood as it stands.

        Raises InvalidValue where it may be one of two days.
        """
        timed = _TIMED.fullmatch(text)
        text = timed[1] if timed else text
        column = self._columns.get(key, _Column())
        text = _NUMERIC.sub(lambda parts: _in_order(parts, column), text)
        found = worded_date(text, column.languages) if _LETTER.search(text) else ""
        if found or understood(text):
            return found or text
        return _in_tables(text) or text


def clock_of(text: str) -> str:
    """The time of day behind a date: 14:30; "" for none and for midnight, with which a day begins."""
    timed = _TIMED.fullmatch(text)
    if timed is None:
        return ""
    hour, minute = int(timed[2]), timed[3]
    half = (timed[5] or "").upper()
    if half and 1 <= hour <= _MONTHS:
        hour = hour % _MONTHS + (_MONTHS if half == "P" else 0)
    if hour > 23 or (hour == 0 and minute == "00" and not half):
        return ""
    zone = {"Z": "UTC"}.get((timed[6] or "").upper(), timed[6] or "")
    return f"{hour:02}:{minute} {zone}".rstrip()


def _texts(lines: Sequence[Line], place: int) -> list[str]:
    """What stands in a column, each text once, in the order of the lines."""
    return list(
        dict.fromkeys(cell for line in lines if place < len(line.cells) and (cell := line.cells[place]))
    )


def _half_turned(cells: Sequence[str]) -> str:
    """A warning where a spreadsheet with other habits has read a list of days.

    12/03/2025 became a day in December there, while 20/03/2025, which is none for it, stayed a text.
    """
    days = [parts for cell in cells if (parts := _ISO.match(cell))]
    texts = _numbers(cells)
    turned = len(days) >= _ENOUGH and all(int(parts[1]) <= _MONTHS for parts in days)
    if not turned or not texts or not all(int(parts[1]) > _MONTHS >= int(parts[3]) for parts in texts):
        return ""
    return tr(
        "{text} is text and {date} a date: a spreadsheet may have exchanged days and months. Please compare.",
        text=texts[0][0],
        date=show(days[0][0], interface_language()),
    )


def _column(cells: Sequence[str], order: str) -> _Column:
    numbers = _numbers(cells)
    example = next((parts for parts in numbers if parts[2] != "." and _is_open(parts)), None)
    known = [found for cell in cells if _LETTER.search(cell) and (found := languages_of(cell))]
    shared = frozenset.intersection(*known) if known else frozenset[str]()
    return _Column(order or DAY_FIRST, bool(order), example, shared, _ends_in_years(numbers))


def _order(cells: Sequence[str]) -> str:
    """Which number is the day, as far as one above twelve tells."""
    numbers = _numbers(cells)
    days = any(int(parts[1]) > _MONTHS for parts in numbers)
    months = any(int(parts[3]) > _MONTHS for parts in numbers)
    if days and months:
        return _MIXED
    return DAY_FIRST if days else MONTH_FIRST if months else ""


def _by_rows(cells: Sequence[str]) -> str:
    """Which number is the day where the lines stand in the order of time if read one way only."""
    numbers = _numbers(cells)
    if len({parts[0] for parts in numbers}) < _ENOUGH or any(parts[2] == "." for parts in numbers):
        return ""
    days = [(parts[4], int(parts[3]), int(parts[1])) for parts in numbers]
    months = [(parts[4], int(parts[1]), int(parts[3])) for parts in numbers]
    in_days, in_months = days == sorted(days), months == sorted(months)
    if in_days == in_months:
        return ""
    return DAY_FIRST if in_days else MONTH_FIRST


def _numbers(cells: Sequence[str]) -> list[re.Match[str]]:
    return [parts for cell in cells for parts in _NUMERIC.finditer(cell)]


def _in_order(parts: re.Match[str], column: _Column) -> str:
    """A date of three numbers as ISO 8601; as it stands where the year is not clear."""
    if len(parts[4]) == 2 and (parts[2] == "-" or not column.short_years):
        return parts[0]
    day, month = int(parts[1]), int(parts[3])
    if column.order == _MIXED and _is_open(parts):
        raise InvalidValue(
            tr(
                "“{text}” may be one of two days: other lines have the day first, or the month.",
                text=parts[0],
            )
        )
    if month > _MONTHS or (column.order == MONTH_FIRST and day <= _MONTHS):
        day, month = month, day
    return f"{_full_year(parts[4])}-{month:02}-{day:02}"


def _is_open(parts: re.Match[str]) -> bool:
    """Whether either number may be the day, and it makes a difference."""
    return parts[1] != parts[3] and max(int(parts[1]), int(parts[3])) <= _MONTHS


def _ends_in_years(numbers: Sequence[re.Match[str]]) -> bool:
    """Whether years stand last where they have two digits: days differ more from line to line."""
    short = [parts for parts in numbers if len(parts[4]) == 2]
    return len({parts[4] for parts in short}) <= max(len({parts[1] for parts in short}), 1)


def _full_year(digits: str) -> str:
    if len(digits) > 2:
        return digits
    this = date.today().year
    year = this // 100 * 100 + int(digits)
    return str(year if year <= this + _AHEAD else year - 100)


def _in_tables(text: str) -> str:
    if not _LETTER.search(text):
        return ""
    for language in _TABLES:
        try:
            return understand(text, date.today(), language)
        except InvalidValue:
            continue
    return ""
