"""The menu bar and every command of the window."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import N_, tr
from ministrack.ui.commands import Command, Commands
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.fewest import CREATABLE
from ministrack.ui.file_actions import FileActions
from ministrack.ui.style.apply import Scheme
from ministrack.ui.views import views

_PANES = (
    ("navigation", N_("Navigation pane"), "F7", "panel-left"),
    ("inspector", N_("Details pane"), "F8", "panel-right"),
    ("timeline", N_("Timeline"), "F9", "panel-bottom"),
)
_SCHEMES = ((Scheme.SYSTEM, N_("As the system")), (Scheme.LIGHT, N_("Light")), (Scheme.DARK, N_("Dark")))
_BAR = "-"


class Host(Protocol):
    """What the window does when a command asks for it."""

    def new_record(self, table: str) -> None:
        """Asks for a new record."""

    def duplicate_selected(self) -> None:
        """Plans the meeting after the one in focus."""

    def delete_selected(self) -> None:
        """Asks whether to delete the record in focus."""

    def show_pane(self, name: str, shown: bool) -> None:
        """Shows or hides a pane."""

    def fit_timeline(self) -> None:
        """Shows all of the timeline."""

    def focus_search(self) -> None:
        """Puts the cursor into the search."""

    def focus_view(self) -> None:
        """Puts the keyboard into the view's table."""


