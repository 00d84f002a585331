"""The columns of a table on paper: most cells are a few words on one line, and are measured as such."""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtGui import QFont, QFontMetricsF

from ministrack.reports.document import Column, Line
from ministrack.ui.papers.look import Style
from ministrack.ui.papers.text import Text, plain_text

_PAD = 35.0  # beside words
AIR = 18.0  # above and below them
_JOINED = "\u0590"  # letters before it stand one beside the other, each with a width of its own
_WIDEST = "W@%Mm"  # in ASCII
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

    def __init__(self, columns: Sequence[Column], width: float, style: Style, pad: float = _PAD) -> None:
        self.pad = min(pad, width / max(1, len(columns)) / 8)
        wide = shared_out(columns, width, _least(columns, 2 * self.pad, style))
        self.style = style
        self.width = width
        self.centred = [column.centred for column in columns]
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


def shared_out(columns: Sequence[Column], width: float, least: Sequence[float]) -> list[float]:
    """How wide each column is: its share, and no less than its least where there is room for all of these."""
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


def _least(columns: Sequence[Column], pads: float, style: Style) -> list[float]:
    """So that no word of a title is torn; titles are bold."""
    font = QFont(style.font)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    return [
        max((metrics.horizontalAdvance(word) for word in column.title.split()), default=0.0) + pads
        for column in columns
    ]
