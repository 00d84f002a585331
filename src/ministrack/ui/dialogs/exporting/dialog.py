"""The dialog that exports: what, in which format, how; then where to, and how far it is."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLabel,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.domain.progress import Stopped
from ministrack.exchange.formats import Format
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.exporting.done import say_done
from ministrack.ui.dialogs.exporting.options import OptionsBox
from ministrack.ui.dialogs.exporting.what import What
from ministrack.ui.dialogs.exporting.writing import writing
from ministrack.ui.dialogs.messages import show_error
from ministrack.ui.dialogs.saving import ask_where
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.style.metrics import DIALOG_MARGINS, SPACE
from ministrack.ui.usual_folder import usual_folder
from ministrack.ui.widgets.dialog import Dialog, answer_buttons
from ministrack.ui.widgets.words import words

if TYPE_CHECKING:
    from ministrack.ui.working import Job

_LETTERS = 62  # wide enough for the sentence about a format
_FORMAT, _FOLDER = "export.format", "export.folder"


class ExportDialog(Dialog):
    """Closes when the file is written, and leaves everything as it was when it is not."""

    def __init__(self, desk: Desk, memory: LayoutMemory, choices: Sequence[What], parent: QWidget) -> None:
        super().__init__("exportDialog", tr("Export"), parent)
        self._window = parent
        self._desk = desk
        self._memory = memory
        self._choices = tuple(choices)
        self._job: Job | None = None
        self._path = Path()
        self._what = QButtonGroup(self)
        self._formats = QComboBox(self)
        self._good_for = words("hint")
        self._options = OptionsBox(memory, self)
        self._bar = QProgressBar(self)
        self._buttons, self._answer = answer_buttons(self, "export.write", tr("Choose file…"))
        self._buttons.accepted.connect(self._ask)
        self._lay_out()
        self._offer_formats()
        self._what.buttons()[0].setFocus()

    @property
    def chosen(self) -> What:
        """What goes out."""
        return self._choices[self._what.checkedId()]

    @property
    def format(self) -> Format:
        """The format that is chosen."""
        formats = self.chosen.formats()
        return next(each for each in formats if each.name == self._formats.currentData())

    def reject(self) -> None:
        """Stops what is being written first; without that, goes."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def write(self, path: Path) -> None:
        """Writes the file, whole or not at all."""
        self._path = path
        self._memory.keep_text(_FORMAT, self.format.name)
        self._memory.keep_folder(_FOLDER, path)
        self._options.keep()
        work = writing(
            self._desk.runner.background(), self.chosen, self.format, self._options.options(), path
        )
        self._job = job = self._desk.runner.start(work)
        self._show_working(True)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._heading(tr("What to export")))
        for number, each in enumerate(self._choices):
            button = QRadioButton(each.label.replace("&", "&&"), self)
            button.setObjectName(f"export.what.{each.name}")
            button.setChecked(number == 0)
            self._what.addButton(button, number)
            layout.addWidget(button)
        self._what.idToggled.connect(self._offer_formats)
        layout.addSpacing(2 * SPACE)
        layout.addWidget(self._heading(tr("Format")))
        self._formats.setObjectName("export.format")
        self._formats.setAccessibleName(tr("Format"))
        self._formats.currentIndexChanged.connect(self._follow_format)
        self._good_for.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._good_for.setObjectName("export.goodFor")
        self._bar.setObjectName("export.progress")
        self._bar.setAccessibleName(tr("Progress"))
        for widget in (self._formats, self._good_for, self._options):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._bar)
        self._bar.hide()
        layout.addSpacing(2 * SPACE)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)

    def _heading(self, text: str) -> QLabel:
        return words("heading", text)

    def _offer_formats(self, *_: object) -> None:
        wanted = self._formats.currentData() or self._memory.text_of(_FORMAT)
        formats = self.chosen.formats()
        names = [each.name for each in formats]
        with QSignalBlocker(self._formats):
            self._formats.clear()
            for each in formats:
                self._formats.addItem(tr(each.label), each.name)
            usual = "xlsx" if self.chosen.table else "json"
            self._formats.setCurrentIndex(names.index(wanted if wanted in names else usual))
        self._follow_format()

    def _follow_format(self, *_: object) -> None:
        self._good_for.setText(tr(self.format.good_for))
        self._formats.setAccessibleDescription(tr(self.format.good_for))
        self._options.follow(self.format)

    def _ask(self) -> None:
        chosen = self.format
        suffix = chosen.ending(whole=not self.chosen.table)
        dossier = self._desk.workspace.path
        name = f"{dossier.stem} {self.chosen.part}".strip()
        proposed = self._memory.folder_of(_FOLDER, usual_folder(dossier)) / f"{name}{suffix}"
        kinds = {suffix.removeprefix("."): tr(chosen.label)}
        ask_where(self, tr("Export"), proposed, kinds, self.write)

    def _show_working(self, is_working: bool) -> None:
        self._bar.setRange(0, 0)
        self._bar.setVisible(is_working)
        self._answer.setEnabled(not is_working)
        for widget in (*self._what.buttons(), self._formats, self._options):
            widget.setEnabled(not is_working)

    def _progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _finished(self, said: object) -> None:
        self._job = None
        remarks = [str(each) for each in said] if isinstance(said, Sequence) else []
        say_done(self._window, self._path, remarks)
        self.accept()

    def _failed(self, error: MinistrackError) -> None:
        self._job = None
        self._show_working(False)
        if not isinstance(error, Stopped):
            show_error(self, error)


def show_export(window: QWidget, desk: Desk, memory: LayoutMemory, choices: Sequence[What]) -> ExportDialog:
    """Opens the dialog over a window."""
    dialog = ExportDialog(desk, memory, choices, window)
    dialog.open()
    return dialog
