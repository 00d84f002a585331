"""What a workspace and those that work for it on other threads know of each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from ministrack.domain.errors import DossierInUse
from ministrack.domain.language import tr

_PATIENCE = 0.03  # seconds; a window that waits longer is felt to stand still


class Helping:
    """Shared by the workspace of a window and its helpers: whose turn it is, and which edits are its own.

    A helper stores its edit in one go. A window that wants to write meanwhile is told so at once instead of
    standing still until the helper is done.
    """

    def __init__(self) -> None:
        self.edits: set[str] = set()  # ids of what helpers stored: announced as the window's own
        self._turn = Lock()

    @contextmanager
    def turn(self, *, patient: bool) -> Iterator[None]:
        """The time in which one of them writes. Raises DossierInUse where the other does; a helper waits."""
        if not self._turn.acquire(timeout=-1 if patient else _PATIENCE):
            raise DossierInUse(
                tr("A long step is still being stored."),
                safe=tr("Nothing was lost."),
                todo=tr("Wait until it is done and try again."),
            )
        try:
            yield
        finally:
            self._turn.release()
