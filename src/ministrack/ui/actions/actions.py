"""What every subject of the menus is: it adds its commands, fills a part of a menu and keeps both true."""

from typing import ClassVar, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QMenu

from ministrack.domain.errors import MinistrackError
from ministrack.domain.record import Ref
from ministrack.ui.commands import Commands
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory

BAR = "-"


class Host(Protocol):
    """What the window does when a command asks for it."""

    @property
    def memory(self) -> LayoutMemory:
        """What it remembers of how it was left."""

    def new_record(self, table: str) -> None:
        """Asks for a new record."""

    def delete(self, refs: list[Ref]) -> None:
        """Asks whether to delete records."""

    def open_record(self, ref: Ref) -> None:
        """Shows a record in its own view."""

    def edit_record(self, ref: Ref) -> None:
        """Puts the cursor into the first field of a record."""

    def begin_entry(self) -> None:
        """Begins an entry in the ledger of the task in focus."""

    def show_problem(self, error: MinistrackError) -> None:
        """Says what was refused, and why."""

    def show_pane(self, name: str, shown: bool) -> None:
        """Shows or hides a pane."""

    def fit_timeline(self) -> None:
        """Shows all of the timeline."""

    def focus_search(self) -> None:
        """Puts the cursor into the search."""

    def show_view(self, name: str, presentation: str = "") -> None:
        """Shows a view, as it was left or in one of its presentations, and puts the keyboard there."""

    def choose_columns(self) -> None:
        """Offers the columns of the table that is shown."""

    def focus_view(self) -> None:
        """Puts the keyboard into the view's table."""


class Actions(QObject):
    """The commands of one subject, in the menu that `MENU` names. Made before the parts of the window."""

    MENU: ClassVar[str]

    def __init__(self, window: QMainWindow, desk: Desk, commands: Commands, host: Host) -> None:
        super().__init__(window)
        self.window = window
        self.desk = desk
        self.commands = commands
        self.host = host
        self.add_commands()

    def add_commands(self) -> None:
        """Adds the commands, each with its name, keys and what it does."""
        raise NotImplementedError

    def build(self, menu: QMenu) -> None:
        """Adds the subject's entries at the end of the menu; subjects of one menu are parted by a line."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Brings names and states in line with the dossier, the focus and the filter."""

    def fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        """Adds commands by name; BAR is a line."""
        for name in names:
            if name == BAR:
                menu.addSeparator()
            else:
                menu.addAction(self.commands[name])
