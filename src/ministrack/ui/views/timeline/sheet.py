"""The timeline on paper: title, all lanes with every series, and what the signs mean, in light colours."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QPen

from ministrack.domain.date_tables import words_of
from ministrack.domain.language import interface_language
from ministrack.domain.values import dataclass
from ministrack.ui.style.metrics import scaled_font
from ministrack.ui.style.theme import LIGHT
from ministrack.ui.views.timeline.colours import Inks
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.fonts import Fonts
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.lanes import full_height
from ministrack.ui.views.timeline.layout import Setting, lay_out
from ministrack.ui.views.timeline.legend import Legend
from ministrack.ui.views.timeline.look import Look
from ministrack.ui.views.timeline.painting import paint
from ministrack.ui.views.timeline.pills import Pills
from ministrack.ui.views.timeline.scale import Scale
from ministrack.ui.views.timeline.shapes import Style

WIDTH = 1400.0
MOST_ROWS = 150
"""More series make no sheet that anyone could read; a filter brings them below."""
_MARGIN = 28.0
_MOST_TASK_ROWS = 14


@dataclass(frozen=True, slots=True)
class Words:
    """What stands above the timeline."""

    title: str
    subtitle: str
    empty: str


class Sheet:
    """One sheet, as high as it must be."""

    def __init__(
        self, content: Content, days: tuple[float, float], today: int | None, words: Words, body: QFont
    ) -> None:
        self._content = content
        self._words = words
        self._fonts = Fonts(body)
        self._title = scaled_font(body, 1.5, QFont.Weight.DemiBold)
        self._small = scaled_font(body, 0.92)
        self._inks = Inks(LIGHT)
        self._legend = Legend(self._fonts, self._inks, WIDTH - 2 * _MARGIN)
        self._head = self._fonts.line * 3.6
        self._setting = self._set(days, today)

    @property
    def size(self) -> QSizeF:
        """Its size in px."""
        return QSizeF(WIDTH, self._head + self._setting.height + self._legend.height + 2 * _MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Draw it; the painter is left as it was."""
        painter.save()
        painter.fillRect(QRectF(QPointF(0, 0), self.size), self._inks.role("surface"))
        painter.translate(_MARGIN, _MARGIN)
        painter.setPen(self._inks.role("text"))
        painter.setFont(self._title)
        painter.drawText(QPointF(0, self._fonts.line * 1.1), self._words.title)
        painter.setPen(self._inks.role("text_soft"))
        painter.setFont(self._small)
        painter.drawText(QPointF(0, self._fonts.line * 2.5), self._words.subtitle)
        painter.translate(0, self._head)
        picture = lay_out(self._content, self._setting)
        look = Look(self._inks, self._fonts, Pills(self._inks, self._fonts), self._words.empty, on_paper=True)
        paint(painter, picture, self._content, look)
        painter.setPen(QPen(self._inks.role("border"), 1))
        painter.drawLine(QPointF(0, picture.height), QPointF(picture.width, picture.height))
        painter.translate(0, picture.height)
        self._legend.paint(painter)
        painter.restore()

    def _set(self, days: tuple[float, float], today: int | None) -> Setting:
        months = words_of(interface_language()).months_short
        names = [self._content.names.get(group, "") for group in self._content.groups()]
        widest = max((self._fonts.width(name, Style.LANE) for name in names), default=0.0)
        width = WIDTH - 2 * _MARGIN
        left = min(max(120.0, widest + 34), 260.0)
        scale = Scale(days[0], (width - left) / (days[1] - days[0]), left, width)
        tasks = min(_MOST_TASK_ROWS, self._content.count_in(Lane.TASKS))
        height = full_height(self._fonts.line, len(names), tasks)
        return Setting(scale, width, height, self._fonts, months, today)
