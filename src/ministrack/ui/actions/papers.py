"""File menu: papers made from the dossier; Record menu: those about the record in focus."""

from functools import partial

from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_
from ministrack.domain.record import Ref
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command
from ministrack.ui.loading import when_loaded

_PARTS = ("ministrack.ui.dialogs.papers.dialog",)
_TABLES = frozenset(("meeting", "party", "series"))


class PaperActions(Actions):
    """Opens the dialog in which papers are chosen and looked at. The File menu lists "papers" itself."""

    MENU = "record"

    def add_commands(self) -> None:
        papers = Command("papers", N_("Papers…"), "Ctrl+Shift+P", "newspaper")
        self.commands.add(papers, self._show)
        about = Command("papers_about", N_("Papers about this…"), "", "newspaper")
        self.commands.add(about, self._show_about)
        self.desk.focus.selection_changed.connect(self.refresh)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("papers_about",))

    def refresh(self) -> None:
        self.commands["papers_about"].setEnabled(bool(self._chosen()))

    def _chosen(self) -> tuple[Ref, ...]:
        """The record in focus, or two meetings that are selected; none where no paper is about these."""
        focus = self.desk.focus
        if focus.selection.count == 2 and focus.selection.table == "meeting":
            return tuple(focus.selection.refs())
        record = focus.record
        return (record,) if record is not None and record.table in _TABLES else ()

    def _show(self) -> None:
        self._open(())

    def _show_about(self) -> None:
        self._open(self._chosen())

    def _open(self, about: tuple[Ref, ...]) -> None:
        when_loaded(self.desk.runner, _PARTS, partial(self._show_papers, about))

    def _show_papers(self, about: tuple[Ref, ...]) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.papers.dialog import show_papers

        show_papers(self.window, self.desk, self.host.memory, about)
