"""The base of the pages of link tabs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ministrack.ui.inspector.subject import Subject


class LinkedPage(QWidget):
    """Built once for each tab of each kind of record.

    Signals: `create_wanted(str, dict)` with the table of a new row and what it starts with;
    `removal_wanted(Ref)` for a row to be taken off.
    """

    create_wanted = Signal(str, dict)
    removal_wanted = Signal(object)

    def show_subject(self, subject: Subject) -> None:
        """Shows what is linked to a record. What inherits says how."""
        raise NotImplementedError

    def begin_entry(self) -> None:
        """Begins a new line, with the keyboard in it, where the page has a place for that."""

    def has_unsaved(self) -> bool:
        """Whether something typed here is not stored."""
        return False
