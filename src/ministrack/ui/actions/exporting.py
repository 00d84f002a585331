"""Export in the menus: the view, the selected rows or everything into a file."""

from functools import partial

from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command
from ministrack.ui.loading import when_loaded
from ministrack.ui.view_stack import ViewStack

_PARTS = ("ministrack.ui.dialogs.exporting.dialog",)


class ExportActions(Actions):
    """Its command stands among those of the file; see file.py."""

    MENU = ""

    def add_commands(self) -> None:
        self.commands.add(Command("export", N_("Export…"), "Ctrl+E", "upload"), self._export)

    def build(self, menu: QMenu) -> None:
        """Nothing of its own."""

    def _export(self) -> None:
        views = self.window.findChild(ViewStack)
        if views is not None and views.commit():
            when_loaded(self.desk.runner, _PARTS, partial(self._show, views))

    def _show(self, views: ViewStack) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.exporting.dialog import show_export
        from ministrack.ui.dialogs.exporting.what import offered

        show_export(self.window, self.desk, self.host.memory, offered(views.current()))
