"""A list whose lines lead to other records: keyboard, click, and a menu to take a line off."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QWidget

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.inspector.entry_delegate import EntryDelegate, Shape
from ministrack.ui.inspector.entry_model import EntryModel, Lines

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LEAST_ROWS = 2


class LinkList(QListView):
    """Shows entries; Enter or a click selects the record behind a line.

    Signals: `removal_wanted(Ref)` when a line is to be taken off the list: the row that makes the link.
    """

    removal_wanted = Signal(object)

    def __init__(self, desk: Desk, name: str, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.entries = EntryModel(self)
        self.setObjectName(name)
        self.setModel(self.entries)
        self._delegate = EntryDelegate(shape, desk.themes, desk.flags, self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMouseTracking(True)
        self.set_shape(shape)
        self.clicked.connect(self._open)
        self.customContextMenuRequested.connect(self._offer_menu)
        desk.flags.changed.connect(self.viewport().update)

    def set_shape(self, shape: Shape) -> None:
        """Lays lines out otherwise."""
        self._delegate.shape = shape
        self.setUniformItemSizes(shape is not Shape.WRAPPED)
        self.setResizeMode(
            QListView.ResizeMode.Adjust if shape is Shape.WRAPPED else QListView.ResizeMode.Fixed
        )

    def show_lines(self, lines: Lines) -> None:
        """Shows other lines, none of them current."""
        self.entries.show_lines(lines)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = self.entries.rowCount()
        return QSize(200, self._height(rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height(min(self.entries.rowCount(), _LEAST_ROWS)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
            event.accept()
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self._take_off(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def entry_at(self, row: int) -> Entry | None:
        """The line at a position."""
        return self.entries.entry(self.entries.index(row))

    def _height(self, rows: int) -> int:
        if not rows:
            return 0
        if self.uniformItemSizes():
            return rows * max(self.sizeHintForRow(0), 1) + 2
        shown = min(rows, 60)  # beyond that the list scrolls anyway
        return sum(max(self.sizeHintForRow(row), 1) for row in range(shown)) + 2

    def _open(self, index: QModelIndex) -> None:
        entry = self.entries.entry(index)
        if entry is not None and entry.opens is not None:
            self.open_entry(entry, entry.opens)

    def open_entry(self, entry: Entry, ref: Ref) -> None:
        """What a click does: the record comes into focus, the view stays."""
        self._desk.focus.select(ref)

    def _take_off(self, index: QModelIndex) -> None:
        entry = self.entries.entry(index)
        if entry is not None and entry.own is not None:
            self.removal_wanted.emit(entry.own)

    def _offer_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        entry = self.entries.entry(index)
        if entry is None:
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.opens is not None:
            menu.addAction(self._desk.icons.icon("arrow-right"), tr("Open"), self._open_current)
        if entry.own is not None:
            menu.addAction(self._desk.icons.icon("trash-2"), _removal(entry), self._take_off_current)
        menu.popup(self.viewport().mapToGlobal(where))

    def _open_current(self) -> None:
        self._open(self.currentIndex())

    def _take_off_current(self) -> None:
        self._take_off(self.currentIndex())


def _removal(entry: Entry) -> str:
    """Where the line is the record itself it is deleted; where it only links to one, the link goes."""
    return tr("Delete…") if entry.own == entry.opens else tr("Remove from this list…")
