"""The composition root: builds windows for dossiers and connects everything; nothing else does."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ministrack import paths
from ministrack.domain.errors import MinistrackError
from ministrack.domain.language import tr
from ministrack.edits.workspace import Identity, Workspace
from ministrack.settings import Settings, ThemeChoice
from ministrack.ui.desk import Desk
from ministrack.ui.feed import ChangeFeed
from ministrack.ui.focus import Focus, Place
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.main_window import MainWindow
from ministrack.ui.preferences import Preferences
from ministrack.ui.run import Runner
from ministrack.ui.style.apply import Scheme, apply_theme, theme_for
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.theme import ThemeSource

if TYPE_CHECKING:
    from ministrack.ui.welcome_strip import WelcomeStrip

SAMPLE_NAME = "Sample dossier"


class Program(QObject):
    """What all windows of one run share: settings, colours, and opening one dossier from another's window."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._themes = ThemeSource(theme_for(app, Scheme(settings.theme)), self)
        apply_theme(app, self._themes.theme)
        self._icons = Icons(self._themes, parent=self)
        self._preferences = Preferences(settings, self)
        self._flags = Flags(self._themes, settings.flags, parent=self)
        self._windows: list[MainWindow] = []
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def identity(self) -> Identity:
        """Who edits."""
        return Identity(self._settings.author or tr("unknown"), self._settings.desk)

    def open(self, path: Path) -> MainWindow:
        """Opens a dossier in a window of its own. Raises a DossierProblem that names its state."""
        return self._show(Workspace.open(path, self.identity), remembered=True)

    def open_throw_away_sample(self) -> MainWindow:
        """Opens a copy of the sample in a temporary folder that goes away with the program."""
        # delayed: start-up time
        import tempfile

        folder = tempfile.TemporaryDirectory(prefix="ministrack-")
        workspace = create_sample(Path(folder.name) / f"{SAMPLE_NAME}{paths.DOSSIER_SUFFIX}", self.identity)
        window = self._show(workspace, remembered=False)
        window.closed.connect(folder.cleanup)
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

    def _show(self, workspace: Workspace, *, remembered: bool) -> MainWindow:
        feed, runner = ChangeFeed(workspace), Runner(workspace)
        focus = Focus(Place("meetings"))
        desk = Desk(workspace, feed, focus, runner, self._themes, self._icons, self._flags, self._preferences)
        window = MainWindow(
            desk,
            LayoutMemory(paths.window_state_file()),
            name=workspace.path.stem,
            strip=self._strip(workspace.path),
        )
        for part in (feed, runner, focus):
            part.setParent(window)
        window.open_wanted.connect(self._replace_by)
        window.new_wanted.connect(self._create)
        window.copy_wanted.connect(self._copy)
        window.own_wanted.connect(self._start_own)
        window.theme_wanted.connect(self._choose_theme)
        window.closed.connect(self._forget_closed)
        if remembered:
            self._settings.opened(workspace.path)
        window.menus.files.show_recent(self._settings.recent)
        window.menus.views.show_scheme(Scheme(self._settings.theme))
        self._windows.append(window)
        return window

    def _strip(self, path: Path) -> "WelcomeStrip | None":
        kept = path == sample_dossier()
        if path.stem != SAMPLE_NAME or (kept and self._settings.first_start_done):
            return None
        # delayed: start-up time
        from ministrack.ui.welcome_strip import WelcomeStrip

        strip = WelcomeStrip(self._icons, throw_away=not kept)
        strip.closed.connect(self._end_first_start)
        return strip

    def _end_first_start(self) -> None:
        self._settings.first_start_done = True

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

    def _choose_theme(self, scheme: str) -> None:
        self._settings.theme = next(each for each in ThemeChoice if each.value == scheme)
        self._follow_system()
        for window in self._windows:
            window.menus.views.show_scheme(Scheme(scheme))

    def _follow_system(self, _: object = None) -> None:
        theme = theme_for(self._app, Scheme(self._settings.theme))
        if theme != self._themes.theme:
            apply_theme(self._app, theme)
            self._themes.set_theme(theme)

    def _forget_closed(self) -> None:
        self._windows.remove(cast(MainWindow, self.sender()))
        if not self._windows:
            self.deleteLater()


def sample_dossier() -> Path:
    """Where the sample of the first start lies."""
    return paths.data_dir() / f"{SAMPLE_NAME}{paths.DOSSIER_SUFFIX}"


def create_sample(path: Path, identity: Identity) -> Workspace:
    """A new dossier that holds the sample."""
    # delayed: start-up time; the sample is loaded once
    from ministrack.edits.sample import load_sample

    workspace = Workspace.create(path, identity)
    workspace.run(load_sample())
    return workspace


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
    window.setWindowIcon(QIcon(str(paths.resource("icons", "ministrack.svg"))))
    return window
