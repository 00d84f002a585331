"""The preferences, in the Edit menu."""

from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command


class PreferenceActions(Actions):
    """Opens what a person can set."""

    MENU = "edit"

    def add_commands(self) -> None:
        command = Command("preferences", N_("Preferences…"), "Ctrl+,", "settings")
        self.commands.add(command, self._show)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("preferences",))

    def _show(self) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.preferences import show_preferences

        show_preferences(self.desk.preferences, self.window)
