"""Paints a day of the month: its number, its meetings as blocks, its tasks as lines, what has no room."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import SPACE, scaled_font
from ministrack.ui.views.meetings.calendar.carrying import Carrying
from ministrack.ui.views.meetings.calendar.month_model import MonthModel
from ministrack.ui.views.meetings.calendar.room import SMALL, DayRoom, day_room
from ministrack.ui.views.meetings.calendar.weeks import Piece
from ministrack.ui.widgets.line_breaks import within_lines

Index = QModelIndex | QPersistentModelIndex
_ROUND = 4.0
_ICON = 0.8  # of the height of a line
_PAD = 5
_SIDE = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


class MonthDelegate(QStyledItemDelegate):
    """One for all days. `chosen` is the entry in focus."""

    def __init__(self, desk: Desk, model: MonthModel, carrying: Carrying, table: QTableView) -> None:
        super().__init__(table)
        self._desk = desk
        self._days = model
        self._carrying = carrying
        self._table = table
        self.chosen: Ref | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type of a Qt attribute
        day, theme = self._days.day(index), self._desk.themes.theme
        body = self._table.font()
        painter.save()
        painter.setClipRect(rect)
        ground = theme.surface if self._days.is_of_month(day) else theme.window
        target = self._carrying.target
        is_target = target is not None and target[0] <= day <= target[1]
        painter.fillRect(rect, QColor(theme.accent_soft if is_target else ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.border))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(theme.border))
        room = day_room(rect, body)
        self._paint_number(painter, room, day, body)
        painter.setFont(scaled_font(body, SMALL))
        pieces = self._days.pieces(index)
        shown = room.shown(pieces)
        for piece in shown.pieces:
            self._paint_piece(painter, room, piece, index.column(), room.block_rect(piece, pieces))
        if shown.hidden:
            self._paint_more(painter, room, shown.hidden)
        if is_target or index == self._table.currentIndex():
            self._ring(painter, rect, is_bold=is_target or self._table.hasFocus())
        painter.restore()

    def _paint_number(self, painter: QPainter, room: DayRoom, day: date, body: QFont) -> None:
        theme, is_today = self._desk.themes.theme, day == date.today()
        head = QRect(room.rect.left(), room.rect.top() + 1, room.rect.width(), room.head - 1)
        painter.setFont(scaled_font(body, SMALL, QFont.Weight.DemiBold if is_today else QFont.Weight.Normal))
        text = str(day.day)
        if is_today:
            metrics = painter.fontMetrics()
            words = tr("Today")
            text = (
                f"{text} {words}"
                if room.rect.width() > metrics.horizontalAdvance(f"{text} {words}") * 1.6
                else text
            )
            pill = QRectF(
                self._seen(
                    QRect(
                        head.left() + 3,
                        head.top() + 2,
                        metrics.horizontalAdvance(text) + 12,
                        head.height() - 4,
                    ),
                    head,
                )
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.today))
            painter.drawRoundedRect(pill, _ROUND, _ROUND)
            painter.setPen(QColor(theme.on_today))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
            return
        ink = theme.text if self._days.is_of_month(day) else theme.text_faint
        painter.setPen(QColor(ink))
        painter.drawText(head.adjusted(7, 0, -7, 0), self._flags(), text)

    def _paint_piece(self, painter: QPainter, room: DayRoom, piece: Piece, column: int, here: QRect) -> None:
        """The part of a block that lies on this day; the words run on through all its days."""
        width = room.rect.width()
        whole = QRect(
            room.rect.left() - (column - piece.first) * width,
            here.top(),
            (piece.last - piece.first + 1) * width,
            here.height(),
        )
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            whole.moveLeft(room.rect.left() - (piece.last - column) * width)
        block = whole.adjusted(3 if piece.begins else -8, 0, -4 if piece.ends else 8, 0)
        if piece.entry.is_meeting:
            self._paint_block(painter, block, piece)
        elif piece.entry.ref == self.chosen:
            self._outline(painter, block)
        self._paint_words(painter, whole.adjusted(3, 0, -4, 0), piece)

    def _paint_block(self, painter: QPainter, block: QRect, piece: Piece) -> None:
        theme, entry = self._desk.themes.theme, piece.entry
        ink, soft = theme.tone(entry.tone)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(soft))
        style = Qt.PenStyle.DashLine if entry.is_open else Qt.PenStyle.SolidLine
        is_chosen = entry.ref == self.chosen
        pen = QPen(QColor(theme.focus), 2.0) if is_chosen else QPen(QColor(ink), 1.0, style)
        painter.setPen(pen)
        inset = 1.0 if is_chosen else 0.5
        painter.drawRoundedRect(QRectF(block).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)

    def _outline(self, painter: QPainter, block: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._desk.themes.theme.focus), 2.0))
        painter.drawRoundedRect(QRectF(block).adjusted(1, 1, -1, -1), _ROUND, _ROUND)

    def _paint_words(self, painter: QPainter, whole: QRect, piece: Piece) -> None:
        desk, entry = self._desk, piece.entry
        side = round(painter.fontMetrics().height() * _ICON)
        inside = whole.adjusted(_PAD, 0, -_PAD, 0)
        lines = max(inside.height() // painter.fontMetrics().height(), 1)
        above = (inside.height() - lines * painter.fontMetrics().height()) // 2
        top = inside.top() + above + (painter.fontMetrics().height() - side) // 2
        role = entry.tone.value if entry.tone.value in _INKS else "text_soft"
        where = self._seen(QRect(inside.left(), top, side, side), inside)
        painter.drawPixmap(where, desk.icons.pixmap(entry.icon, role, side, self._table.devicePixelRatioF()))
        room = self._seen(inside.adjusted(side + SPACE, 0, 0, 0), inside)
        font = QFont(painter.font())
        painter.save()
        font.setStrikeOut(entry.is_off)
        painter.setFont(font)
        painter.setPen(QColor(desk.themes.theme.text if entry.is_meeting else desk.themes.theme.text_soft))
        self._write(painter, room.adjusted(0, above, 0, 0), entry.short, lines)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, text: str, lines: int) -> None:
        if lines == 1:
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, self._flags(_TOP) | int(Qt.TextFlag.TextSingleLine), shown)
            return
        shown = within_lines(text, painter.font(), room.width(), lines)
        painter.drawText(room, self._flags(_TOP) | int(Qt.TextFlag.TextWordWrap), shown)

    def _paint_more(self, painter: QPainter, room: DayRoom, hidden: int) -> None:
        painter.setPen(QColor(self._desk.themes.theme.accent_text))
        where = room.line_rect(room.lines - 1).adjusted(_PAD, 0, 0, 0)
        words = tr("+{n} more", n=hidden)
        if room.lines == 0:
            where = QRect(room.rect.left() + 26, room.rect.top(), room.rect.width() - 30, room.head)
        if painter.fontMetrics().horizontalAdvance(words) > where.width():
            words = f"+{hidden}"
        painter.drawText(where, self._flags() | int(Qt.TextFlag.TextSingleLine), words)

    def _ring(self, painter: QPainter, rect: QRect, *, is_bold: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = 2 if is_bold else 1
        painter.setPen(QPen(QColor(self._desk.themes.theme.focus), width))
        painter.drawRect(rect.adjusted(1, 1, -width - 1, -width - 1))

    def _flags(self, side: Qt.AlignmentFlag = _SIDE) -> int:
        return int(QStyle.visualAlignment(self._table.layoutDirection(), side))

    def _seen(self, piece: QRect, whole: QRect) -> QRect:
        return QStyle.visualRect(self._table.layoutDirection(), whole, piece)


_INKS = frozenset(("held", "planned", "progress", "overdue"))
