"""What every part of the window is given: one dossier's desk."""

from ministrack.domain.values import dataclass
from ministrack.edits.asking import Reader
from ministrack.edits.workspace import Workspace
from ministrack.ui.feed import ChangeFeed
from ministrack.ui.focus import Focus
from ministrack.ui.preferences import Preferences
from ministrack.ui.run import Runner
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.theme import ThemeSource


@dataclass(frozen=True, slots=True)
class Desk:
    """An open dossier with what the window shares around it. Built in `app`, handed to constructors."""

    workspace: Workspace
    feed: ChangeFeed
    focus: Focus
    runner: Runner
    themes: ThemeSource
    icons: Icons
    flags: Flags
    preferences: Preferences

    @property
    def read(self) -> Reader:
        """Answers questions about the dossier."""
        return self.workspace.read
