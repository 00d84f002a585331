"""The Record menu: new records, and the meeting after the one in focus."""

from functools import partial

from PySide6.QtWidgets import QMenu

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import N_, tr
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command
from ministrack.ui.dialogs.fewest import CREATABLE

_NEW = N_("New")


class RecordActions(Actions):
    """`new_menu` lists what can be made; the window's button for new records shows it too."""

    MENU = "record"

    new_menu: QMenu

    def add_commands(self) -> None:
        self.new_menu = QMenu(tr(_NEW), self.window)
        self.new_menu.setObjectName("newMenu")
        for table in CREATABLE:
            keys = "Ctrl+N" if table == "meeting" else ""
            command = Command(f"new.{table}", RECORD_TYPES[table].ONE, keys, under=_NEW)
            self.new_menu.addAction(self.commands.add(command, partial(self.host.new_record, table)))
        duplicate = N_("Plan the next meeting with the same delegations")
        self.commands.add(Command("duplicate", duplicate, "Ctrl+D", "copy"), self._duplicate)

    def build(self, menu: QMenu) -> None:
        menu.addMenu(self.new_menu)
        menu.addAction(self.commands["duplicate"])

    def refresh(self) -> None:
        writable, record = not self.desk.workspace.read_only, self.desk.focus.record
        for table in CREATABLE:
            self.commands[f"new.{table}"].setEnabled(writable)
        is_meeting = record is not None and record.table == "meeting"
        self.commands["duplicate"].setEnabled(is_meeting and writable)

    def _duplicate(self) -> None:
        """Plans the meeting after the one in focus, with the same delegations expected, and opens it."""
        record = self.desk.focus.record
        if record is None or record.table != "meeting":
            return
        # delayed: start-up time
        from ministrack.edits.duplicating import meeting_after

        try:
            done = self.desk.runner.attempt(meeting_after(self.desk.read, record.id))
        except MinistrackError as error:
            self.host.show_problem(error)
            return
        if done.about is not None:
            self.host.open_record(done.about)
            self.host.edit_record(done.about)
