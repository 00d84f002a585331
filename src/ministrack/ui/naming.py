"""How meetings and dates are named in few words, in every table, list, field and header."""

from collections.abc import Iterable

from ministrack.domain.dates import show
from ministrack.domain.isolating import isolated
from ministrack.domain.language import interface_language, ordinal, tr
from ministrack.domain.lists import Row, Value
from ministrack.edits.wording import meeting_in_words


def text(value: Value) -> str:
    """A value of a row as text; empty where it is not known."""
    return "" if value is None else str(value)


def day(value: Value) -> str:
    """A date of a row in words; empty where it is not known."""
    return show(str(value), interface_language()) if value else ""


def dotted(parts: Iterable[str]) -> str:
    """The parts that say something, with dots between them."""
    return " · ".join(isolated(part) for part in parts if part)


def meeting_columns(prefix: str) -> tuple[str, ...]:
    """The columns that the names below need, of a list whose rows point at a meeting."""
    return tuple(f"{prefix}_{name}" for name in ("name", "number", "city", "country_name", "date"))


def meeting_in_place(row: Row, prefix: str) -> str:
    """ "2nd meeting, Baku"; a meeting without a number goes by its name."""
    number, name = row[f"{prefix}_number"], text(row[f"{prefix}_name"])
    place = text(row[f"{prefix}_city"]) or text(row[f"{prefix}_country_name"])
    if not name:
        return ""
    if not isinstance(number, int):
        return tr("{meeting}, {place}", meeting=name, place=place) if place else name
    rank = ordinal(number)
    if not place:
        return tr("{ordinal} meeting", ordinal=rank)
    return tr("{ordinal} meeting, {place}", ordinal=rank, place=place)


def meeting_with_date(row: Row, prefix: str) -> str:
    """ "2nd · Baku · 20 Nov 2025"; a meeting without a number goes by its name."""
    place = row[f"{prefix}_city"] or row[f"{prefix}_country_name"]
    said = meeting_in_words(row[f"{prefix}_number"], place, row[f"{prefix}_date"])
    return said if row[f"{prefix}_number"] is not None else dotted((text(row[f"{prefix}_name"]), said))
