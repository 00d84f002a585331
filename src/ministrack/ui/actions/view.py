"""The View menu: views, the way back and forth, panes, the timeline, colours."""

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ministrack.domain.language import N_, tr
from ministrack.settings import Settings, ThemeChoice
from ministrack.ui.actions.actions import BAR, Actions
from ministrack.ui.commands import Command
from ministrack.ui.views import views
from ministrack.ui.widgets.view_head import TABLE

_PANES = (
    ("navigation", N_("Navigation pane"), "F7", "panel-left"),
    ("inspector", N_("Details pane"), "F8", "panel-right"),
    ("timeline", N_("Timeline"), "F9", "panel-bottom"),
)
_LOOKS = (
    ("meetings", "calendar", N_("Calendar of meetings"), "calendar-days"),
    ("delegations", "attendance", N_("Attendance matrix"), "table-2"),
    ("tasks", "board", N_("Board of tasks"), "square-kanban"),
)

_COLOURS = N_("Colours")


class ViewActions(Actions):
    """What is shown, and in which colours."""

    MENU = "view"

    def add_commands(self) -> None:
        add, focus = self.commands.add, self.desk.focus
        for number, entry in enumerate(views(), start=1):
            command = Command(f"view.{entry.name}", entry.label, f"Ctrl+{number}", entry.icon)
            add(command, partial(self.host.show_view, entry.name))
        for view, look, label, icon in _LOOKS:
            add(Command(f"look.{look}", label, "", icon), partial(self.host.show_view, view, look))
        add(Command("look.table", N_("Show as a table"), "Ctrl+T", "list"), self._show_table)
        add(Command("columns", N_("Columns…"), "", "columns-3"), self.host.choose_columns)
        add(Command("back", N_("Back"), "Alt+Left", "arrow-left"), focus.go_back)
        add(Command("forward", N_("Forward"), "Alt+Right", "arrow-right"), focus.go_forward)
        for name, label, keys, icon in _PANES:
            command = Command(f"pane.{name}", label, keys, icon, checkable=True)
            add(command, partial(self._toggle_pane, name)).setChecked(True)
        add(Command("fit", N_("Whole timeline"), "Ctrl+0", "maximize"), self.host.fit_timeline)
        group = QActionGroup(self)
        for theme in ThemeChoice:
            command = Command(f"theme.{theme.value}", theme.label, checkable=True, under=_COLOURS)
            group.addAction(add(command, partial(self._choose, theme)))
        self._tick(Settings.theme.key)
        self.desk.preferences.changed.connect(self._tick)

    def build(self, menu: QMenu) -> None:
        names = [f"view.{entry.name}" for entry in views()]
        panes = [f"pane.{name}" for name, *_ in _PANES]
        looks = [f"look.{look}" for _, look, *_ in _LOOKS]
        self.fill(
            menu,
            (*names, BAR, *looks, "look.table", "columns", BAR, "back", "forward", BAR, *panes, "fit", BAR),
        )
        colours = menu.addMenu(tr(_COLOURS))
        colours.setObjectName("coloursMenu")
        self.fill(colours, tuple(f"theme.{theme.value}" for theme in ThemeChoice))

    def refresh(self) -> None:
        self.commands["back"].setEnabled(self.desk.focus.can_go_back)
        self.commands["forward"].setEnabled(self.desk.focus.can_go_forward)
        for name in ("back", "forward", "pane.inspector"):
            self.commands.explain(name)

    def _choose(self, theme: ThemeChoice) -> None:
        self.desk.preferences.set(Settings.theme, theme)

    def _tick(self, setting: str) -> None:
        if setting == Settings.theme.key:
            self.commands[f"theme.{self.desk.preferences.settings.theme.value}"].setChecked(True)

    def _show_table(self) -> None:
        self.host.show_view(self.desk.focus.view, TABLE)

    def _toggle_pane(self, name: str) -> None:
        self.host.show_pane(name, self.commands[f"pane.{name}"].isChecked())
