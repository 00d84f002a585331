"""From a wish to an edit: runs it in the workspace and sees that errors reach the person."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ministrack.domain.errors import MinistrackError
from ministrack.edits.changes import ChangeSet, Edit
from ministrack.edits.workspace import Workspace


class Runner(QObject):
    """The one way in which the window writes.

    Signals: `failed(MinistrackError)` when something asked for from a menu, a table or a dialog was refused.
    """

    failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def attempt(self, edit: Edit) -> ChangeSet:
        """Runs an edit for a caller that shows errors itself, beside the field. Raises MinistrackError."""
        return self._workspace.run(edit)

    def run(self, edit: Edit) -> bool:
        """Runs an edit; True when it is stored. Errors are announced by `failed`."""
        return self._told(lambda: self._workspace.run(edit))

    def undo(self) -> bool:
        """Takes back the last step."""
        return self._told(self._workspace.undo)

    def redo(self) -> bool:
        """Brings back what was undone."""
        return self._told(self._workspace.redo)

    def _told(self, step: Callable[[], ChangeSet]) -> bool:
        try:
            step()
        except MinistrackError as error:
            self.failed.emit(error)
            return False
        return True
