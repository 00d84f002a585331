"""Imports: a file that is chosen, or dropped on the window, or what was copied in another program."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import N_, tr
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command
from ministrack.ui.loading import when_loaded
from ministrack.ui.usual_folder import usual_folder

if TYPE_CHECKING:
    from ministrack.edits.changes import ChangeSet
    from ministrack.ui.dialogs.importing.dialog import ImportFile
    from ministrack.ui.dialogs.importing.source import ImportSource
    from ministrack.ui.dropping import Dropping

_PARTS = ("ministrack.exchange.import_formats", "ministrack.ui.dialogs.importing.dialog")
_COMMANDS = ("import", "import_clipboard")
_FOLDER = "import.folder"


class ImportActions(Actions):
    """Asks for a file and opens the dialog that shows what it would do.

    Signals: `open_wanted(Path)` when a dossier was dropped; `report_wanted(object)` with the Path or the text
    of a report that was.
    """

    open_wanted = Signal(object)
    report_wanted = Signal(object)

    MENU = "edit"

    def add_commands(self) -> None:
        self._dropping: Dropping | None = None
        self.window.setAcceptDrops(True)
        self.window.installEventFilter(self)
        add = self.commands.add
        add(Command("import", N_("Import…"), "Ctrl+Shift+O", "file-plus"), self.choose)
        clipboard = Command("import_clipboard", N_("Import from the clipboard…"), "Ctrl+Shift+V")
        self.commands.add(clipboard, self.take_clipboard)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("import_clipboard",))

    def refresh(self) -> None:
        read_only = self.desk.workspace.read_only
        for name in _COMMANDS:
            self.commands[name].setEnabled(not read_only)
            self.commands.explain(name)
            if read_only:
                self.commands[name].setToolTip(tr("This dossier can only be read."))

    def choose(self) -> None:
        """Asks for a file, and imports it."""
        when_loaded(self.desk.runner, _PARTS, partial(self._ask_file, None))

    def take_clipboard(self) -> None:
        """Imports what was copied."""
        self.take_text(QGuiApplication.clipboard().text())

    def take(self, given: Path | str) -> None:
        """Imports a file or a text that was dropped."""
        if isinstance(given, Path):
            self.take_file(given)
        else:
            self.take_text(given)

    def _ask_what(self, given: Path | str) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.messages import ask_which

        box = ask_which(
            self.window,
            tr("Read this as a report, or import it?"),
            tr("A report is read for what it says. Lines of a table, a calendar or cards are imported."),
            {
                tr("Read as a report"): partial(self.report_wanted.emit, given),
                tr("Import"): partial(self.take, given),
            },
            name="dropQuestion",
        )
        box.open()

    def take_text(self, text: str) -> None:
        """Imports lines, a calendar or the like that were copied or dropped."""
        when_loaded(self.desk.runner, _PARTS, partial(self._take_text, text))

    def take_file(self, path: Path) -> None:
        """Imports a file."""
        when_loaded(self.desk.runner, _PARTS, partial(self._take_file, path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something is dragged over the window, or dropped there."""
        if event.type() != QEvent.Type.DragEnter and self._dropping is None:
            return False
        if self._dropping is None:
            # delayed: start-up time
            from ministrack.exchange.import_formats import IMPORT_FORMATS
            from ministrack.ui.dropping import Dropping

            self._dropping = Dropping(self.window, self.desk, IMPORT_FORMATS)
            self._dropping.dropped.connect(self.take)
            self._dropping.report_dropped.connect(self.report_wanted)
            self._dropping.doubtful_dropped.connect(self._ask_what)
            self._dropping.dossier_dropped.connect(self.open_wanted)
        return self._dropping.takes(event)

    def _take_text(self, text: str) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.importing.source import source_of_text

        try:
            source = source_of_text(text)
        except InvalidValue as error:
            self.host.show_problem(error)
            return
        self._take(source)

    def _take_file(self, path: Path) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.importing.source import ImportSource

        self._take(ImportSource(path, path.name))

    def _take(self, source: "ImportSource") -> None:
        # delayed: start-up time
        from ministrack.exchange.import_formats import IMPORT_FORMATS
        from ministrack.ui.dialogs.importing.dialog import import_file

        dialog = import_file(self.window, self.desk, source, IMPORT_FORMATS)
        dialog.other_wanted.connect(partial(self._ask_file, dialog))
        dialog.imported.connect(self._tell)

    def _ask_file(self, over: "ImportFile | None") -> None:
        # delayed: start-up time
        from ministrack.exchange.import_formats import IMPORT_FORMATS
        from ministrack.ui.dialogs.importing.source import file_filters

        folder = self.host.memory.folder_of(_FOLDER, usual_folder(self.desk.workspace.path))
        kinds = file_filters(IMPORT_FORMATS)
        dialog = QFileDialog(over or self.window, tr("Import a file"), str(folder), kinds)
        dialog.setObjectName("fileDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._chosen, over))
        dialog.open()

    def _chosen(self, over: "ImportFile | None", chosen: str) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.importing.source import ImportSource

        path = Path(chosen)
        self.host.memory.keep_folder(_FOLDER, path)
        if over is None:
            self.take_file(path)
        else:
            over.take(ImportSource(path, path.name))

    def _tell(self, changes: "ChangeSet", count: int, name: str) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.importing.done import show_imported

        show_imported(self.window, self.desk, self.host, changes, count, name)
