"""The base of what follows the dossier and the window's focus, but works only while it is seen."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk


class Following(QWidget):
    """Calls `refresh` when the filter or the dossier has changed, `follow` when another record is in focus.

    While it is hidden nothing is read; it catches up, once, when it is shown. The first showing counts.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_due = True
        desk.focus.filter_changed.connect(self._hear_of_data)
        desk.feed.changed.connect(self._hear_of_data)
        desk.focus.record_changed.connect(self._hear_of_record)

    def refresh(self) -> None:
        """Reads everything anew. What inherits says how."""

    def follow(self, ref: Ref | None) -> None:
        """Shows which record is in focus. What inherits says how; `refresh` has been called before."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self._catch_up()

    def _catch_up(self) -> None:
        self._is_due = False
        self.refresh()
        self.follow(self._desk.focus.record)

    def _hear_of_data(self, _: object) -> None:
        if self.isVisible():
            self._catch_up()
        else:
            self._is_due = True

    def _hear_of_record(self, ref: Ref | None) -> None:
        if self.isVisible():
            self.follow(ref)
        else:
            self._is_due = True
