"""Paints a month of the year: its name, how many meetings it has, and its days in small print."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ministrack.domain.known_days import days_from
from ministrack.domain.language import trn
from ministrack.domain.months import Month
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import scaled_font
from ministrack.ui.style.theme import Tone
from ministrack.ui.views.meetings.calendar.words import month_name
from ministrack.ui.views.meetings.calendar.year_model import OnDay, YearModel
from ministrack.ui.views.meetings.calendar.year_room import TINY, MonthRoom, month_room

Index = QModelIndex | QPersistentModelIndex


class YearDelegate(QStyledItemDelegate):
    """One for all months. `week_start` is 1 Monday to 7 Sunday."""

    def __init__(self, desk: Desk, model: YearModel, week_start: int, table: QTableView) -> None:
        super().__init__(table)
        self._desk = desk
        self._months = model
        self._table = table
        self.week_start = week_start

    def room(self, index: Index) -> MonthRoom:
        """How the cell of a month is divided."""
        rect = self._table.visualRect(index)
        return month_room(rect, self._months.month(index), self.week_start, self._table.font())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type of a Qt attribute
        month, theme = self._months.month(index), self._desk.themes.theme
        room = month_room(rect, month, self.week_start, self._table.font())
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(theme.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.border))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(theme.border))
        self._paint_head(painter, room.head, month)
        for day in days_from(month.first, month.last):
            where = QStyle.visualRect(self._table.layoutDirection(), room.days, room.rect_of(day))
            self._paint_day(painter, where, day, self._months.on_day(day))
        if index == self._table.currentIndex():
            width = 2 if self._table.hasFocus() else 1
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), width))
            painter.drawRect(rect.adjusted(1, 1, -width - 1, -width - 1))
        painter.restore()

    def _paint_head(self, painter: QPainter, head: QRect, month: Month) -> None:
        theme, count = self._desk.themes.theme, self._months.count_of(month)
        direction = self._table.layoutDirection()
        painter.setFont(scaled_font(self._table.font(), 1.0, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text if count else theme.text_soft))
        leading = QStyle.visualAlignment(
            direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        name = month_name(month)
        painter.drawText(head, int(leading), name)
        used = painter.fontMetrics().horizontalAdvance(name)
        if not count:
            return
        painter.setFont(scaled_font(self._table.font(), TINY))
        painter.setPen(QColor(theme.text_soft))
        words = trn("{n} meeting", "{n} meetings", count)
        if painter.fontMetrics().horizontalAdvance(words) + used + 8 > head.width():
            words = str(count)
        trailing = QStyle.visualAlignment(
            direction, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(head, int(trailing), words)

    def _paint_day(self, painter: QPainter, where: QRect, day: date, found: OnDay | None) -> None:
        """Days with meetings stand out: filled where all of them were held, else with a broken edge."""
        theme = self._desk.themes.theme
        box = QRectF(where).adjusted(1, 0.5, -1, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(
            scaled_font(self._table.font(), TINY, QFont.Weight.Bold if found else QFont.Weight.Normal)
        )
        ink = QColor(theme.text_soft)
        if found is not None:
            is_held = found.held == found.count
            edge, soft = theme.tone(Tone.HELD if is_held else Tone.PLANNED)
            painter.setBrush(QColor(soft))
            painter.setPen(
                QPen(QColor(edge), 1.0, Qt.PenStyle.SolidLine if is_held else Qt.PenStyle.DashLine)
            )
            painter.drawRoundedRect(box, 3, 3)
            ink = QColor(theme.text)
        if day == date.today():
            painter.setBrush(QColor(theme.today))
            painter.setPen(QPen(QColor(theme.today), 1.5))
            painter.drawRoundedRect(box, 3, 3)
            ink = QColor(theme.on_today)
        painter.setPen(ink)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(day.day))
