"""The inspector in a window of its own: it moves out, follows the same focus, and comes back when closed."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.inspector.inspector import Inspector
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.panes import Panes
from ministrack.ui.placing import place_within_screen

_SIZE = QSize(440, 760)
_SMALLEST = QSize(300, 320)
_PLACE, _OUT = "inspectorWindow", "inspector"
_YES = "own window"


class InspectorWindow(QWidget):
    """Around the inspector while it is out. The keys of the main window hold here; Ctrl+W closes only this.

    Signals: `closed()`; `left()` when Escape was pressed and no field had a use for it.
    """

    closed = Signal()
    left = Signal()

    def __init__(self, window: QMainWindow, inspector: Inspector) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setObjectName("inspectorWindow")
        self.setWindowTitle(tr("Details of {window}", window=window.windowTitle()))
        self.setAccessibleName(self.windowTitle())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inspector)
        for action in window.findChildren(QAction):
            if action.objectName() == "action.close":
                closing = QAction(action.text(), self)
                closing.setShortcuts(action.shortcuts())
                closing.triggered.connect(self.close)
                self.addAction(closing)
            elif action.objectName().startswith("action."):
                self.addAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class InspectorPlace(QObject):
    """Knows where the inspector is: in the main window or in its own.

    Signals: `moved(bool)` with whether it is out now; `left()` when the keyboard is to go back to the view.
    """

    moved = Signal(bool)
    left = Signal()

    def __init__(self, window: QMainWindow, panes: Panes, inspector: Inspector, memory: LayoutMemory) -> None:
        super().__init__(window)
        self._window = window
        self._panes = panes
        self._inspector = inspector
        self._own: InspectorWindow | None = None
        self._place: QByteArray | None = memory.bytes_of(_PLACE)
        if memory.text_of(_OUT) == _YES:
            window.installEventFilter(self)  # moves out as soon as there is a window to move out of

    @property
    def is_out(self) -> bool:
        """Whether the inspector has a window of its own."""
        return self._own is not None

    def toggle(self) -> None:
        """Moves it out, or back."""
        self.move(not self.is_out)

    def move(self, out: bool) -> None:
        """Gives the inspector a window of its own, or takes it back into the main window."""
        if out != self.is_out:
            self._move_out() if out else self._move_back()

    def show_pane(self, shown: bool) -> None:
        """Shows or hides it in the main window."""
        if self.is_out and shown:
            self._move_back()
        else:
            self._panes.show_inspector(shown)

    def bring(self) -> None:
        """Lets it be seen, wherever it is, and takes the keyboard."""
        if self._own is None:
            self._panes.show_inspector()
        else:
            self._own.activateWindow()

    def keep(self, memory: LayoutMemory) -> None:
        """Remembers where it is."""
        memory.keep_text(_OUT, _YES if self.is_out else "")
        if self._own is not None:
            self._place = self._own.saveGeometry()
        if self._place is not None:
            memory.keep_bytes(_PLACE, self._place)

    def close(self) -> None:
        """The main window goes, and takes it along."""
        if self._own is not None:
            self._own.closed.disconnect(self._move_back)
            self._own.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            watched.removeEventFilter(self)
            self._move_out()
        return False

    def _move_out(self) -> None:
        had_keyboard = self._has_keyboard()
        self._panes.release()
        self._own = own = InspectorWindow(self._window, self._inspector)
        self._inspector.show()
        own.closed.connect(self._move_back)
        own.left.connect(self._leave)
        if self._place is None or not own.restoreGeometry(self._place):
            own.setGeometry(self._beside())
        place_within_screen(own, _SMALLEST)
        own.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not had_keyboard)
        own.show()
        self._inspector.show_out(True)
        self.moved.emit(True)

    def _move_back(self) -> None:
        own, self._own = self._own, None
        if own is None:
            return
        self._place = own.saveGeometry()
        had_keyboard = self._has_keyboard()
        self._panes.take_back()
        own.closed.disconnect(self._move_back)
        own.hide()
        own.deleteLater()
        self._inspector.show_out(False)
        self._window.activateWindow()
        if not had_keyboard:
            self.left.emit()
        self.moved.emit(False)

    def _leave(self) -> None:
        self._window.activateWindow()
        self.left.emit()

    def _beside(self) -> QRect:
        """At the right edge of the main window, where it was."""
        frame = self._window.frameGeometry()
        place = QRect(frame.topLeft(), _SIZE)
        place.moveTopRight(frame.topRight())
        place.translate(0, (frame.height() - _SIZE.height()) // 3)
        return place

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._inspector.isAncestorOf(focus)
