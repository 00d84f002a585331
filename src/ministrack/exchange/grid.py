"""Tables as spreadsheets copy and paste them: text with tabs, and HTML. No cell ever becomes a formula."""

from collections.abc import Iterator, Sequence
from io import StringIO

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr

Grid = list[list[str]]

MOST_LINES, MOST_CELLS = 5000, 200
"""What can be pasted at once: lines, and cells of one line."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(cell: str) -> str:
    """A cell that a spreadsheet takes for text, whatever it begins with."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def taken_back(cell: str) -> str:
    """What as_text() was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def text_of(grid: Sequence[Sequence[str]]) -> str:
    """Lines of cells with tabs between them."""
    return "".join("\t".join(as_text(" ".join(cell.split())) for cell in line) + "\n" for line in grid)


def html_of(grid: Sequence[Sequence[str]]) -> str:
    """The same as an HTML table; its first line holds the headers."""
    # delayed: start-up time
    from html import escape

    lines = []
    for number, line in enumerate(grid):
        tag = "td" if number else "th"
        cells = "".join(f"<{tag}>{escape(as_text(' '.join(cell.split())))}</{tag}>" for cell in line)
        lines.append(f"<tr>{cells}</tr>")
    return f'<meta charset="utf-8"><table>{"".join(lines)}</table>'


def read_text(text: str) -> Grid:
    """The cells of a copied text: tabs between them, or else semicolons or commas; lines without any are
    left out, and shorter ones filled up. A cell in quotes may hold tabs and line ends.

    Raises InvalidValue where it is more than MOST_LINES or MOST_CELLS.
    """
    text = text.removeprefix("\ufeff").replace("\x00", "")
    lines = [[_clean(cell) for cell in line] for line in _lines(text, _separator(text))]
    lines = [line for line in lines if any(line)]
    width = max((len(line) for line in lines), default=0)
    if len(lines) > MOST_LINES or width > MOST_CELLS:
        raise InvalidValue(
            tr("{n} lines of up to {m} cells are too many to paste at once.", n=len(lines), m=width),
            safe=tr("Nothing was changed."),
            todo=tr("Copy at most {n} lines of {m} cells.", n=MOST_LINES, m=MOST_CELLS),
        )
    return [line + [""] * (width - len(line)) for line in lines]


def _separator(text: str) -> str:
    """Tabs, where there are any; else the sign that every line has equally often."""
    if "\t" in text:
        return "\t"
    lines = [line for line in text.splitlines() if line.strip()]
    for sign in (";", ","):
        counts = {line.count(sign) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0}:
            return sign
    return "\t"


def _clean(cell: str) -> str:
    return taken_back(" ".join(cell.split())) if "\n" not in cell else taken_back(cell.strip())


def _lines(text: str, separator: str) -> Iterator[list[str]]:
    # delayed: start-up time
    import csv

    # A quote that nothing closes would swallow all that follows: then quotes are letters like any other.
    lines = StringIO(text, newline="")
    limit = csv.field_size_limit(max(len(text), 1))
    try:
        if _quotes_close(text, separator):
            yield from csv.reader(lines, delimiter=separator)
        else:
            yield from csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
    finally:
        csv.field_size_limit(limit)


def _quotes_close(text: str, separator: str) -> bool:
    """Whether every quote that opens a cell is closed at the end of one."""
    inside = False
    for line in text.splitlines():
        for cell in line.split(separator):
            opens = not inside and cell.startswith('"')
            inside = inside or opens
            rest = cell[1:] if opens else cell
            if inside and (len(rest) - len(rest.rstrip('"'))) % 2:
                inside = False
    return not inside
