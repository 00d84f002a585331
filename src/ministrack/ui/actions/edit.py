"""The Edit menu: undo and redo by the name of the step, delete, search, clear the filter."""

from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_, tr
from ministrack.ui.actions.actions import BAR, Actions
from ministrack.ui.commands import Command


class EditActions(Actions):
    """What is done to any record, and taken back."""

    MENU = "edit"

    def add_commands(self) -> None:
        add, desk, host = self.commands.add, self.desk, self.host
        add(Command("undo", N_("Undo"), "Ctrl+Z", "undo-2"), desk.runner.undo)
        add(Command("redo", N_("Redo"), "Ctrl+Shift+Z | Ctrl+Y", "redo-2"), desk.runner.redo)
        add(Command("delete", N_("Delete…"), "Ctrl+Delete", "trash-2"), self._delete)
        add(Command("search", N_("Search everything"), "Ctrl+K | Ctrl+F", "search"), host.focus_search)
        add(Command("clear_filter", N_("Clear filter"), "Ctrl+Shift+L", "funnel-x"), desk.focus.clear_filter)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("undo", "redo", BAR, "delete", BAR, "search", "clear_filter"))

    def refresh(self) -> None:
        workspace, focus, commands = self.desk.workspace, self.desk.focus, self.commands
        undo, redo = workspace.undo_label(), workspace.redo_label()
        commands["undo"].setText(tr("Undo: {label}", label=undo) if undo else tr("Undo"))
        commands["redo"].setText(tr("Redo: {label}", label=redo) if redo else tr("Redo"))
        writable = not workspace.read_only
        commands["undo"].setEnabled(undo is not None and writable)
        commands["redo"].setEnabled(redo is not None and writable)
        commands["delete"].setEnabled(focus.record is not None and writable)
        commands["clear_filter"].setEnabled(not focus.filter.is_empty)
        for name in ("undo", "redo"):
            commands.explain(name)

    def _delete(self) -> None:
        if self.desk.focus.record is not None:
            self.host.delete([self.desk.focus.record])
