"""The File menu: new, open, open recent, save a copy, close, quit."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from ministrack.domain.language import N_, tr
from ministrack.paths import DOSSIER_SUFFIX
from ministrack.ui.actions.actions import BAR, Actions
from ministrack.ui.commands import Command


class FileActions(Actions):
    """Asks for places; the opening itself is done by whoever listens.

    Signals: `open_wanted(Path)`, `new_wanted(Path)`, `copy_wanted(Path)`, `quit_wanted()`.
    """

    open_wanted = Signal(object)
    new_wanted = Signal(object)
    copy_wanted = Signal(object)
    quit_wanted = Signal()

    MENU = "file"

    def add_commands(self) -> None:
        self._recent = QMenu(tr("Open recent"), self.window)
        self._recent.setObjectName("recentMenu")
        add = self.commands.add
        add(Command("new_dossier", N_("New dossier…"), "", "file-text"), self._ask_new)
        add(Command("open", N_("Open…"), "Ctrl+O", "folder-open"), self._ask_open)
        add(Command("save_copy", N_("Save a copy…"), "Ctrl+Shift+S", "copy"), self._ask_copy)
        add(Command("close", N_("Close window"), "Ctrl+W"), self.window.close)
        add(Command("quit", N_("Quit"), "Ctrl+Q", "log-out"), self.quit_wanted.emit)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("new_dossier", "open"))
        menu.addMenu(self._recent)
        self.fill(menu, (BAR, "papers", BAR, "read_report", "import", "export", "timeline.export"))
        self.fill(menu, (BAR, "save_copy", BAR, "close", "quit"))
        self.show_recent(())

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Lists the dossiers opened last, without those that are gone."""
        self._recent.clear()
        for path in paths:
            action = self._recent.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self._open, path))
        self._recent.setEnabled(bool(paths))

    def _open(self, path: Path, _: bool = False) -> None:
        self.open_wanted.emit(path)

    def _ask_open(self) -> None:
        dialog = self._dialog(tr("Open a dossier"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._opened)
        dialog.open()

    def _ask_new(self) -> None:
        dialog = self._dialog(tr("New dossier"), QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._named)
        dialog.open()

    def _ask_copy(self) -> None:
        dialog = self._dialog(tr("Save a copy"), QFileDialog.AcceptMode.AcceptSave)
        copies = self.desk.preferences.settings.copies
        if copies is not None and copies.is_dir():
            dialog.setDirectory(str(copies))
        dialog.selectFile(tr("{name} copy", name=self.desk.workspace.path.stem) + DOSSIER_SUFFIX)
        dialog.fileSelected.connect(self._copied)
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        folder = str(self.desk.workspace.path.parent)
        kinds = f"{tr('Dossiers')} (*{DOSSIER_SUFFIX});;{tr('All files')} (*)"
        dialog = QFileDialog(self.window, title, folder, kinds)
        dialog.setObjectName("fileDialog")
        dialog.setAcceptMode(mode)
        dialog.setDefaultSuffix(DOSSIER_SUFFIX.removeprefix("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _opened(self, path: str) -> None:
        self.open_wanted.emit(Path(path))

    def _named(self, path: str) -> None:
        self.new_wanted.emit(Path(path))

    def _copied(self, path: str) -> None:
        self.copy_wanted.emit(Path(path))
