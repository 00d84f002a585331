"""The composition root: builds windows for dossiers and connects everything; nothing else does."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ministrack import paths
from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.edits.workspace import Identity, Workspace
from ministrack.settings import Settings
from ministrack.ui.actions.windows import WindowActions
from ministrack.ui.desk import Desk
from ministrack.ui.feed import ChangeFeed
from ministrack.ui.focus import Focus, Place
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.main_window import MainWindow
from ministrack.ui.placing import place_beside
from ministrack.ui.preferences import Preferences
from ministrack.ui.run import Runner
from ministrack.ui.style.apply import Scheme, apply_theme, theme_for
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.theme import ThemeSource

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from ministrack.ui.welcome.strip import WelcomeStrip

SAMPLE_NAME = "Sample dossier"


class Program(QObject):
    """What all windows of one run share: settings, colours, and opening one dossier from another's window."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._themes = ThemeSource(theme_for(app, Scheme(settings.theme)), self)
        apply_theme(app, self._themes.theme)
        app.setWindowIcon(QIcon(str(paths.resource("icons", "ministrack.svg"))))
        self._icons = Icons(self._themes, parent=self)
        self._preferences = Preferences(settings, self)
        self._flags = Flags(self._themes, settings.flags, parent=self)
        self._windows: dict[MainWindow, int] = {}  # each with its number among those on one dossier
        self._is_quitting = False
        self._preferences.changed.connect(self._follow_preference)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def identity(self) -> Identity:
        """Who edits."""
        return Identity(self._settings.author or tr("unknown"), self._settings.desk)

    def open(self, path: Path) -> MainWindow:
        """Opens a dossier in a window of its own. Raises a DossierProblem that names its state."""
        return self._show(self._workspace_of(path) or Workspace.open(path, self.identity), remembered=True)

    def open_throw_away_sample(self) -> MainWindow:
        """Opens a copy of the sample in a temporary folder that goes away with the program."""
        # delayed: start-up time
        import tempfile

        folder = tempfile.TemporaryDirectory(prefix="ministrack-")
        workspace = create_sample(Path(folder.name) / f"{SAMPLE_NAME}{paths.DOSSIER_SUFFIX}", self.identity)
        window = self._show(workspace, remembered=False)
        # A function holds the folder; by its own method it would be held weakly, and be gone at once.
        window.closed.connect(partial(_remove, folder))
        return window

    def open_usual(self) -> MainWindow:
        """Opens the dossier opened last, or one's own, or at the first start the sample."""
        usual = self._settings.last
        if usual is not None and usual.exists():
            try:
                return self.open(usual)
            except MinistrackError as error:
                self._settings.forget(usual)
                window = self._open_own_or_sample()
                window.show_problem(error)
                return window
        return self._open_own_or_sample()

    def _open_own_or_sample(self) -> MainWindow:
        own, sample = paths.default_dossier(), sample_dossier()
        if own.exists():
            return self.open(own)
        if not sample.exists():
            create_sample(sample, self.identity).close()
        return self.open(sample)

    def _show(self, workspace: Workspace, *, remembered: bool, like: MainWindow | None = None) -> MainWindow:
        workspace.follow_protocol(self._settings.protocol)
        feed, runner = ChangeFeed(workspace), Runner(workspace)
        focus = Focus(Place("meetings")) if like is None else like.desk.focus.copy()
        desk = Desk(workspace, feed, focus, runner, self._themes, self._icons, self._flags, self._preferences)
        number = self._free_number(workspace)
        memory = LayoutMemory(paths.window_state_file(), number)
        name = workspace.path.stem
        window = MainWindow(
            desk,
            memory,
            name=name if number == 1 else tr("{name} ({number})", name=name, number=number),
            strip=self._strip(desk) if like is None else None,
        )
        if like is not None and not memory.holds_place():
            place_beside(window, like)
        for part in (feed, runner, focus):
            part.setParent(window)
        window.open_wanted.connect(self._replace_by)
        window.new_wanted.connect(self._create)
        window.copy_wanted.connect(self._copy)
        window.own_wanted.connect(self._start_own)
        window.menus.windows.another_wanted.connect(self._show_another)
        window.menus.files.quit_wanted.connect(self._quit)
        window.stayed.connect(self._stay)
        window.closed.connect(self._forget_closed)
        if remembered:
            self._settings.opened(workspace.path)
        window.menus.files.show_recent(self._settings.recent)
        self._windows[window] = number
        return window

    def _strip(self, desk: Desk) -> "WelcomeStrip | None":
        path, settings = desk.workspace.path, self._settings
        kept = path == sample_dossier()
        if path.stem != SAMPLE_NAME or settings.first_start_done:
            return None
        # delayed: start-up time
        from ministrack.ui.welcome.strip import WelcomeStrip

        strip = WelcomeStrip(desk, settings.steps_done.split() if kept else (), throw_away=not kept)
        strip.closed.connect(self._end_first_start)
        if kept:
            strip.step_done.connect(self._note_step)
        return strip

    def _end_first_start(self) -> None:
        self._settings.first_start_done = True

    def _note_step(self, step: str) -> None:
        self._settings.steps_done = " ".join(dict.fromkeys([*self._settings.steps_done.split(), step]))

    def _replace_by(self, path: Path) -> None:
        """Opens another dossier; the present window goes only when that has worked."""
        present = cast(MainWindow, self.sender())
        if path.absolute() == present.desk.workspace.path:
            return
        try:
            window = self.open(path)
        except MinistrackError as error:
            self._settings.forget(path)
            present.menus.files.show_recent(self._settings.recent)
            present.show_problem(error)
            return
        window.show()
        present.close()

    def _create(self, path: Path) -> None:
        present = cast(MainWindow, self.sender())
        try:
            Workspace.create(path, self.identity).close()
        except MinistrackError as error:
            present.show_problem(error)
            return
        present.open_wanted.emit(path)

    def _start_own(self) -> None:
        present = cast(MainWindow, self.sender())
        own = paths.default_dossier()
        if own.exists():
            present.open_wanted.emit(own)
        else:
            present.new_wanted.emit(own)

    def _copy(self, path: Path) -> None:
        present = cast(MainWindow, self.sender())
        try:
            present.desk.workspace.save_copy(path)
        except MinistrackError as error:
            present.show_problem(error)
            return
        present.status_line.showMessage(tr("A copy was saved as {name}", name=path.name), 6000)

    def _show_another(self) -> None:
        """A second window on the dossier of the present one: it begins at the same place."""
        present = cast(MainWindow, cast(WindowActions, self.sender()).window)
        self._show(present.desk.workspace, remembered=False, like=present).show()

    def _workspace_of(self, path: Path) -> Workspace | None:
        """The dossier where a window has it open: windows of one run share it, with all that it announces."""
        found = (window.desk.workspace for window in self._windows)
        return next((each for each in found if each.path == path.absolute()), None)

    def _free_number(self, workspace: Workspace) -> int:
        taken = {number for window, number in self._windows.items() if window.desk.workspace is workspace}
        return next(number for number in range(1, len(taken) + 2) if number not in taken)

    def _quit(self) -> None:
        """Closes one window after the other; one that asks something first is waited for."""
        self._is_quitting = True
        self._close_next()

    def _close_next(self) -> None:
        window = next(iter(self._windows))
        if not window.close():
            window.activateWindow()

    def _stay(self) -> None:
        self._is_quitting = False

    def _follow_preference(self, setting: str) -> None:
        """At once, in all windows."""
        if setting == Settings.theme.key:
            self._follow_system()
        self._flags.set_enabled(self._settings.flags)
        for window in self._windows:
            window.desk.workspace.known_as(self.identity.author)
            window.desk.workspace.follow_protocol(self._settings.protocol)

    def _follow_system(self, _: object = None) -> None:
        theme = theme_for(self._app, Scheme(self._settings.theme))
        if theme != self._themes.theme:
            apply_theme(self._app, theme)
            self._themes.set_theme(theme)

    def _forget_closed(self) -> None:
        gone = cast(MainWindow, self.sender())
        del self._windows[gone]
        if all(window.desk.workspace is not gone.desk.workspace for window in self._windows):
            gone.desk.workspace.close()
        if not self._windows:
            self.deleteLater()
        elif self._is_quitting:
            self._close_next()


def _remove(folder: "TemporaryDirectory[str]") -> None:
    folder.cleanup()


def sample_dossier() -> Path:
    """Where the sample of the first start lies."""
    return paths.data_dir() / f"{SAMPLE_NAME}{paths.DOSSIER_SUFFIX}"


def create_sample(path: Path, identity: Identity) -> Workspace:
    """A new dossier that holds the sample."""
    # delayed: start-up time; the sample is loaded once
    from ministrack.edits.sample import load_sample

    return Workspace.create(path, identity, load_sample())


def first_window(program: Program, path: Path | None, *, sample: bool) -> MainWindow | None:
    """Opens what the program was started for; says why where that cannot be opened, and returns None."""
    try:
        if sample:
            window = program.open_throw_away_sample()
        elif path is not None:
            window = program.open(path)
        else:
            window = program.open_usual()
    except MinistrackError as error:
        # delayed: start-up time
        from ministrack.ui.dialogs.messages import show_error

        sys.stderr.write(f"{error}\n")
        show_error(None, error).exec()
        return None
    return window
