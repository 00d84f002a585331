"""The tray beside the calendar: meetings whose day is not known; they are carried from here to a day."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QVBoxLayout, QWidget

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import counted, tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.views.meetings.calendar.carrying import Carrying
from ministrack.ui.views.meetings.calendar.entries import Entry
from ministrack.ui.views.meetings.calendar.tray_delegate import TrayDelegate
from ministrack.ui.views.meetings.calendar.tray_model import TrayModel
from ministrack.ui.widgets.words import words

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TrayList(QListView):
    """The list itself.

    Signals: `picked(Ref)` when a meeting is chosen; `pointed()` when it was by a click; `opened(Ref)` by
    Enter or a double click; `carry_wanted(Entry)` to choose a day by keys; `dragged(QPoint)` with a place of
    the screen while a meeting is drawn about, `dropped()` when it is let go; `delete_wanted(list[Ref])`.
    """

    picked = Signal(object)
    pointed = Signal()
    opened = Signal(object)
    carry_wanted = Signal(object)
    dragged = Signal(object)
    dropped = Signal()
    delete_wanted = Signal(object)

    def __init__(self, desk: Desk, carrying: Carrying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carrying = carrying
        self._pressed: Entry | None = None
        self._pressed_at = QPoint()
        self._following = False
        self.setObjectName("calendarTray")
        self.setAccessibleName(tr("Meetings whose day is not known"))
        self.lines = TrayModel(desk.read, self)
        self.setModel(self.lines)
        self.setItemDelegate(TrayDelegate(desk, self.lines, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        desk.themes.changed.connect(self._repaint)

    def follow(self, ref: Ref | None) -> None:
        """Shows which meeting is in focus."""
        index = self.lines.index_of(ref)
        self._following = True
        self.setCurrentIndex(index)
        self._following = False
        if index.isValid():
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry = self.lines.entry(current)
        if entry is not None and not self._following:
            self.picked.emit(entry.ref)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry, key = self.lines.entry(self.currentIndex()), event.key()
        if self._carrying.entry is not None and key == Qt.Key.Key_Escape:
            self._carrying.give_up()
        elif entry is not None and key in _ENTER:
            self.opened.emit(entry.ref)
        elif entry is not None and key == Qt.Key.Key_M:
            self.carry_wanted.emit(entry)
        elif entry is not None and key == Qt.Key.Key_Delete:
            self.delete_wanted.emit([entry.ref])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are commands here."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        entry = self.lines.entry(self.indexAt(event.position().toPoint()))
        self._pressed = entry if event.button() is Qt.MouseButton.LeftButton else None
        self._pressed_at = event.position().toPoint()
        if entry is not None:
            self.picked.emit(entry.ref)
            self.pointed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        far = (
            event.position().toPoint() - self._pressed_at
        ).manhattanLength() >= QApplication.startDragDistance()
        if self._pressed is not None and is_held and far:
            entry, self._pressed = self._pressed, None
            self._carrying.pick_up(entry)
        if self._carrying.entry is not None and is_held:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._carrying.entry is not None and event.button() is Qt.MouseButton.LeftButton:
            self.dropped.emit()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        entry = self.lines.entry(self.indexAt(event.position().toPoint()))
        if entry is not None:
            self.opened.emit(entry.ref)

    def _repaint(self, _: object = None) -> None:
        self.viewport().update()


class Tray(QFrame):
    """The list under its title, and words in its place when there is nothing to list."""

    def __init__(self, desk: Desk, carrying: Carrying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TrayList(desk, carrying, self)
        self._title = words("strong")
        self._title.setObjectName("trayTitle")
        self._none = words("soft", tr("Every meeting of this time has its day."))
        self._none.setObjectName("trayEmpty")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * SPACE, 0, 0)
        layout.setSpacing(SPACE)
        for label in (self._title, self._none):
            label.setContentsMargins(3 * SPACE, 0, 3 * SPACE, 0)
            layout.addWidget(label)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)

    def show_period(self, shared: SharedFilter, first: date, last: date) -> None:
        """Reads what belongs to a period."""
        self.list.lines.show(shared, first, last)
        total = self.list.lines.total
        self._title.setText(tr("Day not known · {n}", n=counted(total)) if total else tr("Day not known"))
        self._none.setVisible(not total)
        self.list.setVisible(bool(total))
