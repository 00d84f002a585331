"""Counted marks, drawn once for each number and kept: a frame has many of them, and most say the same."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from ministrack.ui.views.timeline.colours import Inks
from ministrack.ui.views.timeline.fonts import Fonts
from ministrack.ui.views.timeline.shapes import Mark, Style

_MOST = 600  # pictures that are kept before starting anew


class Pill(StrEnum):
    """The kinds: a number, "+4", and one that holds what is selected."""

    PLAIN = "plain"
    MORE = "more"
    RINGED = "ringed"


_LOOKS = {  # edge, its width, ground, ink
    Pill.PLAIN: ("accent", 1.1, "accent_soft", "accent_text"),
    Pill.MORE: ("outline", 1.1, "raised", "text_soft"),
    Pill.RINGED: ("accent", 1.8, "selection", "selection_text"),
}


class Pills:
    """Made anew with other colours or fonts."""

    def __init__(self, inks: Inks, fonts: Fonts) -> None:
        self._inks = inks
        self._fonts = fonts
        self._made: dict[tuple[str, Pill, int, int, float], QPixmap] = {}

    def draw(self, painter: QPainter, mark: Mark, pill: Pill) -> None:
        """Put a mark where it belongs, at whole pixels."""
        box, ratio = mark.box, painter.device().devicePixelRatio()
        width, height = round(box.width), round(box.height)
        key = (mark.text, pill, width, height, ratio)
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= _MOST:
                self._made.clear()
            found = QPixmap(round(width * ratio), round(height * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            own = QPainter(found)
            own.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(own, mark.text, QRectF(0, 0, width, height), pill)
            own.end()
            self._made[key] = found
        painter.drawPixmap(round(box.left), round(box.top), found)

    def paint(self, painter: QPainter, text: str, box: QRectF, pill: Pill) -> None:
        """Draw it with lines and letters, as paper wants it."""
        edge, thickness, ground, ink = _LOOKS[pill]
        painter.setPen(QPen(self._inks.role(edge), thickness))
        painter.setBrush(self._inks.role(ground))
        radius = (box.height() - 1) / 2
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(self._inks.role(ink))
        painter.setFont(self._fonts.font(Style.COUNT))
        left = (box.left() + box.right() - self._fonts.width(text, Style.COUNT) + 1) / 2
        baseline = self._fonts.baseline(Style.COUNT, box.top(), box.height())
        painter.drawText(QPointF(left, baseline), text)
