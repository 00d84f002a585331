"""Words on a few lines: what does not fit ends in an ellipsis."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def within_lines(text: str, font: QFont, width: float, lines: int) -> str:
    """The words that fit on so many lines of this width, wrapped between words."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= lines:
        return text
    last = starts[lines - 1]
    return text[:last] + QFontMetricsF(font).elidedText(text[last:], Qt.TextElideMode.ElideRight, width)
