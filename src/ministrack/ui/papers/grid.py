"""The columns of a table on paper: most cells are a few words on one line, and are measured as such."""

import math
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QFontMetricsF

from ministrack.reports.document import Column, Line, Table
from ministrack.ui.papers.look import Style
from ministrack.ui.papers.text import Text, plain_text

PAD = 35.0  # beside words
AIR = 18.0  # above and below them
_JOINED = "\u0590"  # letters before it stand one beside the other, each with a width of its own
_WIDEST = "W@%Mm"  # in ASCII
_LOOKED_AT = 60  # rows in which words are looked at that a column should have room for
_MOST = 0.18  # of the width of a table that a single word may ask for
_CLOSE = 0.98  # of the width there is: what comes nearer is measured as a whole


class _Widths(dict[str, float]):
    """The width of each letter, measured once."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        alone = letter < _JOINED
        width = self._metrics.horizontalAdvance(letter) if alone else math.inf
        self[letter] = width
        return width


class Grid:
    """The columns of a table: where each begins, and what fits into it."""

    def __init__(
        self, wide: Sequence[float], style: Style, centred: Sequence[bool] = (), pad: float = PAD
    ) -> None:
        self.pad = min(pad, sum(wide) / max(1, len(wide)) / 8)
        self.style = style
        self.width = sum(wide)
        self.centred = list(centred) or [False] * len(wide)
        # Whole numbers make a smaller file, sooner.
        self.lefts = [round(sum(wide[:place]) + self.pad) for place in range(len(wide))]
        self.widths = [each - 2 * self.pad for each in wide]
        self.line_height = style.line_height
        metrics = QFontMetricsF(style.font)
        self.baseline = round(AIR + style.ascent)
        self.row_height = self.line_height + 2 * AIR
        self._metrics = metrics
        self._letters = _Widths(metrics)
        self._limits = [width * _CLOSE for width in self.widths]
        self._measured: dict[str, float] = {}
        widest = max(map(self._letters.__getitem__, _WIDEST))
        self._surely = [int(limit / widest) for limit in self._limits]

    def cell(self, line: Line, place: int, notes: Mapping[str, int]) -> "str | Text":
        """Words for a column: as they are where they fit on one line, else set to its width."""
        text = plain_text(line)
        if text is not None and self._fits(text, place):
            return text
        return Text(line, self.style, self.widths[place], notes, centred=self.centred[place])

    def left_of(self, text: str, place: int) -> float:
        """Where words that fit begin."""
        left = self.lefts[place]
        return left + (self.widths[place] - self._width(text)) / 2 if self.centred[place] else left

    def _fits(self, text: str, place: int) -> bool:
        if len(text) <= self._surely[place] and text.isascii():
            return True
        if sum(map(self._letters.__getitem__, text)) <= self._limits[place]:
            return True
        return self._width(text) <= self.widths[place]

    def _width(self, text: str) -> float:
        width = self._measured.get(text)
        if width is None:
            width = self._measured[text] = self._metrics.horizontalAdvance(text)
        return width


def column_widths(table: Table, width: float, header: Style, cells: Style) -> list[float]:
    """How wide each column is: as its share says, and so that words are not torn where there is room."""
    most = width * _MOST
    least: list[float] = []
    for place, column in enumerate(table.columns):
        title = _longest(column.title)
        word = max((_longest(text) for text in _beginning(table, place)), key=len, default="")
        needed = max(_width(title, header), _width(word, cells)) + 2 * PAD
        least.append(min(needed, most))
    return shared_out(table.columns, width, least)


def shared_out(columns: Sequence[Column], width: float, least: Sequence[float]) -> list[float]:
    """The share of each column, and no less than its least where there is room for all of these."""
    if sum(least) > width:
        least = [0.0] * len(columns)
    shares = [float(max(1, column.share)) for column in columns]
    fixed: dict[int, float] = {}
    while True:
        free = {place: share for place, share in enumerate(shares) if place not in fixed}
        unit = (width - sum(fixed.values())) / (sum(free.values()) or 1)
        short = {place: least[place] for place, share in free.items() if share * unit < least[place]}
        if not short:
            return [fixed.get(place, share * unit) for place, share in enumerate(shares)]
        fixed |= short


def _beginning(table: Table, place: int) -> Iterator[str]:
    """The words of a column in the first rows."""
    for row in table.rows[:_LOOKED_AT]:
        if len(row.cells) == len(table.columns):
            yield " ".join(words.text for words in row.cells[place])


def _longest(text: str) -> str:
    return max(text.split(), key=len, default="")


def _width(text: str, style: Style) -> float:
    return QFontMetricsF(style.font).horizontalAdvance(text)
