"""The list below a picker: its entries, how they are painted, and where it stands on the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ministrack.ui.forms.suggestions import Suggestion
from ministrack.ui.style.apply import mark
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.metrics import SPACE, flag_side
from ministrack.ui.style.theme import ThemeSource

_VISIBLE = 9  # entries, then it scrolls
_LEAST_WIDTH = 260
_CONTEXT = Qt.ItemDataRole.UserRole
_CODE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class SuggestionModel(QAbstractListModel):
    """The entries offered at the moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[Suggestion] = []

    def offer(self, entries: Sequence[Suggestion]) -> None:
        """Replaces all entries."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (entry.label, entry.context) if part)
        return {_CONTEXT: entry.context, _CODE: entry.code}.get(role)


class SuggestionDelegate(QStyledItemDelegate):
    """Paints a flag, the label, and the context in soft letters; the context yields first."""

    def __init__(self, themes: ThemeSource, flags: Flags, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._flags = flags

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, option.fontMetrics.height() + 3 * SPACE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._themes.theme
        painter.save()
        box = option.rect.adjusted(SPACE, 1, -SPACE, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(theme.focus))
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), SPACE, SPACE)
        inner = box.adjusted(2 * SPACE, 0, -2 * SPACE, 0)
        inner = self._flag(painter, inner, index.data(_CODE))
        ink = theme.selection_text if option.state & QStyle.StateFlag.State_Selected else theme.text
        left = self._words(painter, inner, str(index.data()), ink)
        rest = inner.adjusted(left + 2 * SPACE, 0, 0, 0)
        if rest.width() > 6 * SPACE:
            self._words(painter, rest, str(index.data(_CONTEXT) or ""), theme.text_soft)
        painter.restore()

    def _flag(self, painter: QPainter, inner: QRect, code: object) -> QRect:
        if not isinstance(code, str) or not self._flags.enabled:
            return inner
        side = flag_side(painter.font())
        pixmap = self._flags.pixmap(code, side, painter.device().devicePixelRatio())
        painter.drawPixmap(QPoint(inner.x(), inner.center().y() - side // 2 + 1), pixmap)
        return inner.adjusted(side + 2 * SPACE, 0, 0, 0)

    def _words(self, painter: QPainter, place: QRect, words: str, colour: str) -> int:
        """Paints one line; answers with its width."""
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setPen(QColor(colour))
        painter.drawText(
            place,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            as_written(painter, shown),
        )
        return painter.fontMetrics().horizontalAdvance(shown)


class SuggestionList(QListView):
    """A window of its own without the keyboard: that stays in the line."""

    def __init__(self, themes: ThemeSource, flags: Flags, line: QWidget) -> None:
        super().__init__(line)
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("suggestions")
        mark(self, "role", "card")  # a ground of its own and an edge
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.entries = SuggestionModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(SuggestionDelegate(themes, flags, self))
        self._line = line

    def offer(self, suggestions: Sequence[Suggestion], *, choose_first: bool) -> None:
        """Shows entries below the line, above it where there is no room; none: hides."""
        self.entries.offer(suggestions)
        if not suggestions:
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()
        if choose_first:
            self.setCurrentIndex(self.entries.index(0))

    def current(self) -> Suggestion | None:
        """The entry that Enter would choose."""
        index = self.currentIndex()
        return self.entries.entries[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """Moves the choice up or down, around the ends."""
        count = self.entries.rowCount()
        index = self.currentIndex()
        row = (index.row() + by) % count if index.isValid() else (0 if by > 0 else count - 1)
        self.setCurrentIndex(self.entries.index(row))

    def _place(self) -> None:
        count = min(self.entries.rowCount(), _VISIBLE)
        height = count * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth() + 2
        width = max(self._line.width(), _LEAST_WIDTH)
        below = self._line.mapToGlobal(QPoint(0, self._line.height() + 1))
        screen = self._line.screen().availableGeometry()
        left = max(screen.left(), min(below.x(), screen.right() - width))
        top = below.y()
        if top + height > screen.bottom():
            top = self._line.mapToGlobal(QPoint(0, 0)).y() - height - 1
        self.setGeometry(left, top, width, height)
