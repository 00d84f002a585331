"""The timeline in the menus: as a list, moved, on paper."""

from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command
from ministrack.ui.timeline_pane.pane import TimelinePane


class TimelineActions(Actions):
    """Asks the pane at the bottom of the window, which is made after the menus."""

    MENU = "view"

    def add_commands(self) -> None:
        add = self.commands.add
        add(Command("timeline.list", N_("Timeline or list"), "Ctrl+Shift+T", "list"), self._toggle_list)
        add(Command("timeline.export", N_("Export timeline…"), "", "download"), self._export)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("timeline.list",))

    def _toggle_list(self) -> None:
        pane = self.window.findChild(TimelinePane)
        if pane is not None:
            pane.toggle_list()

    def _export(self) -> None:
        pane = self.window.findChild(TimelinePane)
        if pane is not None:
            pane.export()
