"""Long steps away from the window's thread: started, watched, stopped, and waited for at the end."""

import gc
import sys
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from traceback import clear_frames
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.domain.progress import Progress, Stopped

Work = Callable[[Progress], object]
"""What is done: given a Progress, which raises Stopped once the job is cancelled. It touches no widget,
and reaches a dossier by a `Background` (edits/background.py) that was made before.
"""

_LOOK_MS = 20
_LONGEST_WAIT = 5.0  # seconds, for the end of a window
_SWITCH = 0.0005  # seconds: how soon the window gets its turn while a job calculates
_USUAL_SWITCH = sys.getswitchinterval()  # ten times as long
_FEW = 10_000  # new objects: to look through them takes the window a few thousandths of a second
_LOOK_AGAIN_MS = 1000
_PATIENCE = 600  # times it is looked again


class Job(QObject):
    """One long step on a thread of its own.

    Signals, all in the window's thread: `progressed(int, int)` how much is done of how much (0: not known);
    then either `finished(object)` with the answer or `failed(MinistrackError)`, with Stopped after `cancel`.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stopped = Event()
        self._done: tuple[int, int] | None = None
        self._outcome: tuple[object, BaseException | None] | None = None
        self._thread = Thread(target=self._run, name="job", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begins; signals come no sooner than the event loop runs."""
        self._thread.start()
        self._timer.start()

    def cancel(self) -> None:
        """Asks it to stop; `failed(Stopped)` follows, unless it was done just before."""
        self._stopped.set()

    def join(self, seconds: float) -> bool:
        """Waits for the end without any signal; whether it came in time."""
        self._timer.stop()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _look(self) -> None:
        told, self._done = self._done, None
        if told is not None:
            self.progressed.emit(*told)
        if self._outcome is None:
            return
        self._timer.stop()
        answer, error = self._outcome
        if error is None:
            self.finished.emit(answer)
            return
        if not isinstance(error, MinistrackError):
            sys.excepthook(type(error), error, error.__traceback__)  # as a fault in a slot would be
            error = _fault()
        self.failed.emit(error)

    # on the thread

    def _run(self) -> None:
        try:
            self._outcome = (self._work(self._progress), None)
        except BaseException as error:  # told in the window's thread, whatever it is
            _let_go(error)
            self._outcome = (None, error)

    def _progress(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise Stopped
        self._done = (done, total)


class Working(QObject):
    """The long steps of one window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._resting = QTimer(self)
        self._resting.setInterval(_LOOK_AGAIN_MS)
        self._resting.timeout.connect(self._rest)
        self._patience = 0

    def start(self, work: Work) -> Job:
        """Begins a step. The job lives until it has ended, whatever becomes of the dialog that wanted it."""
        job = Job(work, self)
        self._jobs.append(job)
        for ended in (job.finished, job.failed):
            ended.connect(self._forget)
        if len(self._jobs) == 1:
            self._resting.stop()
            _make_way()
        job.start()
        return job

    @property
    def is_busy(self) -> bool:
        """Whether any step is still being done."""
        return bool(self._jobs)

    def end(self) -> bool:
        """Stops everything and waits for it, some seconds at most; whether all of it ended."""
        until = monotonic() + _LONGEST_WAIT
        for job in self._jobs:
            job.cancel()
        ended = [job.join(max(0.0, until - monotonic())) for job in self._jobs]
        if self._jobs or self._resting.isActive():
            self._jobs.clear()
            self._resting.stop()
            _as_usual()
        return all(ended)

    def _forget(self, _: object) -> None:
        job = cast(Job, self.sender())
        self._jobs.remove(job)
        job.deleteLater()
        if not self._jobs:
            self._patience = _PATIENCE
            self._rest()

    def _rest(self) -> None:
        """All is as usual again once what the steps made is put aside, as when a dialog closes: looking
        through hundreds of thousands of objects in a plan would hold up the window.
        """
        self._patience -= 1
        if gc.get_count()[0] < _FEW or self._patience < 0:
            self._resting.stop()
            _as_usual()
        elif not self._resting.isActive():
            sys.setswitchinterval(_USUAL_SWITCH)
            self._resting.start()


def _let_go(error: BaseException | None) -> None:
    """Frees here what the step was at: pages with fonts of this thread must not live on in the window's."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__context__


def _make_way() -> None:
    """The window gets its turn soon, and no thread looks through all objects of the program meanwhile: with
    thousands of new ones that takes a tenth of a second, in which the window stands still.
    """
    sys.setswitchinterval(_SWITCH)
    gc.disable()


def _as_usual() -> None:
    sys.setswitchinterval(_USUAL_SWITCH)
    gc.enable()


def _fault() -> MinistrackError:
    return MinistrackError(
        tr("This step could not be done, because of a fault in ministrack."),
        safe=tr("Nothing was changed."),
        todo=tr("Please report it with the details that are shown."),
    )
