"""The right pane: an empty place with a hint, until it first has a record to show."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.calm_text import calm_text, nothing_selected

if TYPE_CHECKING:
    from ministrack.ui.inspector.record_pane import RecordPane


class Inspector(QWidget):
    """Shows the record in focus in a `RecordPane`, which is made when one is first to be seen.

    Signals: `delete_wanted(Ref)`, and `create_wanted(str, dict)` with the table of a new record and the
    fields it starts with; `move_wanted()` out into a window of its own, or back.
    """

    delete_wanted = Signal(object)
    create_wanted = Signal(str, dict)
    move_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pane: RecordPane | None = None
        self._is_out = False
        self._hint: QLabel = calm_text()
        self._hint.setText(nothing_selected())
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Details"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._hint)
        desk.focus.record_changed.connect(self._follow)

    def show_out(self, is_out: bool) -> None:
        """Says whether it has a window of its own."""
        self._is_out = is_out
        if self._pane is not None:
            self._pane.header.show_out(is_out)

    def commit(self) -> bool:
        """Leaves every field; False where something typed cannot be stored. It is shown then."""
        return self._pane is None or self._pane.commit()

    def has_unsaved(self) -> bool:
        """Whether something typed is not stored, here or in a record that was left."""
        return self._pane is not None and self._pane.has_unsaved()

    def edit_field(self, name: str) -> None:
        """Puts the cursor into a field of the record in focus."""
        pane = self._pane_of_record()
        if pane is not None:
            pane.edit_field(name)

    def edit_first_field(self) -> None:
        """Puts the cursor into the first field of the record in focus."""
        pane = self._pane_of_record()
        if pane is not None:
            pane.edit_first_field()

    def begin_entry(self) -> None:
        """Begins an entry in the ledger of the task in focus."""
        pane = self._pane_of_record()
        if pane is not None:
            pane.begin_entry()

    def show_tab(self, name: str) -> None:
        """Shows "details", "sources", "history" or a link tab such as "delegations"."""
        pane = self._pane_of_record()
        if pane is not None:
            pane.show_tab(name)

    def showEvent(self, event: QShowEvent) -> None:
        self._pane_of_record()  # before anything is painted
        super().showEvent(event)

    def _follow(self, ref: Ref | None) -> None:
        """Another record is in focus; the pane, once made, follows by itself."""
        if self.isVisible():
            self._pane_of_record()

    def _pane_of_record(self) -> "RecordPane | None":
        if self._pane is not None or self._desk.focus.record is None:
            return self._pane
        # delayed: start-up time; forms and lists of links are a third of the window
        from ministrack.ui.inspector.record_pane import RecordPane

        self._pane = pane = RecordPane(self._desk, self)
        pane.delete_wanted.connect(self.delete_wanted)
        pane.create_wanted.connect(self.create_wanted)
        pane.header.move_wanted.connect(self.move_wanted)
        pane.header.show_out(self._is_out)
        self._column.replaceWidget(self._hint, pane)
        self._hint.setParent(None)
        self._hint.deleteLater()
        pane.show()  # now, not when the layout gets to it
        return pane
