"""What every view in the middle of the window offers to the window, whatever it shows."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.widgets.following import Following


class View(QWidget):
    """A view of the navigation.

    Signals: `activated(Ref)` by Enter or a double click; `create_wanted(str, dict)` with a table and fields
    that are known already; `delete_wanted(list[Ref])`.
    """

    activated = Signal(object)
    create_wanted = Signal(str, dict)
    delete_wanted = Signal(object)

    def focus_content(self) -> None:
        """Puts the keyboard where the work is."""
        self.setFocus()

    def keep_layout(self, memory: LayoutMemory) -> None:
        """Notes how it was left."""

    def restore_layout(self, memory: LayoutMemory) -> None:
        """Becomes as it was left."""


class Presentation(Following):
    """Another look at the records of a view: a matrix, a board, a calendar. Signals as those of a view."""

    activated = Signal(object)
    create_wanted = Signal(str, dict)
    delete_wanted = Signal(object)

    def focus_content(self) -> None:
        """Puts the keyboard where the work is."""
        self.setFocus()

    def keep_layout(self, memory: LayoutMemory) -> None:
        """Notes how it was left."""

    def restore_layout(self, memory: LayoutMemory) -> None:
        """Becomes as it was left."""


@dataclass(frozen=True, slots=True)
class PresentationPlan:
    """A presentation beside the table: its name, its label (marked with N_), and how it is made."""

    name: str
    label: str
    make: Callable[[Desk, QWidget], Presentation]
