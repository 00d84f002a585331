"""Lists of countries as registers and statistical offices give them out: known by what stands in them."""

from collections.abc import Sequence

from ministrack.domain.countries import code_of_name
from ministrack.domain.fields import FieldKind
from ministrack.exchange.columns import is_date
from ministrack.exchange.tables.contents import Line
from ministrack.exchange.targets import Target

_LOOKED_AT = 30  # lines
_FEWEST = 3  # countries that make a list
_ENOUGH = 0.6  # of the cells of a column; some countries go by names that nobody knows
_LONGEST_CODE = 3
_WIDEST = 60  # columns


def country_columns(body: Sequence[Line]) -> tuple[int | None, int | None]:
    """The columns of names and of codes of countries, each None where there is none."""
    width = min(max((len(line.cells) for line in body[:_LOOKED_AT]), default=0), _WIDEST)
    names = (
        place for place in range(width) if holds_countries(body, place) and not _holds_codes(body, place)
    )
    codes = (place for place in range(width) if _holds_codes(body, place) and holds_countries(body, place))
    return next(names, None), next(codes, None)


def holds_countries(body: Sequence[Line], place: int) -> bool:
    """Whether a column names countries, a different one in each line."""
    cells = _cells(body, place)
    if len(set(cells)) < max(_FEWEST, len(cells) * _ENOUGH):
        return False
    if not any(letter.isalpha() for letter in "".join(cells)):
        return False
    return sum(code_of_name(cell) is not None for cell in cells) >= len(cells) * _ENOUGH


def may_hold(target: Target, samples: Sequence[str]) -> bool:
    """Whether a field may be meant by a word of several meanings: kraj is a country, a place and the end."""
    if not samples:
        return True
    if target.spec.kind is FieldKind.DATE:
        return any(map(is_date, samples))
    if target.spec.refers == "party":
        return any(code_of_name(cell) is not None for cell in samples)
    return target.spec.kind is not FieldKind.TEXT or not all(map(is_date, samples))


def _holds_codes(body: Sequence[Line], place: int) -> bool:
    cells = _cells(body, place)
    return bool(cells) and all(len(cell) <= _LONGEST_CODE and cell.isascii() for cell in cells)


def _cells(body: Sequence[Line], place: int) -> list[str]:
    return [line.cells[place] for line in body[:_LOOKED_AT] if place < len(line.cells) and line.cells[place]]
