"""From the journal to one Qt signal: every committed edit, whoever made it."""

from PySide6.QtCore import QObject, QTimer, Signal

from ministrack.domain.errors import MinistrackError
from ministrack.edits.changes import ChangeSet
from ministrack.edits.workspace import Workspace

POLL_MS = 400  # others' edits appear within a second


class ChangeFeed(QObject):
    """Announces edits.

    Signals: `changed(ChangeSet)` after each committed edit of this or another window, process or program;
    `trouble(MinistrackError)` when looking for the edits of others failed, once until it succeeds again.
    """

    changed = Signal(object)
    trouble = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._in_trouble = False
        self._unsubscribe = workspace.subscribe(self._announce)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Looks for edits of others now."""
        try:
            self._workspace.poll()
        except MinistrackError as error:
            if not self._in_trouble:
                self._in_trouble = True
                self.trouble.emit(error)
        else:
            self._in_trouble = False

    def stop(self) -> None:
        """Ends all announcements."""
        self._timer.stop()
        self._unsubscribe()

    def _announce(self, change_set: ChangeSet) -> None:
        self.changed.emit(change_set)
