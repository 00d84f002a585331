"""The list of cards in one column: keyboard, pointer, dragging, and a hint where there is none."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ministrack.domain.record import Ref
from ministrack.domain.task import TaskStatus
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import RADIUS, SPACE
from ministrack.ui.views.tasks.board.deck import MIME, Deck
from ministrack.ui.views.tasks.board.drawing import SIDE, CardDelegate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDES: Mapping[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_HINT_LINES = 4

Index = QModelIndex | QPersistentModelIndex


class CardList(QListView):
    """Cards of one status.

    Signals: `picked(Ref)` when the user moves to a card; `pointed()` when it was by a click; `opened(Ref)` by
    Enter or a double click; `side_wanted(int)` and `move_wanted(int)` for the column before (-1) or after
    (1); `dropped(str)` with the id of a task; `dragged(QPoint)`, global, while a card is over the list;
    `menu_wanted(QPoint)`, global; `delete_wanted(list[Ref])`; `more_wanted()` by Down on the last card.
    """

    picked = Signal(object)
    pointed = Signal()
    opened = Signal(object)
    side_wanted = Signal(int)
    move_wanted = Signal(int)
    dropped = Signal(str)
    dragged = Signal(QPoint)
    menu_wanted = Signal(QPoint)
    delete_wanted = Signal(object)
    more_wanted = Signal()

    def __init__(self, desk: Desk, status: TaskStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._following = False  # the card moves, but not by the user's hand
        self._hint = ""
        self._is_target = False
        self.deck = Deck(desk.read, status, self)
        self.setObjectName(f"board.{status.value}")
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self.deck)
        self._delegate = CardDelegate(desk, self)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self._allow_dragging()
        self.clicked.connect(self._point)
        self.doubleClicked.connect(self._open)
        desk.flags.changed.connect(self.viewport().update)
        desk.themes.changed.connect(self._repaint)

    # what is shown

    def show_hint(self, words: str) -> None:
        """What stands in place of cards."""
        self._hint = words
        self.viewport().update()

    def current(self) -> Ref | None:
        """The task of the card under the keyboard."""
        card = self.deck.card(self.currentIndex().row())
        return card.ref if card else None

    def choose(self, row: int | None) -> None:
        """Selects a card that was chosen elsewhere and brings it into view; None: nothing is selected."""
        with self.unheard():
            if row is None:
                self.clearSelection()
                return
            index = self.deck.index(row)
            if self.currentIndex() != index or not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
                self.scrollTo(index)

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """Whatever becomes current meanwhile was not chosen by the user."""
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    # keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = _SIDES.get(event.key(), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            side = -side
        is_current = self.currentIndex().isValid()
        if side and event.modifiers() & _MOVING == _MOVING:
            self.move_wanted.emit(side)
        elif side and not event.modifiers() & _MOVING:
            self.side_wanted.emit(side)
        elif event.key() in _ENTER and is_current:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Delete) and is_current:
            self.delete_wanted.emit([self.current()])
        else:
            if event.key() == Qt.Key.Key_Down and self.currentIndex().row() == self.deck.rowCount() - 1:
                self.more_wanted.emit()
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: it would find only among the cards that are read; the search field finds all."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._following and current.isValid():
            self._pick(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        with self.unheard():
            super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.deck.rowCount():
            with self.unheard():  # shows where the keys would start from; none is chosen yet
                self.selectionModel().setCurrentIndex(
                    self.deck.index(0), self.selectionModel().SelectionFlag.NoUpdate
                )
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # now; Qt would wait for a tenth of a second

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            index = self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        self._pick(index)
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_wanted.emit(place)
        event.accept()

    def _pick(self, index: Index) -> None:
        card = self.deck.card(index.row())
        if card is not None:
            self.picked.emit(card.ref)

    def _point(self, index: Index) -> None:
        self._pick(index)
        self.pointed.emit()

    def _open(self, index: Index) -> None:
        card = self.deck.card(index.row())
        if card is not None:
            self.opened.emit(card.ref)

    # dragging

    def _allow_dragging(self) -> None:
        can_write = not self._desk.workspace.read_only
        self.deck.can_drag = can_write
        self.setDragEnabled(can_write)
        self.setAcceptDrops(can_write)
        self.setDropIndicatorShown(False)
        if can_write:
            self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
            # Not a move in Qt's sense: the model hears of it from the dossier.
            self.setDefaultDropAction(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._welcome(event)
        self.dragged.emit(self.viewport().mapToGlobal(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_target(False)
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(event.mimeData().data(MIME).toStdString())

    def _welcome(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._show_target(True)

    def _show_target(self, is_target: bool) -> None:
        if is_target != self._is_target:
            self._is_target = is_target
            self.viewport().update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._desk.themes.theme
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_target:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if self._hint and not self.deck.rowCount():
            self._paint_hint(painter, theme.border_strong, theme.text_soft)
        painter.end()

    def _paint_hint(self, painter: QPainter, edge: str, ink: str) -> None:
        height = _HINT_LINES * self.fontMetrics().height()
        box = QRect(SIDE, SIDE, self.viewport().width() - 2 * SIDE, height)
        painter.setPen(QPen(QColor(edge), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(QColor(ink))
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(box.adjusted(2 * SPACE, SPACE, -2 * SPACE, -SPACE), flags, self._hint)

    def _repaint(self, _: object) -> None:
        self.viewport().update()
