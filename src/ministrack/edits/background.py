"""A workspace of its own on another thread, for long steps: what it stores is the window's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ministrack.domain.progress import Progress
from ministrack.domain.protocol import Protocol
from ministrack.domain.values import dataclass
from ministrack.edits.changes import ChangeSet, Edit
from ministrack.edits.helping import Helping
from ministrack.edits.workspace import Identity, Workspace


@dataclass(frozen=True, slots=True)
class Background:
    """The way to the dossier of a window from another thread. Made on the window's thread, used on any.

    Every use opens the file anew, under the same identity: what is stored stands in the Edit menu of the
    window as its last step as soon as its workspace looks (`Workspace.poll`).
    """

    path: Path
    identity: Identity
    protocol: Protocol
    helping: Helping

    @contextmanager
    def workspace(self) -> Iterator[Workspace]:
        """A workspace for this thread; closed when the block ends."""
        opened = Workspace.open(self.path, self.identity, self.helping)
        try:
            opened.follow_protocol(self.protocol)
            yield opened
        finally:
            opened.close()

    def run(self, edit: Edit, progress: Progress | None = None) -> ChangeSet:
        """Runs an edit here. `progress` is told how many records are stored; when it raises, none are."""
        with self.workspace() as workspace:
            return workspace.run(edit, progress)

    def undo(self, _: Progress | None = None) -> ChangeSet:
        """Takes back the newest edit of this desk; see `Workspace.undo`."""
        with self.workspace() as workspace:
            return workspace.undo()

    def redo(self, _: Progress | None = None) -> ChangeSet:
        """Brings back what was undone last; see `Workspace.redo`."""
        with self.workspace() as workspace:
            return workspace.redo()


def background_of(workspace: Workspace) -> Background:
    """The way to the dossier of this workspace from another thread."""
    return Background(workspace.path, workspace.identity, workspace.protocol, workspace.helping)
