"""From a wish to an edit: runs it in the workspace and sees that errors reach the person."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.domain.progress import Stopped
from ministrack.edits.changes import ChangeSet, Edit
from ministrack.edits.workspace import Workspace

if TYPE_CHECKING:
    from ministrack.edits.background import Background
    from ministrack.ui.working import Job, Work, Working


class Runner(QObject):
    """The one way in which the window writes, at once or by a long step away from its thread.

    Signals: `failed(MinistrackError)` when something asked for from a menu, a table or a dialog was refused;
    `begun(str)` what is being done now by a long step that no dialog shows.
    """

    failed = Signal(object)
    begun = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._working: Working | None = None

    def start(self, work: "Work") -> "Job":
        """Begins a long step away from the window's thread; see working.py."""
        if self._working is None:
            # delayed: start-up time
            from ministrack.ui.working import Working

            self._working = Working(self)
        job = self._working.start(work)
        job.finished.connect(self._look)
        return job

    def background(self) -> "Background":
        """The way to the dossier for such a step; what it stores is this window's own."""
        # delayed: start-up time
        from ministrack.edits.background import background_of

        return background_of(self._workspace)

    @property
    def is_busy(self) -> bool:
        """Whether a long step is being done."""
        return self._working is not None and self._working.is_busy

    def end(self) -> None:
        """Stops long steps, and waits for them some seconds at most: the window goes."""
        if self._working is not None:
            self._working.end()

    def attempt(self, edit: Edit) -> ChangeSet:
        """Runs an edit for a caller that shows errors itself, beside the field. Raises MinistrackError."""
        return self._workspace.run(edit)

    def run(self, edit: Edit) -> bool:
        """Runs an edit; True when it is stored. Errors are announced by `failed`."""
        return self._told(lambda: self._workspace.run(edit))

    def undo(self) -> bool:
        """Takes back the last step; one of thousands of records away from the window's thread."""
        if self._workspace.is_undo_long:
            return self._begin(self.background().undo, tr("Taking back…"))
        return self._told(self._workspace.undo)

    def redo(self) -> bool:
        """Brings back what was undone, in the same way."""
        if self._workspace.is_redo_long:
            return self._begin(self.background().redo, tr("Bringing back…"))
        return self._told(self._workspace.redo)

    def _begin(self, work: "Work", words: str) -> bool:
        job = self.start(work)
        job.failed.connect(self._tell)
        self.begun.emit(words)
        return True

    def _tell(self, error: object) -> None:
        if not isinstance(error, Stopped):
            self.failed.emit(error)

    def _look(self, _: object) -> None:
        """What a long step stored is shown before anybody says that it is done."""
        with suppress(MinistrackError):  # the feed looks again, and tells
            self._workspace.poll()

    def _told(self, step: Callable[[], ChangeSet]) -> bool:
        try:
            step()
        except MinistrackError as error:
            self.failed.emit(error)
            return False
        return True
