"""Papers made away from the window's thread: the last one asked for, and none in between."""

from PySide6.QtCore import QObject, QTimer, Signal

from ministrack.domain.progress import Progress
from ministrack.reports.papers import PaperKind
from ministrack.reports.request import Request
from ministrack.ui.desk import Desk

_PAUSE = 120  # ms without another choice


class Maker(QObject):
    """Signals: `made(Paper)` or `failed(MinistrackError)` for what was asked for last; `began()` before."""

    made = Signal(object)
    failed = Signal(object)
    began = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: tuple[PaperKind, Request] | None = None
        self._is_running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._start)

    @property
    def is_busy(self) -> bool:
        """Whether what was asked for last is not there yet."""
        return self._is_running or self._timer.isActive()

    def want(self, kind: PaperKind, request: Request) -> None:
        """Asks for a paper; what was asked for before is no longer wanted."""
        self._wanted = kind, request
        self.began.emit()
        self._timer.start()

    def forget(self) -> None:
        """Nothing is wanted."""
        self._wanted = None
        self._timer.stop()

    def _start(self) -> None:
        if self._is_running or self._wanted is None:
            return  # begun again when the present one has ended
        (kind, request), self._wanted = self._wanted, None
        background = self._desk.runner.background()

        def make(_: Progress) -> object:
            with background.workspace() as workspace:
                return kind.make(workspace.read, request)

        self._is_running = True
        job = self._desk.runner.start(make)
        job.finished.connect(self._finished)
        job.failed.connect(self._refused)

    def _finished(self, paper: object) -> None:
        if self._goes_on():
            self.made.emit(paper)

    def _refused(self, error: object) -> None:
        if self._goes_on():
            self.failed.emit(error)

    def _goes_on(self) -> bool:
        """Whether this was the paper asked for last; else the next one is begun."""
        self._is_running = False
        if self._timer.isActive():
            return False
        if self._wanted is not None:
            self._start()
            return False
        return True
