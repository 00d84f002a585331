"""Windows: another one on the same dossier."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command


class WindowActions(Actions):
    """Asks for windows; whoever listens makes them.

    Signals: `another_wanted()` for a second window on this dossier.
    """

    another_wanted = Signal()

    MENU = "view"

    def add_commands(self) -> None:
        command = Command("new_window", N_("New window"), "Ctrl+Shift+N", "copy")
        self.commands.add(command, self.another_wanted.emit)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("new_window",))
