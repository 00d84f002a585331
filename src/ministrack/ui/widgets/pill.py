"""A pill: a short word about a record on a soft rounded ground, as a label and for delegates that paint."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from ministrack.ui.style.direction import as_written
from ministrack.ui.style.metrics import scaled_font
from ministrack.ui.style.theme import Theme, ThemeSource, Tone

_PAD_X = 9
_PAD_Y = 2
_FONT_RATIO = 0.88


def pill_font(body: QFont) -> QFont:
    """The font of a pill beside text in `body`."""
    return scaled_font(body, _FONT_RATIO, QFont.Weight.DemiBold)


def pill_size(body: QFont, text: str) -> QSize:
    """How much room a pill takes beside text in the font `body`, in device-independent pixels."""
    metrics = QFontMetricsF(pill_font(body))
    width = metrics.horizontalAdvance(text) + 2 * _PAD_X
    return QSize(int(width + 0.999), int(metrics.height() + 0.999) + 2 * _PAD_Y)


def paint_pill(painter: QPainter, rect: QRect, text: str, tone: Tone, theme: Theme) -> int:
    """Paint a pill at the leading edge of `rect`, centred in its height, in the painter's font.

    A text too long is shortened with an ellipsis. Returns the width used, 0 for an empty text.
    """
    if not text or rect.width() <= 2 * _PAD_X:
        return 0
    size = pill_size(painter.font(), text)
    width = min(size.width(), rect.width())
    height = min(size.height(), rect.height())
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = rect.x() + rect.width() - width if mirrored else rect.x()
    box = QRectF(left, rect.y() + (rect.height() - height) // 2, width, height)
    ink, soft = theme.tone(tone)

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(soft))
    if tone is Tone.NEUTRAL:  # grey on grey rows: the edge keeps its shape
        painter.setPen(QPen(QColor(theme.outline), 1.0))
        box.adjust(0.5, 0.5, -0.5, -0.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(pill_font(painter.font()))
    painter.setPen(QColor(ink))
    inner = QRectF(left + _PAD_X, box.y(), width - 2 * _PAD_X, box.height())
    if width < size.width():
        text = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, as_written(painter, text))
    else:  # a fraction of a pixel must not cut the last letter
        words = as_written(painter, text)
        painter.drawText(inner.adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
    return width


class Pill(QLabel):
    """The same pill as a widget. Its text is plain and read by assistive tools as any label's."""

    def __init__(
        self, source: ThemeSource, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._source = source
        self._tone = tone
        source.changed.connect(self._repaint)

    @property
    def tone(self) -> Tone:
        return self._tone

    def show_status(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self._tone = tone
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return pill_size(self.font(), self.text()) if self.text() else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 4 * _PAD_X), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_pill(painter, self.rect(), self.text(), self._tone, self._source.theme)
        painter.end()

    def _repaint(self, theme: Theme) -> None:
        self.update()
