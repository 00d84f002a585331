"""The Record menu: what is reported about the task in focus."""

from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command


class TaskActions(Actions):
    """An entry in the ledger of the task in focus."""

    MENU = "record"

    def add_commands(self) -> None:
        entry = Command("ledger.add", N_("Add an entry to the ledger of this task"), "Ctrl+J", "list-checks")
        self.commands.add(entry, self.host.begin_entry)

    def build(self, menu: QMenu) -> None:
        menu.addAction(self.commands["ledger.add"])

    def refresh(self) -> None:
        record = self.desk.focus.record
        is_task = record is not None and record.table == "task"
        self.commands["ledger.add"].setEnabled(is_task and not self.desk.workspace.read_only)
