"""What a form knows of a part that lists other records."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ministrack.domain.record import Ref


class Section(QWidget):
    """A part of a form. Signals: `link_wanted(Ref)`, `statements_wanted(Ref, str)`."""

    link_wanted = Signal(object)
    statements_wanted = Signal(object, str)

    def show_parent(self, ref: Ref | None) -> None:
        """Shows what belongs to a record; what is being typed stays while the record is the same."""
        raise NotImplementedError

    def commit(self) -> bool:
        """Leaves every field; True when nothing is left that could not be stored."""
        raise NotImplementedError

    def has_unsaved(self) -> bool:
        """Whether anything is typed that is not stored."""
        raise NotImplementedError
