"""Which column holds which field: by its header, or else by what its cells look like."""

from collections.abc import Callable, Sequence
from datetime import date

from ministrack.domain.dates import understand
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind
from ministrack.domain.language import interface_language
from ministrack.domain.party import Party
from ministrack.domain.titles import level_of_title
from ministrack.domain.values import dataclass
from ministrack.exchange.grid import Grid
from ministrack.exchange.targets import Target
from ministrack.exchange.values import CellReader, Given
from ministrack.exchange.worded_dates import languages_of
from ministrack.store.reader import Reader

_LOOKED_AT = 40  # lines
_ENOUGH = 0.5  # of the cells that say something


@dataclass(frozen=True, slots=True)
class Mapped:
    """The target of each column, None for one that is left out; and the lines without their headers."""

    columns: tuple[Target | None, ...]
    lines: Grid


def mapped(read: Reader, grid: Grid, targets: Sequence[Target]) -> Mapped:
    """A table as it was copied, with the fields that its columns seem to hold."""
    if not grid:
        return Mapped((), [])
    named = _by_header(grid[0], targets)
    said = sum(bool(cell) for cell in grid[0])
    found = sum(target is not None for target in named)
    if found and found >= said * _ENOUGH and len(grid) > 1:
        return Mapped(named, grid[1:])
    return Mapped(by_content(CellReader(read), grid, targets), grid)


def _by_header(headers: Sequence[str], targets: Sequence[Target]) -> tuple[Target | None, ...]:
    free = list(targets)
    found: list[Target | None] = []
    for header in headers:
        target = next((each for each in free if each.is_called(header)), None)
        if target is not None:
            free.remove(target)
        found.append(target)
    return tuple(found)


def by_content(
    cells: CellReader, grid: Grid, targets: Sequence[Target], *, plain: bool = True
) -> tuple[Target | None, ...]:
    """Each field takes the column that looks most like it; with `plain`, what is left is text, in order."""
    columns = [[line[place] for line in grid[:_LOOKED_AT] if line[place]] for place in range(len(grid[0]))]
    found: list[Target | None] = [None] * len(columns)
    words = [target for target in targets if target.spec.kind is FieldKind.TEXT or _is_person(target)]
    telling = [target for target in targets if target not in words or _is_title(target)]
    for target in sorted(telling, key=_is_title):
        looks = _looks_like(cells, target)
        free = [place for place, taken in enumerate(found) if taken is None and columns[place]]
        marks = [(sum(map(looks, columns[place])) / len(columns[place]), -place) for place in free]
        best = max(marks, default=(0.0, 0))
        if best[0] >= _ENOUGH or (_is_title(target) and best[0] > 0):
            found[-best[1]] = target
    left = [target for target in words if target not in found] if plain else []
    for place, taken in enumerate(found):
        if taken is None and columns[place] and left:
            found[place] = left.pop(0)
    return tuple(found)


def _looks_like(cells: CellReader, target: Target) -> Callable[[str], bool]:
    if _is_title(target):
        return lambda text: level_of_title(text, cells.levels) is not None
    if target.spec.refers == "level":
        return lambda text: cells.level_called(text) is not None  # titles mean a level too
    if target.spec.kind is FieldKind.DATE:
        return is_date
    if target.spec.kind is FieldKind.INTEGER:
        return _is_small_number
    if target.spec.kind is FieldKind.LONG_TEXT:
        return lambda _: False

    def is_understood(text: str) -> bool:
        try:
            made = cells.meaning(target.spec, Given(text)).made
        except InvalidValue:
            return False
        return made is None or (isinstance(made, Party) and made.code is not None)  # any words make a person

    return is_understood


def is_date(text: str) -> bool:
    """Whether a text is a date in some language. A number alone may be anything."""
    if not any(letter.isdigit() for letter in text) or (text.isdigit() and len(text) != 4):
        return False
    try:
        return bool(understand(text, date.today(), interface_language()))
    except InvalidValue:
        return bool(languages_of(text))


def _is_small_number(text: str) -> bool:
    """Larger ones are years."""
    return text.isdecimal() and int(text) < 1000


def _is_title(target: Target) -> bool:
    return target.key == "delegate.title"


def _is_person(target: Target) -> bool:
    return target.key == "delegate.person"
