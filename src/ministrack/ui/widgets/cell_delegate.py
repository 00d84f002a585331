"""Paints the cells of a table of records: flags, words, pills."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from ministrack.domain.values import dataclass
from ministrack.ui.models.answers import CELL_ROLE
from ministrack.ui.models.column import Cell, Look
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.metrics import SPACE, flag_side
from ministrack.ui.style.theme import Theme, ThemeSource
from ministrack.ui.widgets.pill import paint_pill, pill_size

PADDING = 2 * SPACE  # from the edge of a cell to what it shows
EDGE = 2 * SPACE  # more of it at the leading edge of the table, below the view's title
_GAP = SPACE + 2  # from a flag to the words
_BETWEEN = SPACE  # from flag to flag
_MARK = 3  # width of the bar that shows in which row the keyboard is
_RING = 2  # width of the frame around the cell that has it

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell is painted, and in what state."""

    rect: QRect
    is_selected: bool
    is_trailing: bool
    ratio: float


class CellDelegate(QStyledItemDelegate):
    """One for a whole table. The style paints grounds and lines; this paints what stands on them."""

    def __init__(self, themes: ThemeSource, flags: Flags, table: QTableView, *, edge: int = EDGE) -> None:
        """`edge`: what the first column keeps free more than the others, in pixels."""
        super().__init__(table)
        self._edge = edge
        self._themes = themes
        self._flags = flags
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        state: QStyle.StateFlag = option.state  # type of a Qt attribute
        outer: QRect = option.rect
        has_keyboard = self._has_keyboard(index)
        option.state = state & ~QStyle.StateFlag.State_HasFocus
        self._table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._table)
        is_first = self._table.horizontalHeader().visualIndex(index.column()) == 0
        theme = self._themes.theme
        if is_first and has_keyboard:
            painter.fillRect(self._leading(outer, _MARK), QColor(theme.focus))
        if has_keyboard and self._table.currentIndex().column() == index.column():
            painter.setPen(QPen(QColor(theme.focus), _RING))
            painter.drawRect(outer.adjusted(_RING // 2, _RING // 2, -_RING, -_RING - 1))
        rect = outer.adjusted(PADDING, 0, -PADDING, 0)
        if is_first:
            rect = (
                rect.adjusted(self._edge, 0, 0, 0) if self._is_ltr() else rect.adjusted(0, 0, -self._edge, 0)
            )
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        ratio = self._table.devicePixelRatioF()
        painter.save()
        painter.setFont(_font(self._table.font(), cell, is_selected))
        self._paint(painter, cell, _Place(rect, is_selected, _is_trailing(side), ratio), theme)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The tooltip; where there is none, the whole text of a cell that is cut short."""
        cell = index.data(CELL_ROLE)
        box: QRect = option.rect  # type of a Qt attribute
        if event.type() == QEvent.Type.ToolTip and isinstance(cell, Cell) and not cell.tip:
            if self.width_of(cell) > box.width():
                QToolTip.showText(event.globalPos(), plain_tip(cell.words), view)
                return True
            QToolTip.hideText()
        return super().helpEvent(event, view, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = index.data(CELL_ROLE)
        width = self.width_of(cell) if isinstance(cell, Cell) else 0
        is_first = self._table.horizontalHeader().visualIndex(index.column()) == 0
        return QSize(
            width + (self._edge if is_first else 0), self._table.verticalHeader().defaultSectionSize()
        )

    def width_of(self, cell: Cell) -> int:
        """The width that shows a cell whole, also while its row is selected."""
        font = self._table.font()
        if cell.pill is not None:
            return pill_size(font, cell.text).width() + 2 * PADDING
        words = QFontMetrics(_font(font, cell, is_selected=True)).horizontalAdvance(self._text(cell))
        flags = self._flags_width(len(cell.codes)) if self._flags.enabled else 0
        gap = _GAP if flags and words else 0
        return flags + gap + words + 2 * PADDING + 2  # italics lean over their width

    def _paint(self, painter: QPainter, cell: Cell, place: _Place, theme: Theme) -> None:
        if cell.pill is not None:
            paint_pill(painter, place.rect, cell.text, cell.pill, theme)
            return
        rect, text = place.rect, self._text(cell)
        if cell.codes and self._flags.enabled:
            rect, text = self._paint_flags(painter, cell, place, theme)
        painter.setPen(QColor(_ink(cell.look, place.is_selected, theme)))
        side = Qt.AlignmentFlag.AlignTrailing if place.is_trailing else Qt.AlignmentFlag.AlignLeading
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        flags = QStyle.visualAlignment(painter.layoutDirection(), side | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextSingleLine), as_written(painter, shown))

    def _paint_flags(self, painter: QPainter, cell: Cell, place: _Place, theme: Theme) -> tuple[QRect, str]:
        """As many flags as fit; the answer is what is left for the words, and the words."""
        rect, text, codes = place.rect, cell.text, cell.codes
        metrics = painter.fontMetrics()
        if len(codes) > 1:
            words = metrics.horizontalAdvance(text) + _GAP if text else 0
            if self._flags_width(len(codes)) + words > rect.width():
                count = cell.words.count(", ") + 1
                room = rect.width() - metrics.horizontalAdvance(f"+{count}") - _GAP
                fitting = max(0, (room + _BETWEEN) // (self._side + _BETWEEN))
                codes, text = codes[:fitting], f"+{count - fitting}"
        top = rect.top() + (rect.height() - self._side) // 2
        for number, code in enumerate(codes):
            x = number * (self._side + _BETWEEN)
            left = rect.left() + x if self._is_ltr() else rect.right() + 1 - self._side - x
            painter.drawPixmap(left, top, self._flags.pixmap(code, self._side, place.ratio))
        used = self._flags_width(len(codes)) + (_GAP if codes else 0)
        rest = rect.adjusted(used, 0, 0, 0) if self._is_ltr() else rect.adjusted(0, 0, -used, 0)
        return rest, text

    def _text(self, cell: Cell) -> str:
        """The words beside the flags; in their place while flags are turned off."""
        return cell.text if self._flags.enabled or len(cell.codes) < 2 else cell.words

    @property
    def _side(self) -> int:
        return flag_side(self._table.font())

    def _flags_width(self, count: int) -> int:
        return count * (self._side + _BETWEEN) - _BETWEEN if count else 0

    def _has_keyboard(self, index: Index) -> bool:
        return self._table.hasFocus() and self._table.currentIndex().row() == index.row()

    def _leading(self, rect: QRect, width: int) -> QRect:
        left = rect.left() if self._is_ltr() else rect.right() + 1 - width
        return QRect(left, rect.top(), width, rect.height() - 1)

    def _is_ltr(self) -> bool:
        return self._table.layoutDirection() == Qt.LayoutDirection.LeftToRight


def _font(body: QFont, cell: Cell, is_selected: bool) -> QFont:
    if cell.look is Look.NAME and is_selected:
        font = QFont(body)
        font.setWeight(QFont.Weight.DemiBold)
        return font
    if cell.look is Look.LOOSE:
        font = QFont(body)
        font.setItalic(True)
        return font
    return body


def _ink(look: Look, is_selected: bool, theme: Theme) -> str:
    if look is Look.SOFT:
        return theme.text_soft
    if look is Look.ALARM:
        return theme.overdue
    return theme.selection_text if is_selected else theme.text


def _is_trailing(side: object) -> bool:
    return isinstance(side, Qt.AlignmentFlag) and bool(side & Qt.AlignmentFlag.AlignTrailing)
