"""Breaks text into a few lines for places that paint it; the last one is shortened where there is more."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def broken(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """At most `most` lines of `width` pixels; a word that is longer than a line is broken as well."""
    starts = _starts(text, font, width, most, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if len(starts) <= most:
        return tuple(text[start:end].strip() for start, end in pairwise((*starts, len(text))))
    lines = [text[start:end].strip() for start, end in pairwise(starts[:most])]
    return (*lines, _shortened(text[starts[most - 1] :].strip(), font, width))


def within_lines(text: str, font: QFont, width: float, most: int) -> str:
    """The same as one text, for labels and painters that wrap it themselves, between words only."""
    starts = _starts(text, font, width, most, QTextOption.WrapMode.WordWrap)
    if len(starts) <= most:
        return text
    last = starts[most - 1]
    return text[:last] + _shortened(text[last:], font, width)


def _starts(text: str, font: QFont, width: float, most: int, mode: QTextOption.WrapMode) -> list[int]:
    """Where lines begin, with that of one more line where there are more than `most`."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(mode)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while text and len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    return starts


def _shortened(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
