"""Reads a report, compares it with the dossier and stores, each step beside the window's thread."""

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QObject, Signal

from ministrack.domain.progress import Progress
from ministrack.domain.proposal import Proposal, ReportText
from ministrack.edits.proposals.adding import add_reviewed
from ministrack.edits.proposals.review import review
from ministrack.edits.proposals.reviewed import Picked, Reviewed
from ministrack.reading.reader import read_report
from ministrack.reading.report import Report
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.newest_work import NewestWork, Step
from ministrack.ui.dialogs.reading.source import ReportSource


class ReadingWork(NewestWork):
    """One report on its way into the dossier; the newest wish counts.

    Signals: `began()` with each step; `looked(object)` with the Report of a text that is not read yet;
    `read(object, object)` with the Report and its Reviewed proposals; `compared(object)` with them alone;
    `stored(object)` with a ChangeSet; `failed(object)` with a MinistrackError; `stopped()` after `stop`.
    """

    looked = Signal(object)
    read = Signal(object, object)
    compared = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self._about: ReportText | None = None

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
        was = self.step
        super().stop()
        if was is Step.READING:
            self.stopped.emit()

    def _take_read(self, answer: object) -> None:
        report, reviewed = cast(tuple[Report, list[Reviewed]], answer)
        self._about = report.about
        self.read.emit(report, reviewed)
