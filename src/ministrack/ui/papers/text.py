"""Words on paper: wrapped to a width in any script, each line to be drawn by itself."""

from collections.abc import Mapping, Sequence
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ministrack.reports.document import Line, Tone, Words
from ministrack.reports.render.characters import reads_rtl
from ministrack.ui.papers.look import SOFT, Style

_NO_NOTES: Mapping[str, int] = {}
_BREAK = "\u2028"  # a line break inside of a paragraph, for Qt


class Text:
    """A line of words, set to a width. `count` is how many lines it takes."""

    __slots__ = ("_ascent", "_layout", "count", "line_height", "text")

    def __init__(
        self,
        words: Line,
        style: Style,
        width: float,
        notes: Mapping[str, int] = _NO_NOTES,
        *,
        centred: bool = False,
    ) -> None:
        self.text, formats = _runs(words, notes)
        self.line_height = style.line_height
        self._ascent = style.ascent
        self._layout = layout = QTextLayout(self.text, style.font)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else _LEFT)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(_RTL if reads_rtl(self.text, page=False) else _LTR)
        layout.setTextOption(option)
        layout.setFormats(_coloured(formats, style, len(self.text)))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
        layout.endLayout()
        self.count = layout.lineCount()

    def draw(self, painter: QPainter, number: int, left: float, top: float) -> None:
        """Draws one of its lines; those of all scripts stand on the same height."""
        line = self._layout.lineAt(number)
        line.draw(painter, QPointF(left, top + self._ascent - line.ascent()))

    def line_text(self, number: int) -> str:
        """The words of one of its lines."""
        line = self._layout.lineAt(number)
        # Qt counts in UTF-16, where some letters are two.
        units = self.text.encode("utf-16-le")
        start = 2 * line.textStart()
        return units[start : start + 2 * line.textLength()].decode("utf-16-le", "replace").strip()


_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def plain_text(words: Line) -> str | None:
    """The text of a line that is nothing but ordinary words on one line; None for any other."""
    if not words:
        return ""
    if len(words) > 1:
        return None
    only = words[0]
    if only.tone is not Tone.PLAIN or only.note or "\n" in only.text:
        return None
    return only.text


def _runs(
    words: Sequence[Words], notes: Mapping[str, int]
) -> tuple[str, list[tuple[int, int, QTextCharFormat]]]:
    """The text with the numbers of its notes, and which parts of it look otherwise."""
    parts: list[str] = []
    formats: list[tuple[int, int, QTextCharFormat]] = []
    place = 0

    def add(text: str, look: QTextCharFormat | None) -> None:
        nonlocal place
        length = len(text.encode("utf-16-le")) // 2
        if look is not None and length:
            formats.append((place, length, look))
        parts.append(text)
        place += length

    for run in words:
        add(run.text.replace("\r\n", "\n").replace("\n", _BREAK), _toned(run.tone))
        if run.note in notes:
            add(f"\u202f{notes[run.note]}", _raised())
    return "".join(parts), formats


@cache
def _toned(tone: Tone) -> QTextCharFormat | None:
    if tone is Tone.PLAIN:
        return None
    look = QTextCharFormat()
    if tone is Tone.STRONG:
        look.setFontWeight(QFont.Weight.Bold)
    else:
        look.setForeground(SOFT)
        look.setFontItalic(tone is Tone.UNKNOWN)
    return look


@cache
def _raised() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    look.setForeground(SOFT)
    return look


def _coloured(
    formats: Sequence[tuple[int, int, QTextCharFormat]], style: Style, length: int
) -> list[QTextLayout.FormatRange]:
    """The formats, after one that gives all of it the colour of its style."""
    found: list[QTextLayout.FormatRange] = []
    for start, count, look in ((0, 2 * length, style.look), *formats):
        each = QTextLayout.FormatRange()
        each.start, each.length, each.format = start, count, look
        found.append(each)
    return found
