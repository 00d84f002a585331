"""Many records at once: rows pasted from a spreadsheet, and a delegation list typed line by line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import N_, tr
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command
from ministrack.ui.views import views

if TYPE_CHECKING:
    from ministrack.exchange.grid import Grid


class PasteActions(Actions):
    """Pastes into the view that is shown.

    Signals: `report_pasted(str)` when what was copied is no table but prose: it can be read as a report.
    """

    report_pasted = Signal(str)

    MENU = "edit"

    def add_commands(self) -> None:
        command = Command("paste_rows", N_("Paste rows…"), "Ctrl+V", "clipboard-paste")
        self.commands.add(command, self._paste)
        self.desk.focus.view_changed.connect(self.refresh)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("paste_rows",))

    def refresh(self) -> None:
        self.commands["paste_rows"].setEnabled(
            self._table() is not None and not self.desk.workspace.read_only
        )

    def _table(self) -> str | None:
        return next((entry.table for entry in views() if entry.name == self.desk.focus.view), None)

    def _paste(self) -> None:
        # delayed: start-up time
        from ministrack.exchange.grid import read_text
        from ministrack.exchange.prose import Shape, shape_of

        table = self._table()
        if table is None:
            return
        text = QGuiApplication.clipboard().text()
        if shape_of(text) is Shape.PROSE:
            self.report_pasted.emit(text)
            return
        try:
            grid = read_text(text)
        except InvalidValue as error:
            self.host.show_problem(error)
            return
        if grid:
            _enter(self, table, grid)
            return
        self.host.show_problem(
            InvalidValue(
                tr("There are no rows to paste."), todo=tr("Copy cells in a spreadsheet, then paste here.")
            )
        )


class ListActions(Actions):
    """Adds the delegations of a meeting from a list."""

    MENU = "record"

    def add_commands(self) -> None:
        command = Command("add_delegations", N_("Add delegations from a list…"), "Ctrl+Shift+D", "flag")
        self.commands.add(command, self._add)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("add_delegations",))

    def refresh(self) -> None:
        self.commands["add_delegations"].setEnabled(not self.desk.workspace.read_only)

    def _add(self) -> None:
        _enter(self, "delegation", [])


def _enter(actions: Actions, table: str, grid: "Grid") -> None:
    # delayed: start-up time
    from ministrack.ui.dialogs.entering.dialog import enter_lines

    enter_lines(actions.window, actions.desk, table, grid)
