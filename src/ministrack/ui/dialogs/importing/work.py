"""Reads a file, plans and stores, each step away from the window's thread; the newest wish counts."""

from collections.abc import Callable, Collection
from enum import Enum
from typing import cast

from PySide6.QtCore import QObject, Signal

from ministrack.domain.errors import MinistrackError
from ministrack.domain.progress import Progress, Stopped
from ministrack.domain.values import replace
from ministrack.exchange.choices import Choices
from ministrack.exchange.imports import ImportFormat, ImportPlan
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.importing.sorted_rows import SortedRows
from ministrack.ui.dialogs.importing.source import ImportSource
from ministrack.ui.working import Job, Work


class Step(Enum):
    """What is being done."""

    NOTHING = "nothing"
    READING = "reading"
    PLANNING = "planning"
    STORING = "storing"


class ImportWork(QObject):
    """One file on its way into the dossier.

    Signals: `began()` with each step; `progressed(int, int)`; `planned(object, object)` with an
    ImportPlan and its SortedRows;
    `stored(object)` with a ChangeSet; `failed(object)` with a MinistrackError; `stopped()` after `stop` while
    something was being stored.
    """

    began = Signal()
    progressed = Signal(int, int)
    planned = Signal(object, object)
    stored = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._then: Callable[[object], None] = self.stored.emit
        self._source: ImportSource | None = None
        self._kind: ImportFormat | None = None
        self._content: object = None
        self._read_as: Choices | None = None
        self._choices = Choices()
        self.step = Step.NOTHING

    def take(self, source: ImportSource, kind: ImportFormat, choices: Choices) -> None:
        """Begins with another file."""
        self._source, self._kind, self._content, self._read_as = source, kind, None, None
        self.decide(choices)

    def decide(self, choices: Choices) -> None:
        """Plans anew with other choices; the file is read again only where it has to be."""
        self._choices = choices
        if self._read_as is not None and self._read_as == _for_reading(choices):
            self._plan()
            return
        source, kind = self._source, self._kind
        if source is None or kind is None:
            return

        def read(progress: Progress) -> object:
            # delayed: start-up time
            from ministrack.sandbox.child import read_in_child

            return read_in_child(kind.parser, source.path, choices, progress=progress)

        self._start(Step.READING, read, self._take_content)

    def plan_again(self) -> None:
        """Compares the same file with the dossier as it is now."""
        if self._read_as is not None:
            self._plan()

    def settle(self, found: Choices) -> None:
        """The choices that were found for what was left open: the file need not be read again for them."""
        self._read_as = _for_reading(found)

    def store(self, plan: ImportPlan, chosen: Collection[int]) -> None:
        """Stores the rows with these places as one edit."""
        background = self._desk.runner.background()

        def run(progress: Progress) -> object:
            return background.run(plan.edit(chosen), progress)

        self._start(Step.STORING, run, self.stored.emit)

    def stop(self) -> None:
        """Ends what is being done; what was not stored whole is not stored at all."""
        if self._job is not None:
            self._job.cancel()
        if self.step is not Step.STORING:
            self._job = None
            self.step = Step.NOTHING

    def _plan(self) -> None:
        background, kind, source = self._desk.runner.background(), self._kind, self._source
        content, choices = self._content, self._choices
        if kind is None or source is None:
            return

        def plan(progress: Progress) -> object:
            with background.workspace() as workspace:
                made = kind.plan(workspace.read, content, source.name, choices, progress)
            return made, SortedRows(made.rows)

        self._start(Step.PLANNING, plan, self._take_plan)

    def _take_content(self, content: object) -> None:
        self._content, self._read_as = content, _for_reading(self._choices)
        self._plan()

    def _take_plan(self, planned: object) -> None:
        plan, rows = cast(tuple[ImportPlan, SortedRows], planned)
        self.planned.emit(plan, rows)

    # one job at a time

    def _start(self, step: Step, work: Work, then: Callable[[object], None]) -> None:
        self.stop()
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
        self._job, self.step = None, Step.NOTHING
        if isinstance(error, Stopped):
            self.stopped.emit()
        else:
            self.failed.emit(error)


def _for_reading(choices: Choices) -> Choices:
    """What of the choices says how the file is read; the rest says what its lines mean."""
    return replace(Choices(), sheet=choices.sheet, encoding=choices.encoding, delimiter=choices.delimiter)
