"""Reads a report, compares it with the dossier and stores, each step beside the window's thread."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import cast

from PySide6.QtCore import QObject, Signal

from ministrack.domain.errors import MinistrackError
from ministrack.domain.progress import Progress, Stopped
from ministrack.domain.proposal import Proposal, ReportText
from ministrack.edits.proposals.adding import add_reviewed
from ministrack.edits.proposals.review import review
from ministrack.edits.proposals.reviewed import Picked, Reviewed
from ministrack.reading.reader import read_report
from ministrack.reading.report import Report
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.reading.source import ReportSource
from ministrack.ui.working import Job, Work


class Step(Enum):
    """What is being done."""

    NOTHING = "nothing"
    LOOKING = "looking"  # what a text says of itself, while it is typed
    READING = "reading"
    COMPARING = "comparing"
    STORING = "storing"


class ReadingWork(QObject):
    """One report on its way into the dossier; the newest wish counts.

    Signals: `began()` with each step; `looked(object)` with the Report of a text that is not read yet;
    `read(object, object)` with the Report and its Reviewed proposals; `compared(object)` with them alone;
    `stored(object)` with a ChangeSet; `failed(object)` with a MinistrackError; `stopped()` after `stop`.
    """

    began = Signal()
    looked = Signal(object)
    read = Signal(object, object)
    compared = Signal(object)
    stored = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._then: Callable[[object], None] = self.stored.emit
        self._about: ReportText | None = None
        self.step = Step.NOTHING

    def look_at(self, source: ReportSource) -> None:
        """Finds out what a text says of itself."""

        def look(progress: Progress) -> object:
            return source.report(progress)

        self._start(Step.LOOKING, look, self.looked.emit)

    def take(self, source: ReportSource) -> None:
        """Reads a text or a file, and compares what it proposes with the dossier."""
        background = self._desk.runner.background()

        def read(progress: Progress) -> object:
            report = source.report(progress)
            progress(0, 0)
            proposals = read_report(report)
            progress(0, 0)
            with background.workspace() as workspace:
                return report, review(workspace.read, proposals, report=report.about)

        self._start(Step.READING, read, self._take_read)

    def read_again(self, report: Report, picked: Mapping[str, Picked]) -> None:
        """Reads the same text again, as something is known of the report now."""
        background = self._desk.runner.background()

        def read(progress: Progress) -> object:
            proposals = read_report(report)
            progress(0, 0)
            with background.workspace() as workspace:
                return report, review(workspace.read, proposals, picked, report.about)

        self._start(Step.READING, read, self._take_read)

    def compare(self, proposals: Sequence[Proposal], picked: Mapping[str, Picked]) -> None:
        """Compares corrected proposals with the dossier as it is now."""
        background = self._desk.runner.background()

        def look(_: Progress) -> object:
            with background.workspace() as workspace:
                return review(workspace.read, proposals, picked, self._about)

        self._start(Step.COMPARING, look, self.compared.emit)

    def store(self, about: ReportText, wanted: Sequence[Reviewed]) -> None:
        """Stores the report and what is wanted of it as one edit."""
        background = self._desk.runner.background()

        def run(progress: Progress) -> object:
            return background.run(add_reviewed(about, wanted), progress)

        self._start(Step.STORING, run, self.stored.emit)

    def stop(self) -> None:
        """Ends what is being done; what was not stored whole is not stored at all."""
        if self._job is not None:
            self._job.cancel()
        if self.step is not Step.STORING:
            was, self._job, self.step = self.step, None, Step.NOTHING
            if was is Step.READING:
                self.stopped.emit()

    def _take_read(self, answer: object) -> None:
        report, reviewed = cast(tuple[Report, list[Reviewed]], answer)
        self._about = report.about
        self.read.emit(report, reviewed)

    def _start(self, step: Step, work: Work, then: Callable[[object], None]) -> None:
        if self._job is not None:
            self._job.cancel()
        self.step, self._then = step, then
        self._job = job = self._desk.runner.start(work)
        job.finished.connect(self._go_on)
        job.failed.connect(self._give_up)
        self.began.emit()

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
