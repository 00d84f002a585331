"""Words in the direction of their own letters, whatever the direction of the window around them."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # Hebrew, Arabic and their kin
_ISOLATED = "\u2068{}\u2069"  # the first strong letter inside says the direction, to nothing outside


def as_written(painter: QPainter, text: str) -> str:
    """The text for a painter: brackets, numbers and foreign words stay where a reader expects them."""
    is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if text and (is_mirrored or (not text.isascii() and _FROM_THE_RIGHT.search(text))):
        return _ISOLATED.format(text)
    return text


def reads_from_the_right(text: str) -> bool:
    """Whether any letters of a text are read from right to left."""
    return not text.isascii() and _FROM_THE_RIGHT.search(text) is not None
