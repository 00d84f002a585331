"""Record menu: two records become one, and those that may be one are found."""

from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_
from ministrack.domain.record import Ref
from ministrack.domain.twins import MERGEABLE
from ministrack.ui.actions.actions import Actions
from ministrack.ui.commands import Command


class MergeActions(Actions):
    """Merges the two records that are selected, or the one in focus with another one that is asked for."""

    MENU = "record"

    def add_commands(self) -> None:
        merge = Command("merge", N_("Merge two records…"), "Ctrl+M", "merge")
        self.commands.add(merge, self._merge)
        likely = Command("duplicates", N_("Find likely duplicates…"))
        self.commands.add(likely, self._show_duplicates)
        self.desk.focus.selection_changed.connect(self.refresh)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("merge", "duplicates"))

    def refresh(self) -> None:
        self.commands["merge"].setEnabled(bool(self._chosen()) and not self.desk.workspace.read_only)

    def _chosen(self) -> list[Ref]:
        """Two records of a table, or the one in focus; none where these cannot be merged."""
        focus = self.desk.focus
        if focus.selection.count == 2:
            refs = focus.selection.refs()
        elif focus.selection.count < 2 and focus.record is not None:
            refs = [focus.record]
        else:
            refs = []
        return refs if refs and refs[0].table in MERGEABLE else []

    def _show_duplicates(self) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.duplicates import show_duplicates

        show_duplicates(self.window, self.desk, self.host.memory)

    def _merge(self) -> None:
        chosen = self._chosen()
        if chosen:
            # delayed: start-up time
            from ministrack.ui.dialogs.merging.dialog import merge_two

            merge_two(self.window, self.desk, *chosen)
