"""Which lines of a table are its header: one line, or two of which the upper one groups columns."""

from collections.abc import Sequence

from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.exchange.choices import Choices
from ministrack.exchange.tables import layouts
from ministrack.exchange.tables.contents import Line, TableFile
from ministrack.exchange.tables.fields import KINDS, file_targets
from ministrack.exchange.tables.header_words import fit

_LOOKED_AT = 15  # lines among which the header is looked for
_ENOUGH = 0.5  # of the cells of a header that are known


@dataclass(frozen=True, slots=True)
class Heading:
    """The headers of a table. `first` is the place of their first line, `after` that of the line below."""

    headers: Sequence[str]
    first: int
    after: int


def heading_of(file: TableFile, choices: Choices) -> Heading | None:
    """The headers, as chosen or found; None where there are none."""
    if choices.has_header is False or not file.lines:
        return None
    marks = [_known_share(line, choices.table) for line in file.lines[:_LOOKED_AT]]
    place = _place(file, choices, marks)
    if place is None:
        return None
    known = [mark >= _ENOUGH for mark in marks] + [False]
    for upper in (place - 1, place):
        if upper >= 0 and known[upper] and known[upper + 1]:
            both = _grouped(file.lines[upper], file.lines[upper + 1])
            if both is not None:
                return Heading(_named(both, file.width), upper, upper + 2)
    return Heading(_named(file.lines[place].cells, file.width), place, place + 1)


def unnamed(width: int) -> Sequence[str]:
    """Headers for a table without any."""
    return _named((), width)


def _grouped(upper: Line, lower: Line) -> Sequence[str] | None:
    """The headers of two lines: "Head of delegation" over "Name" and "Position" beside "Country"."""
    width = max(len(upper.cells), len(lower.cells))
    above, below = ([*line.cells, *[""] * (width - len(line.cells))] for line in (upper, lower))
    pairs = list(zip(above, below, strict=True))
    parts = any(said and not group for group, said in pairs)
    alone = any(group and said in ("", group) for group, said in pairs)
    follows = lower.number == upper.number + 1
    return [said or group for group, said in pairs] if parts and alone and follows else None


def _named(cells: Sequence[str], width: int) -> list[str]:
    """A name for each column that no other has."""
    names: list[str] = []
    for number in range(width):
        said = " ".join(cells[number].split()) if number < len(cells) else ""
        name = said or tr("Column {n}", n=number + 1)
        count = 1
        while name in names:
            count += 1
            name = f"{said or tr('Column {n}', n=number + 1)} ({count})"
        names.append(name)
    return names


def _place(file: TableFile, choices: Choices, marks: Sequence[float]) -> int | None:
    """Which line is the header, counted from 0; None where there is none."""
    best = max(marks)
    if best >= _ENOUGH:
        return marks.index(best)
    if choices.has_header or any(
        set(_named(line.cells, len(line.cells))) & set(choices.columns) for line in file.lines[:1]
    ):
        return 0
    layout = _named(file.lines[0].cells, file.width)
    if layouts.remembered(layout) is not None or best > 0 or _reads_like_header(file):
        return 0
    return None


def _known_share(line: Line, table: str) -> float:
    said = [cell for cell in line.cells if cell]
    if not said or (len(said) == 1 and len(line.cells) > 1):
        return 0.0
    tables = (table,) if table else KINDS
    plain = without_prefix(said)
    shares = [sum(any(fit(each, cell) for each in file_targets(name)) for cell in plain) for name in tables]
    return max(shares) / len(said)


def _reads_like_header(file: TableFile) -> bool:
    """Short words that are all different, above lines with numbers."""
    first = [cell for cell in file.lines[0].cells if cell]
    if len(file.lines) < 2 or len(set(first)) < len(first) or len(first) < file.width:
        return False
    if any(any(letter.isdigit() for letter in cell) or len(cell) > 40 for cell in first):
        return False
    below = [cell for line in file.lines[1:_LOOKED_AT] for cell in line.cells]
    return any(any(letter.isdigit() for letter in cell) for cell in below)


def without_prefix(headers: Sequence[str]) -> list[str]:
    """Headers such as mep_name, mep_country without what all of them begin with."""
    begins = {header.partition("_")[0] for header in headers if "_" in header}
    if len(headers) > 2 and len(begins) == 1:
        prefix = f"{begins.pop()}_"
        return [header.removeprefix(prefix) for header in headers]
    return list(headers)
