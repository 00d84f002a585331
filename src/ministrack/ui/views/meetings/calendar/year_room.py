"""How the cell of a month is divided in the year: its name above, small days below."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics

from ministrack.domain.months import DAYS_IN_WEEK, Month
from ministrack.domain.values import dataclass
from ministrack.ui.style.metrics import SPACE, scaled_font

TINY = 0.84
_WEEKS = 6
_PAD = 2 * SPACE
_WIDEST = 40  # of a small day, in pixels at least; beyond, the days would drift apart


@dataclass(frozen=True, slots=True)
class MonthRoom:
    """The cell of one month. Make it with month_room()."""

    head: QRect
    days: QRect
    weeks: tuple[date, ...]

    def rect_of(self, day: date) -> QRect:
        """Where a day stands; right-to-left layouts mirror it."""
        row, column = divmod((day - self.weeks[0]).days, DAYS_IN_WEEK)
        size = self.size()
        return QRect(
            self.days.left() + column * size.width(),
            self.days.top() + row * size.height(),
            size.width(),
            size.height(),
        )

    def size(self) -> QSize:
        """The size of a small day."""
        return QSize(self.days.width() // DAYS_IN_WEEK, self.days.height() // _WEEKS)

    def day_at(self, point: QPoint, month: Month) -> date | None:
        """The day of the month below a point."""
        size = self.size()
        if not self.days.contains(point) or not size.width() or not size.height():
            return None
        column, row = (
            (point.x() - self.days.left()) // size.width(),
            (point.y() - self.days.top()) // size.height(),
        )
        day = self.weeks[0] + timedelta(days=row * DAYS_IN_WEEK + column)
        return day if column < DAYS_IN_WEEK and month.first <= day <= month.last else None


def month_room(rect: QRect, month: Month, week_start: int, body: QFont) -> MonthRoom:
    """How the cell of a month is divided, in the body font."""
    inside = rect.adjusted(_PAD, SPACE, -_PAD, -SPACE)
    head = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(body).height() + 2 * SPACE)
    days = inside.adjusted(0, head.height(), 0, 0)
    widest = max(_WIDEST, 2 * _small(body).width()) * DAYS_IN_WEEK
    days.setWidth(min(days.width(), widest))
    days.setHeight(min(days.height(), _small(body).height() * _WEEKS * 2))
    return MonthRoom(head, days, tuple(month.weeks(week_start)))


def least_month(body: QFont) -> tuple[int, int]:
    """The smallest useful cell: width and height."""
    small = _small(body)
    width = small.width() * DAYS_IN_WEEK + 2 * _PAD
    return width, small.height() * _WEEKS + QFontMetrics(body).height() + 4 * SPACE


def _small(body: QFont) -> QSize:
    metrics = QFontMetrics(scaled_font(body, TINY))
    return QSize(metrics.horizontalAdvance("00") + SPACE + 2, metrics.height() + 1)
