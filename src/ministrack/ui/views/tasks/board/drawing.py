"""Lays a card out and paints it: title, owner, origin, when it is due, and what it waits for."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ministrack.domain.values import dataclass
from ministrack.ui.desk import Desk
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.metrics import RADIUS, SPACE, flag_side, scaled_font
from ministrack.ui.style.theme import Theme, Tone
from ministrack.ui.views.tasks.board.card import Card
from ministrack.ui.views.tasks.board.deck import CARD_ROLE
from ministrack.ui.widgets.line_breaks import broken
from ministrack.ui.widgets.pill import paint_pill, pill_size

SIDE = 2  # px beside a card, for its ring
GAP = 2 * SPACE  # below a card
_PAD = 3 * SPACE
_BETWEEN = SPACE + 2
_SOFT = 0.92
_TITLE_LINES = 4
_KEPT = 1000  # cards whose lines are remembered

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Laid:
    """The lines of a card at one width, and its height; `is_wide`: origin and date do not fit on one line."""

    title: tuple[str, ...]
    is_wide: bool
    height: int


class CardDelegate(QStyledItemDelegate):
    """One for each column; what it has laid out it remembers until fonts or width change."""

    def __init__(self, desk: Desk, cards: QListView) -> None:
        super().__init__(cards)
        self._desk = desk
        self._list = cards
        self._laid: dict[tuple[Card, int], Laid] = {}

    def forget(self) -> None:
        """The font has changed."""
        self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card = index.data(CARD_ROLE)
        width = self._list.viewport().width()
        return QSize(width, self._lay_out(card, width).height) if isinstance(card, Card) else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return
        rect: QRect = option.rect  # type of a Qt attribute
        state: QStyle.StateFlag = option.state
        theme = self._desk.themes.theme
        has_keyboard = self._list.hasFocus() and self._list.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect.adjusted(SIDE, SIDE, -SIDE, -GAP))
        _paint_ground(painter, box, state, theme, has_keyboard=has_keyboard)
        inside = rect.adjusted(SIDE + _PAD, SIDE + _PAD, -SIDE - _PAD, -GAP - _PAD)
        lines = _Lines(painter, inside, self._list.layoutDirection())
        self._paint_words(lines, card, self._lay_out(card, rect.width()), theme)
        painter.restore()

    def _paint_words(self, lines: "_Lines", card: Card, laid: Laid, theme: Theme) -> None:
        body, soft = self._list.font(), scaled_font(self._list.font(), _SOFT)
        for line in laid.title:
            lines.write(line, body, theme.text)
        lines.skip(_BETWEEN - 2)
        lines.flag(self._desk, card.code, flag_side(body))
        lines.write(card.owner, soft, theme.text_soft, least=flag_side(body))
        lines.skip(_BETWEEN)
        if card.origin:
            lines.pill(card.origin, body, theme)
        due = QFont(soft)
        due.setItalic(card.is_loose and card.due != "")
        if laid.is_wide or not card.origin:
            lines.next_line(pill_size(body, "x").height() if card.origin else 0)
            lines.write(card.due, due, theme.text_soft)
        else:
            lines.write(card.due, due, theme.text_soft, least=pill_size(body, "x").height(), trails=True)
        for words, ink in ((card.overdue, theme.overdue), (card.waiting, theme.progress)):
            if words:
                lines.skip(2)
                lines.write(words, soft, ink)

    def _lay_out(self, card: Card, width: int) -> Laid:
        found = self._laid.get((card, width))
        if found is None:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            found = self._laid[(card, width)] = lay_out(card, width, self._list.font())
        return found


def lay_out(card: Card, width: int, body: QFont) -> Laid:
    """How a card stands at a width."""
    room = width - 2 * (SIDE + _PAD)
    title = broken(card.title, body, room, _TITLE_LINES)
    line, soft = QFontMetrics(body).height(), QFontMetrics(scaled_font(body, _SOFT))
    pill = pill_size(body, card.origin or "x")
    height = len(title) * line + _BETWEEN - 2 + max(soft.height(), flag_side(body)) + _BETWEEN
    needed = pill.width() + 2 * SPACE + soft.horizontalAdvance(card.due) + 2
    is_wide = bool(card.origin) and needed > room
    height += pill.height() if card.origin else soft.height()
    if is_wide:
        height += soft.height() + SPACE
    height += sum(soft.height() + 2 for words in (card.overdue, card.waiting) if words)
    return Laid(title, is_wide, height + SIDE + GAP + 2 * _PAD)


class _Lines:
    """Writes line below line into a rectangle, mirrored where words run from right to left."""

    def __init__(self, painter: QPainter, inside: QRect, direction: Qt.LayoutDirection) -> None:
        self._painter = painter
        self._inside = inside
        self._direction = direction
        self._top = inside.top()
        self._used = 0  # of the width of the present line
        painter.setLayoutDirection(direction)

    def skip(self, pixels: int) -> None:
        self._top += pixels

    def next_line(self, height: int) -> None:
        self._top += height + (SPACE if height else 0)
        self._used = 0

    def flag(self, desk: Desk, code: str, side: int) -> None:
        if not code or not desk.flags.enabled:
            return
        ratio = self._painter.device().devicePixelRatioF()
        where = self._seen(QRect(self._inside.left(), self._top, side, side))
        self._painter.drawPixmap(where.topLeft(), desk.flags.pixmap(code, side, ratio))
        self._used = side + _BETWEEN

    def pill(self, words: str, body: QFont, theme: Theme) -> None:
        size = pill_size(body, words)
        width = min(size.width(), self._inside.width())
        where = self._seen(QRect(self._inside.left(), self._top, width, size.height()))
        self._painter.setFont(body)
        paint_pill(self._painter, where, words, Tone.NEUTRAL, theme)
        self._used = width + 2 * SPACE

    def write(self, words: str, font: QFont, ink: str, *, least: int = 0, trails: bool = False) -> None:
        """One line, beside what stands on it already; `least` is the height of that."""
        metrics = QFontMetrics(font)
        height = max(metrics.height(), least)
        width = self._inside.width() - self._used
        where = self._seen(QRect(self._inside.left() + self._used, self._top, width, height))
        side = Qt.AlignmentFlag.AlignTrailing if trails else Qt.AlignmentFlag.AlignLeading
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        flags = QStyle.visualAlignment(self._direction, side | Qt.AlignmentFlag.AlignVCenter)
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink))
        plain = Qt.TextFlag.TextSingleLine.value | Qt.AlignmentFlag.AlignAbsolute.value
        self._painter.drawText(where, flags.value | plain, as_written(self._painter, shown))
        self._top += height
        self._used = 0

    def _seen(self, part: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._inside, part)


def _paint_ground(
    painter: QPainter, box: QRectF, state: QStyle.StateFlag, theme: Theme, *, has_keyboard: bool
) -> None:
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    ring, width = theme.outline if state & QStyle.StateFlag.State_MouseOver else theme.border, 1.0
    if is_selected or has_keyboard:
        ring, width = theme.focus, 2.0
    painter.setBrush(QColor(theme.accent_soft if is_selected and has_keyboard else theme.raised))
    painter.setPen(QPen(QColor(ring), width))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