class Menus(QObject):
    """Builds the menus once and keeps names and states of their commands up to date.

    Signals: `theme_wanted(str)` for another colour scheme.
    """

    theme_wanted = Signal(str)

    def __init__(self, window: QMainWindow, desk: Desk, host: Host) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._desk = desk
        self.commands = Commands(window, desk.icons)
        self.files = FileActions(window, desk.workspace.path, self.commands)
        self._add_edit()
        self._add_view()
        self.new_menu = self._new_menu()
        self._add_help()
        self._build()
        desk.focus.way_changed.connect(self.refresh)
        desk.focus.filter_changed.connect(self._follow_filter)

    def refresh(self, *_: object) -> None:
        """Brings names and states in line with the dossier."""
        workspace, focus, commands = self._desk.workspace, self._desk.focus, self.commands
        undo, redo = workspace.undo_label(), workspace.redo_label()
        commands["undo"].setText(tr("Undo: {label}", label=undo) if undo else tr("Undo"))
        commands["redo"].setText(tr("Redo: {label}", label=redo) if redo else tr("Redo"))
        writable = not workspace.read_only
        commands["undo"].setEnabled(undo is not None and writable)
        commands["redo"].setEnabled(redo is not None and writable)
        commands["back"].setEnabled(focus.can_go_back)
        commands["forward"].setEnabled(focus.can_go_forward)
        commands["delete"].setEnabled(focus.record is not None and writable)
        is_meeting = focus.record is not None and focus.record.table == "meeting"
        commands["duplicate"].setEnabled(is_meeting and writable)
        self._follow_filter(focus.filter)
        for table in CREATABLE:
            commands[f"new.{table}"].setEnabled(writable)
        for name in ("undo", "redo", "back", "forward", "pane.inspector"):
            self._explain(name)

    def _follow_filter(self, shared: SharedFilter) -> None:
        self.commands["clear_filter"].setEnabled(not shared.is_empty)

    def _explain(self, name: str) -> None:
        action = self.commands[name]
        keys = action.shortcut().toString()
        action.setToolTip(f"{action.text()} ({keys})" if keys else action.text())

    def _add_edit(self) -> None:
        add, desk = self.commands.add, self._desk
        add(Command("undo", N_("Undo"), "Ctrl+Z", "undo-2"), desk.runner.undo)
        add(Command("redo", N_("Redo"), "Ctrl+Shift+Z | Ctrl+Y", "redo-2"), desk.runner.redo)
        add(Command("delete", N_("Delete…"), "Ctrl+Delete", "trash-2"), self._host.delete_selected)
        duplicate = N_("Plan the next meeting with the same delegations")
        add(Command("duplicate", duplicate, "Ctrl+D", "copy"), self._host.duplicate_selected)
        add(Command("search", N_("Search everything"), "Ctrl+K | Ctrl+F", "search"), self._host.focus_search)
        add(Command("clear_filter", N_("Clear filter"), "Ctrl+Shift+L", "funnel-x"), desk.focus.clear_filter)

    def _add_view(self) -> None:
        add, desk = self.commands.add, self._desk
        for number, entry in enumerate(views(), start=1):
            command = Command(f"view.{entry.name}", entry.label, f"Ctrl+{number}", entry.icon)
            add(command, partial(self._show_view, entry.name))
        add(Command("back", N_("Back"), "Alt+Left", "arrow-left"), desk.focus.go_back)
        add(Command("forward", N_("Forward"), "Alt+Right", "arrow-right"), desk.focus.go_forward)
        for name, label, keys, icon in _PANES:
            action = add(
                Command(f"pane.{name}", label, keys, icon, checkable=True), partial(self._toggle_pane, name)
            )
            action.setChecked(True)
        add(Command("fit", N_("Whole timeline"), "Ctrl+0", "maximize"), self._host.fit_timeline)
        group = QActionGroup(self)
        for scheme, label in _SCHEMES:
            action = add(
                Command(f"theme.{scheme.value}", label, checkable=True), partial(self._theme, scheme)
            )
            group.addAction(action)

    def _new_menu(self) -> QMenu:
        menu = QMenu(tr("New"), self._window)
        menu.setObjectName("newMenu")
        for table in CREATABLE:
            keys = "Ctrl+N" if table == "meeting" else ""
            command = Command(f"new.{table}", RECORD_TYPES[table].ONE, keys)
            menu.addAction(self.commands.add(command, partial(self._host.new_record, table)))
        return menu

    def _add_help(self) -> None:
        # delayed: start-up time; these dialogs are rarely opened
        def shortcuts() -> None:
            from ministrack.ui.dialogs.about import show_shortcuts

            show_shortcuts(self._window, self.commands.all())

        def about() -> None:
            from ministrack.ui.dialogs.about import show_about

            show_about(self._window)

        self.commands.add(Command("shortcuts", N_("Keyboard shortcuts"), "F1"), shortcuts)
        self.commands.add(Command("about", N_("About ministrack")), about)

    def _build(self) -> None:
        self.files.build(self._menu(N_("&File"), "fileMenu"))
        self._fill(
            self._menu(N_("&Edit"), "editMenu"),
            ("undo", "redo", _BAR, "delete", _BAR, "search", "clear_filter"),
        )
        view = self._menu(N_("&View"), "viewMenu")
        names = [f"view.{entry.name}" for entry in views()]
        panes = [f"pane.{name}" for name, *_ in _PANES]
        self._fill(view, (*names, _BAR, "back", "forward", _BAR, *panes, "fit", _BAR))
        colours = view.addMenu(tr("Colours"))
        colours.setObjectName("coloursMenu")
        self._fill(colours, tuple(f"theme.{scheme.value}" for scheme, _ in _SCHEMES))
        record = self._menu(N_("&Record"), "recordMenu")
        record.addMenu(self.new_menu)
        record.addAction(self.commands["duplicate"])
        self._fill(self._menu(N_("&Help"), "helpMenu"), ("shortcuts", "about"))

    def _menu(self, title: str, name: str) -> QMenu:
        menu = self._window.menuBar().addMenu(tr(title))
        menu.setObjectName(name)
        return menu

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name == _BAR:
                menu.addSeparator()
            else:
                menu.addAction(self.commands[name])

    def show_scheme(self, scheme: Scheme) -> None:
        """Ticks the colour scheme that was chosen."""
        self.commands[f"theme.{scheme.value}"].setChecked(True)

    def _theme(self, scheme: Scheme) -> None:
        self.theme_wanted.emit(scheme.value)

    def _show_view(self, name: str) -> None:
        self._desk.focus.show_view(name)
        self._host.focus_view()

    def _toggle_pane(self, name: str) -> None:
        self._host.show_pane(name, self.commands[f"pane.{name}"].isChecked())
