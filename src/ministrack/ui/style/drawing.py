"""SVG to pixels, at the moment they are needed: what icons and flags have in common.

A `QIcon` made here paints nothing until it is shown. It then asks for its pixels at the size and device
pixel ratio in use, so icons are sharp on every screen and follow a change of theme without being set anew.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

# Side in device-independent pixels, device pixel ratio, mode -> a square pixmap.
DrawSquare = Callable[[int, float, QIcon.Mode], QPixmap]


def blank(side: int, ratio: float) -> QPixmap:
    """A transparent square of `side` device-independent pixels."""
    pixels = max(1, round(side * ratio))
    pixmap = QPixmap(pixels, pixels)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _centred(square: QPixmap, size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    painter = QPainter(pixmap)
    painter.drawPixmap((size.width() - side) // 2, (size.height() - side) // 2, square)
    painter.end()
    return pixmap


def render_svg(svg: str, side: int, ratio: float) -> QPixmap:
    """Draw SVG text into a square. Text that is not SVG gives a transparent square."""
    from PySide6.QtSvg import QSvgRenderer  # delayed: start-up time

    pixmap = blank(side, ratio)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


class LazyEngine(QIconEngine):
    """Paints an icon with a function that is called when the icon is first seen.

    An icon made of it belongs into a widget or an action, never into an attribute of whatever `draw` belongs
    to: engine and icon would stand in one circle of references, and Python's collector takes such a circle
    apart in an order that leaves Qt with an engine that is gone.
    """

    def __init__(self, draw: DrawSquare, keep: list[QIconEngine]) -> None:
        """`keep` outlives the icons: Qt holds no Python reference to the engines it asks to be cloned."""
        super().__init__()
        self._draw = draw
        self._keep = keep

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        side = min(rect.width(), rect.height())
        if side > 0:
            left = rect.x() + (rect.width() - side) // 2
            top = rect.y() + (rect.height() - side) // 2
            painter.drawPixmap(left, top, self._draw(side, ratio, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        if side <= 0:
            return QPixmap()
        square = self._draw(side, scale, mode)
        return square if size.width() == size.height() else _centred(square, size, scale)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size  # a place wider than high is kept: it holds the icon off the text beside it

    def isNull(self) -> bool:
        return False

    def clone(self) -> QIconEngine:
        copy = LazyEngine(self._draw, self._keep)
        self._keep.append(copy)
        return copy
