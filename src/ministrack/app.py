"""The way into the window: what is imported here is small, and the rest comes under `quick_start`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtWidgets import QApplication

from ministrack.start import quick_start

if TYPE_CHECKING:
    from ministrack.reports.document import Paper
    from ministrack.settings import Settings
    from ministrack.ui.main_window import MainWindow

CANNOT_OPEN = 3  # exit code


def open_window(path: Path) -> "MainWindow":
    """Builds a complete window for a dossier under the QApplication that is there; the caller shows it.

    Raises a DossierProblem that names the state of a file that cannot be opened.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("open_window needs a QApplication")
    with quick_start():
        # delayed: start-up time
        from ministrack import paths
        from ministrack.program import Program
        from ministrack.settings import Settings

        return Program(app, Settings(paths.settings_file())).open(path)


def run(path: Path | None, *, sample: bool, settings: "Settings") -> int:
    """Runs the program until its last window is closed; returns the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ministrack")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("ministrack")
    with quick_start():
        # delayed: start-up time
        from ministrack.program import Program, first_window
        from ministrack.ui.faults import FaultReporter, close_on_signals

        window = first_window(Program(app, settings), path, sample=sample)
    if window is None:
        return CANNOT_OPEN
    sys.excepthook = FaultReporter().report
    window.show()
    close_on_signals(app)
    return app.exec()


def write_pdf(paper: "Paper", out: BinaryIO) -> None:
    """Writes a paper as PDF, for a command that has no window."""
    # delayed: start-up time
    from ministrack.ui.papers.pdf import write_pdf as write

    app = QApplication.instance() or QApplication(sys.argv[:1])
    write(paper, out)
    del app
