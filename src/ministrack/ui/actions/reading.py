"""Reading reports: a dialog that takes text or a file, and adds what a person ticks of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from ministrack.domain.language import N_, tr
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command
from ministrack.ui.loading import when_loaded
from ministrack.ui.usual_folder import usual_folder

if TYPE_CHECKING:
    from ministrack.edits.changes import ChangeSet
    from ministrack.edits.proposals.reviewed import Reviewed
    from ministrack.ui.dialogs.reading.dialog import ReadReport

_PARTS = ("ministrack.ui.dialogs.reading.dialog",)
_FOLDER = "reading.folder"


class ReadingActions(Actions):
    """Its command stands among those of the file; see file.py. A report can be read in a dossier that can
    only be read as well: the dialog says that nothing can be added."""

    MENU = ""

    def add_commands(self) -> None:
        command = Command("read_report", N_("Read a report…"), "Ctrl+Shift+R", "scan-text")
        self.commands.add(command, self.read)

    def build(self, menu: QMenu) -> None:
        """Nothing of its own."""

    def refresh(self) -> None:
        self.commands.explain("read_report")

    def read(self) -> None:
        """Asks for a report."""
        when_loaded(self.desk.runner, _PARTS, self._begin)

    def take(self, given: Path | str) -> None:
        """Reads a file or a text that was dropped or copied."""
        when_loaded(self.desk.runner, _PARTS, partial(self._take, given))

    def _open(self) -> "ReadReport":
        # delayed: start-up time
        from ministrack.ui.dialogs.reading.dialog import read_report_in

        dialog = read_report_in(self.window, self.desk, self.host.memory)
        dialog.file_wanted.connect(partial(self._ask_file, dialog))
        dialog.added.connect(self._tell)
        return dialog

    def _begin(self) -> None:
        self._open()

    def _take(self, given: Path | str) -> None:
        self._open().take(given)

    def _ask_file(self, over: "ReadReport") -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.reading.source import file_filters

        folder = self.host.memory.folder_of(_FOLDER, usual_folder(self.desk.workspace.path))
        dialog = QFileDialog(over, tr("Open a report"), str(folder), file_filters())
        dialog.setObjectName("fileDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self.chosen, over))
        dialog.open()

    def chosen(self, over: "ReadReport", chosen: str) -> None:
        """Reads the file that was chosen."""
        path = Path(chosen)
        self.host.memory.keep_folder(_FOLDER, path)
        over.take(path)

    def _tell(self, changes: "ChangeSet", added: "Sequence[Reviewed]", name: str) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.reading.done import show_added

        show_added(self.window, self.desk, self.host, changes, added, name)
