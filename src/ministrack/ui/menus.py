"""The menu bar: which menus there are, and which subject fills which."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from ministrack.domain.language import N_, tr
from ministrack.ui.actions.actions import Actions, Host
from ministrack.ui.actions.edit import EditActions
from ministrack.ui.actions.entering import ListActions, PasteActions
from ministrack.ui.actions.exporting import ExportActions
from ministrack.ui.actions.file import FileActions
from ministrack.ui.actions.help import HelpActions
from ministrack.ui.actions.importing import ImportActions
from ministrack.ui.actions.merging import MergeActions
from ministrack.ui.actions.moving import MovingActions
from ministrack.ui.actions.papers import PaperActions
from ministrack.ui.actions.preferences import PreferenceActions
from ministrack.ui.actions.reading import ReadingActions
from ministrack.ui.actions.record import RecordActions
from ministrack.ui.actions.selection import SelectionActions
from ministrack.ui.actions.tasks import TaskActions
from ministrack.ui.actions.timeline import TimelineActions
from ministrack.ui.actions.view import ViewActions
from ministrack.ui.actions.windows import WindowActions
from ministrack.ui.commands import Commands
from ministrack.ui.desk import Desk

_MENUS = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("view", N_("&View")),
    ("record", N_("&Record")),
    ("help", N_("&Help")),
)


class Menus(QObject):
    """Builds the menus once and keeps names and states of their commands up to date."""

    def __init__(self, window: QMainWindow, desk: Desk, host: Host) -> None:
        super().__init__(window)
        self.commands = commands = Commands(window, desk.icons)
        self.files = FileActions(window, desk, commands, host)
        self.views = ViewActions(window, desk, commands, host)
        self.windows = WindowActions(window, desk, commands, host)
        self.records = RecordActions(window, desk, commands, host)
        self.imports = ImportActions(window, desk, commands, host)
        self.reading = ReadingActions(window, desk, commands, host)
        paste = PasteActions(window, desk, commands, host)
        # In the order in which their entries stand in a menu.
        self._subjects: tuple[Actions, ...] = (
            self.files,
            self.reading,
            ExportActions(window, desk, commands, host),
            EditActions(window, desk, commands, host),
            paste,
            self.imports,
            SelectionActions(window, desk, commands, host),
            self.views,
            TimelineActions(window, desk, commands, host),
            self.windows,
            MovingActions(window, desk, commands, host),
            self.records,
            ListActions(window, desk, commands, host),
            PreferenceActions(window, desk, commands, host),
            TaskActions(window, desk, commands, host),
            MergeActions(window, desk, commands, host),
            PaperActions(window, desk, commands, host),
            HelpActions(window, desk, commands, host),
        )
        self.imports.open_wanted.connect(self.files.open_wanted)
        self.imports.report_wanted.connect(self.reading.take)
        paste.report_pasted.connect(self.reading.take)
        self._build(window)
        desk.focus.way_changed.connect(self.refresh)
        desk.focus.filter_changed.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Brings names and states in line with the dossier, the focus and the filter."""
        for subject in self._subjects:
            subject.refresh()

    def _build(self, window: QMainWindow) -> None:
        for name, title in _MENUS:
            menu = window.menuBar().addMenu(tr(title))
            menu.setObjectName(f"{name}Menu")
            for subject in self._subjects:
                if name == subject.MENU:
                    menu.addSeparator()
                    subject.build(menu)
