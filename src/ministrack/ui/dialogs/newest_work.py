"""One piece of work at a time, away from the window's thread: the newest wish counts."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Signal

from ministrack.domain.errors import MinistrackError
from ministrack.domain.progress import Stopped
from ministrack.ui.desk import Desk
from ministrack.ui.working import Job, Work


class Step(Enum):
    """What is being done."""

    NOTHING = "nothing"
    LOOKING = "looking"  # at what is not wanted yet: that it cannot be had is not told
    READING = "reading"
    PLANNING = "planning"
    COMPARING = "comparing"
    STORING = "storing"


class NewestWork(QObject):
    """What a file or a text goes through on its way into the dossier.

    Signals: `began()` with each step; `progressed(int, int)`; `stored(object)` with a ChangeSet;
    `failed(object)` with a MinistrackError; `stopped()` where a step was stopped that had begun to store.
    """

    began = Signal()
    progressed = Signal(int, int)
    stored = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._then: Callable[[object], None] = self.stored.emit
        self.step = Step.NOTHING

    def stop(self) -> None:
        """Ends what is being done; what was not stored whole is not stored at all."""
        if self._job is not None:
            self._job.cancel()
        if self.step is not Step.STORING:
            self._job, self.step = None, Step.NOTHING

    def _start(self, step: Step, work: Work, then: Callable[[object], None]) -> None:
        """Begins a step instead of the one that is being done; `then` is given its answer."""
        if self._job is not None:
            self._job.cancel()
        self.step, self._then = step, then
        self._job = job = self._desk.runner.start(work)
        job.progressed.connect(self._tell)
        job.finished.connect(self._go_on)
        job.failed.connect(self._give_up)
        self.began.emit()

    def _tell(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self.progressed.emit(done, total)

    def _go_on(self, answer: object) -> None:
        if self.sender() is self._job:
            self._job, self.step = None, Step.NOTHING
            self._then(answer)

    def _give_up(self, error: MinistrackError) -> None:
        if self.sender() is not self._job:
            return
        was, self._job, self.step = self.step, None, Step.NOTHING
        if isinstance(error, Stopped):
            self.stopped.emit()
        elif was is not Step.LOOKING:
            self.failed.emit(error)
