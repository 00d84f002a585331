"""The fonts of the timeline, derived from the widget's, and how wide texts are in them."""

from PySide6.QtGui import QFont, QFontMetricsF

from ministrack.ui.style.metrics import scaled_font, tabular_font
from ministrack.ui.views.timeline.elided import elided
from ministrack.ui.views.timeline.shapes import Style

_MANY = 20_000  # widths that are remembered before starting anew


class Fonts:
    """Fonts by style; a `Measure` for the layout. Made anew when the widget's font changes."""

    def __init__(self, body: QFont) -> None:
        small = tabular_font(scaled_font(body, 0.92))
        semibold = QFont.Weight.DemiBold
        self._fonts = {
            Style.YEAR: tabular_font(scaled_font(body, 1.0, semibold)),
            Style.TICK: tabular_font(scaled_font(body, 0.88)),
            Style.LANE: scaled_font(body, 0.96),
            Style.MEETING: tabular_font(scaled_font(body, 0.96, semibold)),
            Style.DOCUMENT: tabular_font(scaled_font(body, 0.96)),
            Style.TASK: small,
            Style.COUNT: tabular_font(scaled_font(body, 0.86, semibold)),
        }
        self._metrics = {style: QFontMetricsF(font) for style, font in self._fonts.items()}
        self._line = float(round(max(metrics.height() for metrics in self._metrics.values())))
        self._widths: dict[tuple[str, Style], float] = {}
        self._fitted: dict[tuple[str, Style, float], str] = {}

    @property
    def line(self) -> float:
        return self._line

    def width(self, text: str, style: Style) -> float:
        key = (text, style)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) >= _MANY:
                self._widths.clear()
            found = self._widths[key] = self._metrics[style].horizontalAdvance(text) + 1
        return found

    def fitted(self, text: str, style: Style, room: float) -> str:
        if self.width(text, style) <= room:
            return text
        key = (text, style, room)
        found = self._fitted.get(key)
        if found is None:
            if len(self._fitted) >= _MANY:
                self._fitted.clear()
            metrics = self._metrics[style]
            found = self._fitted[key] = elided(text, room - 1, metrics.horizontalAdvance)
        return found

    def font(self, style: Style) -> QFont:
        return self._fonts[style]

    def baseline(self, style: Style, top: float, height: float) -> float:
        """Where to write so that the text stands in the middle of a height."""
        metrics = self._metrics[style]
        return top + (height + metrics.ascent() - metrics.descent()) / 2
