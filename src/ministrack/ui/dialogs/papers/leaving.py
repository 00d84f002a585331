"""How a paper leaves the window: saved, printed or copied beside it, with how far it is and a way to stop."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.domain.progress import Progress, Stopped
from ministrack.reports.document import Paper
from ministrack.ui.announcing import announce
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.papers.putting_out import Copied, file_kinds, file_name, save
from ministrack.ui.dialogs.printing import ask_printer
from ministrack.ui.dialogs.saving import ask_where
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.papers.printing import count_pages, print_paper, printer_for
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import SPACE, grown
from ministrack.ui.usual_folder import usual_folder
from ministrack.ui.widgets.words import words
from ministrack.ui.working import Job, Work

_FOLDER = "papers.folder"
_WIDTH = 200
_SLOW = 300  # ms after which it is shown how far it is


class Leaving(QWidget):
    """One step at a time. Signals: `changed()` when one begins or has ended."""

    changed = Signal()

    def __init__(self, desk: Desk, memory: LayoutMemory, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._memory = memory
        self._job: Job | None = None
        self._then: Callable[[object], None] = self._end
        self._message = words("soft")
        self._message.setObjectName("papers.message")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("papers.progress")
        self._bar.setAccessibleName(tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(grown(_WIDTH, self.font()))
        self._stop = QPushButton(tr("Stop"), self)
        self._stop.setObjectName("papers.stop")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stop)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW)
        self._slow.timeout.connect(partial(self._show_progress, True))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * SPACE)
        line.addWidget(self._message, 1)
        for part in (self._bar, self._stop):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_progress(False)
        self.say("")

    @property
    def is_busy(self) -> bool:
        """Whether a paper is on its way."""
        return self._job is not None

    def say(self, text: str, role: str = "soft") -> None:
        """Shows words; none hide the whole line."""
        mark(self._message, "role", role)
        self._message.setText(text)
        self.setVisible(bool(text))

    def stop(self) -> None:
        """Stops what is being done; a file that is not whole is not kept."""
        if self._job is not None:
            self._job.cancel()

    def ask_where(self, paper: Paper, template: Path | None) -> None:
        """Asks for a file and saves the paper there."""
        folder = self._memory.folder_of(_FOLDER, usual_folder(self._desk.workspace.path))
        proposed = folder / file_name(paper.title)

        def chosen(path: Path) -> None:
            def work(progress: Progress) -> None:
                save(paper, path, template, progress)

            self._start(tr("Saving…"), work, partial(self._saved, path))

        ask_where(self, tr("Save the paper"), proposed, file_kinds(), chosen)

    def print_out(self, paper: Paper) -> None:
        """Asks for a printer, once it is known how many pages there are, and prints."""

        def count(progress: Progress) -> int:
            return count_pages(paper, progress)

        self._start(tr("Laying out pages…"), count, partial(self._ask_printer, paper))

    def copy(self, paper: Paper) -> None:
        """Puts the paper on the clipboard."""
        self._start(tr("Copying…"), lambda progress: Copied(paper, progress), self._copied)

    def _saved(self, path: Path, _: object) -> None:
        self._memory.keep_folder(_FOLDER, path)
        self._end(tr("Saved as {name}", name=str(path)))

    def _ask_printer(self, paper: Paper, pages: object) -> None:
        self._end("")
        printer = printer_for(paper)

        def chosen(printer: QPrinter) -> None:
            def put(progress: Progress) -> None:
                print_paper(printer, paper, progress)

            self._start(tr("Printing…"), put, partial(self._end, ""))

        ask_printer(self, printer, chosen, cast(int, pages))

    def _copied(self, content: object) -> None:
        if isinstance(content, Copied):
            QGuiApplication.clipboard().setMimeData(content.data())
        self._end(tr("Copied."))

    # one step at a time

    def _start(self, said: str, work: Work, then: Callable[[object], None]) -> None:
        self.say(said)
        self._then = then
        self._bar.setRange(0, 0)
        self._slow.start()
        self._job = job = self._desk.runner.start(work)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        self.changed.emit()

    def _progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _finished(self, answer: object) -> None:
        self._then(answer)

    def _failed(self, error: MinistrackError) -> None:
        if isinstance(error, Stopped):
            self._end(tr("Stopped. Nothing was written."))
        else:
            self._end(str(error), role="error")

    def _end(self, said: object, _: object = None, *, role: str = "soft") -> None:
        self._job = None
        self._slow.stop()
        self._show_progress(False)
        self.say(str(said), role)
        if said:
            announce(self._message, str(said))
        self.changed.emit()

    def _show_progress(self, shown: bool) -> None:
        for part in (self._bar, self._stop):
            part.setVisible(shown)
