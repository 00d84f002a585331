"""The few sizes that everything shares, in device-independent pixels, and fonts derived from the system's."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QWidget

SPACE = 4  # every gap and margin is a multiple of it
ROW_HEIGHT = 36  # a row of a table
ICON_SIZE = 16
FLAG_SIZE = 16
RADIUS = 6  # buttons and fields
MARGIN = 4 * SPACE  # from the edge of a pane to what it holds
DIALOG_MARGINS = QMargins(5 * SPACE, MARGIN, 5 * SPACE, MARGIN)
"""From the edges of every dialog to what it holds."""

_BODY_PIXELS = 13


def body_font(system: QFont) -> QFont:
    """The body font: the system's own, made larger only where it is below 13 px. Never smaller."""
    font = QFont(system)
    info = QFontInfo(system)
    pixels = info.pixelSize()
    if 0 < pixels < _BODY_PIXELS:
        # In points, not pixels, so that the system's scaling still reaches it.
        font.setPointSizeF(info.pointSizeF() * _BODY_PIXELS / pixels)
    return font


def scaled_font(body: QFont, ratio: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The body font `ratio` times as large, for headings and small print that follow the system's size."""
    font = QFont(body)
    font.setPointSizeF(QFontInfo(body).pointSizeF() * ratio)
    font.setWeight(weight)
    return font


def grown(pixels: int, font: QFont) -> int:
    """A length that holds words: `pixels` with the usual font, and more with a larger one."""
    return round(pixels * max(1.0, QFontInfo(font).pixelSize() / _BODY_PIXELS))


def flag_side(font: QFont) -> int:
    """The side of a flag beside words in this font."""
    return grown(FLAG_SIZE, font)


def tabular_font(body: QFont) -> QFont:
    """The same font with figures of equal width, so that numbers and dates align in columns."""
    font = QFont(body)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def resize_to_letters(window: QWidget, across: int, down: int) -> None:
    """Makes a dialog as large as its letters need, and no larger than what it stands over."""
    metrics, over = window.fontMetrics(), window.parentWidget()
    width, height = across * metrics.averageCharWidth(), down * metrics.lineSpacing()
    if over is not None and over.window().isVisible():
        room = over.window().size()
        width, height = min(width, room.width() - 6 * SPACE), min(height, room.height() - 6 * SPACE)
    window.resize(width, height)
