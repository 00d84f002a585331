"""Long papers laid out a little at a time, so that the window answers meanwhile."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from ministrack.ui.papers.sheets import Sheets

_SLICE = 0.012  # seconds


class Slices(QObject):
    """Signals: `advanced()` when more pages are there, or all."""

    advanced = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, sheets: Sheets) -> None:
        """Lays out what is left of these pages, and no longer of others."""
        self._sheets = sheets
        self._timer.start()

    def _go_on(self) -> None:
        if self._sheets is None:
            return
        until = monotonic() + _SLICE
        while self._sheets.more():
            if monotonic() > until:
                break
        else:
            self._timer.stop()
        self.advanced.emit()
