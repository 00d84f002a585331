"""Windows: another one on the same dossier, and one for the inspector alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command

_INSPECTOR = "inspector.window"


class WindowActions(Actions):
    """Asks for windows; whoever listens makes them.

    Signals: `another_wanted()` for a second window on this dossier.
    """

    another_wanted = Signal()

    MENU = "view"

    def add_commands(self) -> None:
        command = Command("new_window", N_("New window"), "Ctrl+Shift+N", "copy")
        self.commands.add(command, self.another_wanted.emit)
        name = N_("Details in a window of their own")
        out = Command(_INSPECTOR, name, "Ctrl+Shift+I", "external-link", checkable=True)
        self.commands.add(out, self._move_inspector)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("new_window", _INSPECTOR))

    def _move_inspector(self) -> None:
        self.host.show_pane(_INSPECTOR, self.commands[_INSPECTOR].isChecked())
