"""What is done to all selected rows at once."""

from PySide6.QtWidgets import QMenu

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import N_, counted, tr
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command


class SelectionActions(Actions):
    """Follows which rows are selected in the view that is shown."""

    MENU = "edit"

    def add_commands(self) -> None:
        command = Command("change_all", N_("Change all selected…"), "Ctrl+Shift+E", "pencil")
        self.commands.add(command, self._change_all)
        self.desk.focus.selection_changed.connect(self.refresh)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("change_all",))

    def refresh(self) -> None:
        selection = self.desk.focus.selection
        self.commands["change_all"].setEnabled(selection.count > 0 and not self.desk.workspace.read_only)

    def _change_all(self) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.bulk import MOST, change_selected

        selection = self.desk.focus.selection
        if selection.count > MOST:
            self.host.show_problem(
                InvalidValue(
                    tr("{n} records are too many to change at once.", n=counted(selection.count)),
                    safe=tr("Nothing was changed."),
                    todo=tr("Select at most {n}, or narrow the list by the filter first.", n=counted(MOST)),
                )
            )
            return
        refs = selection.refs()
        if refs:
            change_selected(self.window, self.desk, refs)
