"""Faults of the program itself: noted in the log and shown once, while the program goes on."""

import logging
import signal
import traceback
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

from ministrack.ui.dialogs.messages import show_fault

_log = logging.getLogger(__name__)


class FaultReporter:
    """Takes exceptions that left a slot, as `sys.excepthook`."""

    def __init__(self) -> None:
        self._shown: QWidget | None = None

    def report(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Notes the fault and shows it, unless one is being shown already."""
        text = "".join(traceback.format_exception(kind, fault, trace))
        _log.error("a fault in the program: %s", kind.__name__, exc_info=(kind, fault, trace))
        if self._shown is None:
            box = show_fault(QApplication.activeWindow(), text)
            self._shown = box
            box.finished.connect(self._closed)

    def _closed(self) -> None:
        self._shown = None


def close_on_signals(app: QApplication) -> None:
    """The end of the session and Ctrl+C in a terminal close the windows as a person would."""

    def close(*_: object) -> None:
        app.closeAllWindows()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, close)
