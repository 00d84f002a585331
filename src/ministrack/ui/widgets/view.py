"""What every view in the middle of the window offers to the window, whatever it shows."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ministrack.domain.values import dataclass
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.widgets.following import Following


class View(QWidget):
    """A view of the navigation.

    Signals: `pointed()` when a record was clicked; `open_wanted(Ref)` for a record to be shown where it is
    listed; `activated(Ref)` by Enter or a double click, to be edited; `create_wanted(str, dict)` with a table
    and fields that are known already; `delete_wanted(list[Ref])`.
    """

    pointed = Signal()
    open_wanted = Signal(object)
    activated = Signal(object)
    create_wanted = Signal(str, dict)
    delete_wanted = Signal(object)

    @property
    def has_details(self) -> bool:
        """Whether one works on single records here, with the inspector beside the view."""
        return True

    def show_presentation(self, name: str) -> None:
        """Shows another look at its records, or the table for an unknown name; most have one look."""

    def choose_columns(self) -> None:
        """Offers the columns of its table, where it has one that is shown."""

    def focus_content(self) -> None:
        """Puts the keyboard where the work is."""
        self.setFocus()

    def commit(self) -> bool:
        """Stores what is being typed; False where that cannot be stored."""
        return True

    def keep_layout(self, memory: LayoutMemory) -> None:
        """Notes how it was left."""

    def restore_layout(self, memory: LayoutMemory) -> None:
        """Becomes as it was left."""


class Presentation(Following):
    """Another look at the records of a view: a matrix, a board, a calendar. Signals as those of a view."""

    pointed = Signal()
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
