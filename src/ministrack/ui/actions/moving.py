"""Moving the keyboard: from pane to pane with F6, and back to the table with Escape."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ministrack.domain.language import N_
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command
from ministrack.ui.tab_order import stops

_PANES = ("navigation", "filterBar", "view", "inspector", "timeline")
_SHORTCUT = Qt.FocusReason.ShortcutFocusReason


class MovingActions(Actions):
    """The panes in the order in which F6 visits them; those that are hidden are left out."""

    MENU = "view"

    def add_commands(self) -> None:
        add = self.commands.add
        add(Command("pane.next", N_("Next pane"), "F6"), self._next)
        add(Command("pane.previous", N_("Previous pane"), "Shift+F6"), self._previous)
        self.window.installEventFilter(self)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("pane.next", "pane.previous"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape that nothing else had a use for arrives at the window."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.host.focus_view()
            return True
        return False

    def _next(self) -> None:
        self._go(1)

    def _previous(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        stops = [name for name in _PANES if self._stop(name) is not None]
        here = self._here()
        at = stops.index(here) if here in stops else (-1 if step > 0 else 0)
        name = stops[(at + step) % len(stops)]
        target = self._stop(name)
        if name == "view" or target is None:
            self.window.activateWindow()
            self.host.focus_view()
        else:
            target.window().activateWindow()  # the inspector may have one of its own
            target.setFocus(_SHORTCUT)

    def _here(self) -> str:
        """The pane that has the keyboard."""
        part: QWidget | None = QApplication.focusWidget()
        while part is not None and part is not self.window:
            if part.objectName() in _PANES:
                return part.objectName()
            if part.objectName() == "viewStack":
                return "view"
            part = part.parentWidget()
        return ""

    def _stop(self, name: str) -> QWidget | None:
        """Where the keyboard goes in a pane that is to be seen and has something to do."""
        if name == "view":
            return self.window
        panes = [pane for pane in self.window.findChildren(QWidget, name) if pane.isVisible()]
        inside = (stop for stop in stops(self.window) for pane in panes if _holds(pane, stop))
        return next(inside, None)


def _holds(pane: QWidget, part: QWidget) -> bool:
    return pane is part or pane.isAncestorOf(part)
