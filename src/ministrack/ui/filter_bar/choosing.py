"""The popup of a chip that chooses from a list: a line to find an entry, and entries to tick."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.filter_bar.popup import FilterPopup
from ministrack.ui.models.choices import ChoiceModel, Option
from ministrack.ui.style.metrics import SPACE, flag_side, grown, scaled_font
from ministrack.ui.style.theme import ThemeSource

_WIDTH = 280
_SHOWN = 14  # entries without scrolling
_SEARCHED_FROM = 7  # entries; fewer are seen at a glance
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Find = Callable[[str], Sequence[Option]]


class ChoicePopup(FilterPopup):
    """Several entries may be ticked; each tick counts at once.

    Signals: `ticked(str)` with the id of the entry.
    """

    ticked = Signal(str)

    def __init__(self, desk: Desk, chip: QWidget, find: Find, *, name: str, nothing: str) -> None:
        super().__init__(chip)
        self._find = find
        options = find("")
        self._line = QLineEdit(self)
        self._line.setObjectName("filterSearch")
        self._line.setAccessibleName(tr("Find in the list"))
        self._line.setPlaceholderText(tr("Type to find"))
        self._line.setVisible(len(options) >= _SEARCHED_FROM and all(option.id for option in options))
        self._line.textEdited.connect(self._look)
        self._line.installEventFilter(self)
        self._model = ChoiceModel(desk.flags, self)
        self._model.ticked.connect(self.ticked)
        self.list = _TickList(desk.themes, self)
        self.list.setAccessibleName(name)
        self.list.setModel(self._model)
        self.list.clicked.connect(self._clicked)
        self._nothing = QLabel(nothing, self)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("role", "hint")
        for widget in (self._line, self.list, self._nothing):
            self.column.addWidget(widget)
        self.setFixedWidth(grown(_WIDTH, self.font()))
        self._offer(options)
        self._resize_list()
        (self._line if self._line.isVisibleTo(self) else self.list).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line, arrows and Enter go to the list."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self.list.setFocus()
                return True
            if event.key() in _ENTER:
                self._model.toggle(self.list.currentIndex().row())
                return True
        return False

    def _look(self, text: str) -> None:
        self._offer(self._find(text))

    def _offer(self, options: Sequence[Option]) -> None:
        self._model.offer(options)
        first = next((row for row, option in enumerate(options) if option.id), None)
        if first is not None:
            self.list.setCurrentIndex(self._model.index(first))
        self._nothing.setVisible(first is None)
        self.list.setVisible(first is not None)

    def _clicked(self, index: QModelIndex) -> None:
        self.list.toggle_unless_done(index.row())

    def _resize_list(self) -> None:
        rows = min(self._model.rowCount(), _SHOWN)
        height = sum(self.list.sizeHintForRow(row) for row in range(rows))
        self.list.setFixedHeight(height + 2 * SPACE)


class _TickList(QListView):
    """Space and Enter tick; a click anywhere in a row ticks once."""

    def __init__(self, themes: ThemeSource, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filterChoices")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QListView { background: transparent }")  # the card shows through
        self.setIconSize(QSize(1, 1) * flag_side(self.font()))
        self.setItemDelegate(_TickDelegate(themes, self))

    def toggle_unless_done(self, row: int) -> None:
        """Ticks a row that was clicked."""
        model = self.model()
        if isinstance(model, ChoiceModel):
            model.toggle(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {*_ENTER, Qt.Key.Key_Space}:
            self.toggle_unless_done(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class _TickDelegate(QStyledItemDelegate):
    """Headings are soft and small; the style paints the rest."""

    def __init__(self, themes: ThemeSource, view: QListView) -> None:
        super().__init__(view)
        self._themes = themes
        self._view = view

    def editorEvent(self, *_: object) -> bool:
        return False  # the list ticks by itself, wherever in the row one clicks

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, self._view.fontMetrics().height() + 3 * SPACE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.flags() != Qt.ItemFlag.NoItemFlags:
            super().paint(painter, option, index)
            return
        box: QRect = option.rect
        painter.save()
        painter.setFont(scaled_font(self._view.font(), 0.9, QFont.Weight.DemiBold))
        painter.setPen(QColor(self._themes.theme.text_soft))
        side = QStyle.visualAlignment(
            painter.layoutDirection(), Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(box.adjusted(2 * SPACE, 0, -2 * SPACE, 0), int(side), str(index.data()))
        painter.restore()
