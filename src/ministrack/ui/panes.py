"""Navigation, view and inspector side by side; where there is no room, the inspector lies over the view."""

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QVBoxLayout, QWidget

from ministrack.ui.style.metrics import grown

NARROW = 1180  # px: below, a table beside the inspector would have to cut its columns
_SIZES = (204, 862, 374)
_OVER = 374  # width of the inspector over the view


class Panes(QWidget):
    """Shares the width. When it is too narrow for three, the inspector waits until it is asked for.

    Signals: `inspector_shown(bool)` when it comes or goes, whoever asked; `left()` when the keyboard was
    in the inspector that has just been closed.
    """

    inspector_shown = Signal(bool)
    left = Signal()

    def __init__(
        self, navigation: QWidget, views: QWidget, inspector: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._is_narrow = False
        self._is_out = False  # the inspector has a window of its own
        self._is_wanted = True  # beside the view, where there is room
        self._is_for_details = True  # the view is one of single records
        self._wide_state = QByteArray()
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setObjectName("panes")
        for pane in (navigation, views, inspector):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([_SIZES[0], _SIZES[1], grown(_SIZES[2], self.font())])
        self._splitter.setCollapsible(1, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._over = _overlay(self)
        self._over.installEventFilter(self)

    @property
    def is_narrow(self) -> bool:
        """Whether the inspector lies over the view, or waits."""
        return self._is_narrow

    @property
    def shows_inspector(self) -> bool:
        """Whether the inspector can be seen."""
        if self._is_out:
            return False
        return not self._over.isHidden() if self._is_narrow else self._is_wanted

    def show_inspector(self, shown: bool = True) -> None:
        """Opens or closes the inspector; over the view where there is no room beside it."""
        if shown == self.shows_inspector or self._is_out:
            return
        had_keyboard = self._has_keyboard()
        if self._is_narrow:
            self._over.setVisible(shown)
            self._over.raise_()
        else:
            self._is_wanted = shown
            self._inspector.setVisible(shown)
        self.inspector_shown.emit(shown)
        if had_keyboard and not shown:
            self.left.emit()

    def release(self) -> None:
        """Lets the inspector go into a window of its own."""
        if not self._is_narrow:
            self._wide_state = self._splitter.saveState()
        self._is_out = True
        self._over.hide()
        self.inspector_shown.emit(False)

    def take_back(self) -> None:
        """Takes it in again, where it is seen."""
        self._is_out = False
        self._is_wanted = True
        if self._is_narrow:
            self._lay_over(shown=True)
        else:
            self._lay_beside()

    def show_if_narrow(self) -> None:
        """Somebody picked a record: where the inspector waits, it comes."""
        if self._is_narrow:
            self.show_inspector()

    def set_for_details(self, is_for_details: bool) -> None:
        """A view that is not about single records has the whole width; the inspector waits."""
        self._is_for_details = is_for_details
        self._settle()

    def state(self) -> QByteArray:
        """Widths, to be remembered: those of a window that is wide enough."""
        return self._wide_state if self._is_narrow or self._is_out else self._splitter.saveState()

    def restore(self, state: QByteArray) -> bool:
        """Takes back what state() gave; False for what is none."""
        if self._is_narrow or self._is_out:
            self._wide_state = state
            return True
        return self._splitter.restoreState(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that no field had a use for."""
        if event.key() == Qt.Key.Key_Escape and self._is_narrow and self.shows_inspector:
            self.show_inspector(False)
            event.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._place()
        return False

    def _settle(self) -> None:
        is_narrow = self.width() < grown(NARROW, self.font()) or not self._is_for_details
        if is_narrow != self._is_narrow:
            self._fold() if is_narrow else self._unfold()
        self._place()

    def _fold(self) -> None:
        self._is_narrow = True
        if not self._is_out:
            self._wide_state = self._splitter.saveState()
            self._lay_over(shown=self._has_keyboard())  # whoever was writing goes on

    def _lay_over(self, *, shown: bool) -> None:
        layout = self._over.layout()
        if layout is not None:
            layout.addWidget(self._inspector)
        self._inspector.show()
        self._over.setVisible(shown)
        self._over.raise_()
        self.inspector_shown.emit(shown)

    def _unfold(self) -> None:
        self._is_narrow = False
        if not self._is_out:
            self._lay_beside()

    def _lay_beside(self) -> None:
        self._over.hide()
        self._splitter.addWidget(self._inspector)
        self._splitter.setCollapsible(1, False)
        self._inspector.setVisible(self._is_wanted)
        self._splitter.restoreState(self._wide_state)
        self.inspector_shown.emit(self._is_wanted)

    def _place(self) -> None:
        width = min(grown(_OVER, self.font()), self.width() * 2 // 3)
        left = 0 if self.isRightToLeft() else self.width() - width
        self._over.setGeometry(left, 0, width, self.height())

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._inspector.isAncestorOf(focus)


def _overlay(parent: QWidget) -> QFrame:
    """A pane above the others, set off by a line on its inner side."""
    over = QFrame(parent)
    over.setObjectName("inspectorOver")
    over.setProperty("role", "over")
    over.setProperty("mirrored", over.isRightToLeft())
    over.hide()
    layout = QVBoxLayout(over)
    layout.setContentsMargins(*((0, 0, 1, 0) if over.isRightToLeft() else (1, 0, 0, 0)))
    layout.setSpacing(0)
    return over
