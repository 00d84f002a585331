"""The Help menu: keyboard shortcuts, about the program."""

from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command


class HelpActions(Actions):
    """What explains the program."""

    MENU = "help"

    def add_commands(self) -> None:
        self.commands.add(Command("shortcuts", N_("Keyboard shortcuts"), "F1"), self._show_shortcuts)
        self.commands.add(Command("about", N_("About ministrack")), self._show_about)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("shortcuts", "about"))

    def _show_shortcuts(self) -> None:
        # delayed: start-up time; these dialogs are rarely opened
        from ministrack.ui.dialogs.about import show_shortcuts

        show_shortcuts(self.window, self.commands.all())

    def _show_about(self) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.about import show_about

        show_about(self.window)
