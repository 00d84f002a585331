"""The window of one dossier: navigation, view, inspector and timeline around one shared focus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.inspector import Inspector
from ministrack.ui.inspector_window import InspectorPlace
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.menus import Menus
from ministrack.ui.navigation import Navigation
from ministrack.ui.panes import Panes
from ministrack.ui.placing import place_within_screen
from ministrack.ui.reminders import Reminders
from ministrack.ui.status_line import StatusLine
from ministrack.ui.tab_order import go_on
from ministrack.ui.timeline_pane.pane import TimelinePane
from ministrack.ui.top_bar import TopBar
from ministrack.ui.view_stack import ViewStack
from ministrack.ui.views import view_of_table
from ministrack.ui.widgets.view import View

if TYPE_CHECKING:
    from ministrack.ui.welcome.strip import WelcomeStrip

_SIZE = QSize(1440, 900)
_SMALLEST = QSize(1024, 640)


class MainWindow(QMainWindow):
    """Signals: `open_wanted(Path)` for another dossier, `new_wanted(Path)` for a new one at that place,
    `copy_wanted(Path)` for a copy of this one, `own_wanted()` to leave the sample for one's own dossier,
    `closed()` when the window has gone, `stayed()` when somebody was asked whether to close it and said no.
    """

    open_wanted = Signal(object)
    new_wanted = Signal(object)
    copy_wanted = Signal(object)
    own_wanted = Signal()
    closed = Signal()
    stayed = Signal()

    def __init__(
        self, desk: Desk, memory: LayoutMemory, *, name: str, strip: "WelcomeStrip | None" = None
    ) -> None:
        super().__init__()
        self.desk = desk
        self._memory = memory
        self._leaving = False
        self.setObjectName("mainWindow")
        self.setAccessibleName(tr("ministrack"))
        self.setWindowTitle(tr("{name} — ministrack", name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
        self._strip = strip
        self.timeline_pane = TimelinePane(desk, self)
        self.timeline = self.timeline_pane.timeline
        self.views = ViewStack(desk, self._prepare_view, self)
        self.inspector = Inspector(desk, self)
        self.navigation = Navigation(desk, self)
        self.menus = Menus(self, desk, self)
        self.top_bar = TopBar(desk, self.menus.commands, self.menus.records.new_menu, self)
        self._lay_out()
        self.status_line = StatusLine(desk, self.timeline, self)
        self.setStatusBar(self.status_line)
        self._connect()
        self._restore_layout()
        self._share_room()
        self.timeline_pane.fill()
        self.menus.refresh()
        self.focus_view()

    def _lay_out(self) -> None:
        self._panes = Panes(self.navigation, self.views, self.inspector, self)
        self.inspector_place = InspectorPlace(self, self._panes, self.inspector, self._memory)
        self._floors = QSplitter(Qt.Orientation.Vertical, self)
        self._floors.setObjectName("floors")
        self._floors.addWidget(self._panes)
        self._floors.addWidget(self.timeline_pane)
        self._floors.setStretchFactor(0, 1)
        self._floors.setSizes([610, 190])
        self._floors.setCollapsible(0, False)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        if self._strip is not None:
            layout.addWidget(self._strip)
        self._reminders = Reminders(self.desk, self._memory, self)
        layout.addWidget(self._reminders)
        layout.addWidget(self._floors, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        feed = self.desk.feed
        self.desk.runner.failed.connect(self.show_problem)
        feed.trouble.connect(self.show_problem)
        feed.changed.connect(self._after_change)
        self.timeline_pane.activated.connect(self.open_record)
        self.timeline_pane.selected.connect(self._panes.show_if_narrow)
        self.views.pointed.connect(self._panes.show_if_narrow)
        self.desk.focus.view_changed.connect(self._share_room)
        self._panes.inspector_shown.connect(self.menus.commands["pane.inspector"].setChecked)
        self._panes.left.connect(self.focus_view)
        self.inspector_place.left.connect(self.focus_view)
        self.inspector_place.moved.connect(self.menus.commands["inspector.window"].setChecked)
        self.inspector.move_wanted.connect(self.inspector_place.toggle)
        self._reminders.left.connect(self.focus_view)
        self._reminders.opened.connect(self.open_record)
        self.views.activated.connect(self.edit_record)
        self.views.open_wanted.connect(self.open_record)
        self.views.create_wanted.connect(self.new_record)
        self.views.delete_wanted.connect(self.delete)
        self.inspector.create_wanted.connect(self.new_record)
        self.inspector.delete_wanted.connect(self._delete_one)
        self.top_bar.search.opened.connect(self.open_record)
        self.top_bar.search.filter_wanted.connect(self._narrow_to_words)
        if self._strip is not None:
            self._strip.own_wanted.connect(self.own_wanted)
            self._strip.edit_wanted.connect(self._edit_field)
            self._strip.closed.connect(self.focus_view)
        self.menus.files.open_wanted.connect(self.open_wanted)
        self.menus.files.new_wanted.connect(self.new_wanted)
        self.menus.files.copy_wanted.connect(self.copy_wanted)

    @property
    def memory(self) -> LayoutMemory:
        """What the window remembers of how it was left."""
        return self._memory

    # what the parts ask for

    def new_record(self, table: str, given: dict[str, object] | None = None) -> None:
        """Asks for the fewest fields of a new record and adds it."""
        # delayed: start-up time
        from ministrack.ui.dialogs.creating import create_record

        create_record(self, self.desk, table, given or {})

    def delete(self, refs: list[Ref]) -> None:
        """Asks, and deletes records. Tables ask for it without knowing whether the dossier can be written."""
        if self.desk.workspace.read_only:
            self.status_line.showMessage(tr("This dossier can only be read. Nothing is deleted."), 6000)
            return
        # delayed: start-up time
        from ministrack.ui.dialogs.deleting import ask_to_delete

        ask_to_delete(self, self.desk, refs)

    def open_record(self, ref: Ref) -> None:
        """Shows a record in its own view, or else in the inspector alone."""
        ref = Ref(*ref)
        view = view_of_table(ref.table)
        if view is None:
            self.desk.focus.select(ref)
        else:
            self.desk.focus.open(view, ref)
        self._panes.show_if_narrow()

    def begin_entry(self) -> None:
        """Begins an entry in the ledger of the task in focus."""
        self.inspector_place.bring()
        self.inspector.begin_entry()

    def show_problem(self, error: MinistrackError) -> None:
        """Says what was refused, and why."""
        # delayed: start-up time
        from ministrack.ui.dialogs.refused import show_refused

        show_refused(self, self.desk, error)

    def fit_timeline(self) -> None:
        """Shows all of the timeline."""
        self.timeline.fit()

    def focus_search(self) -> None:
        """Puts the cursor into the search."""
        self.top_bar.search.start()

    def show_view(self, name: str, presentation: str = "") -> None:
        """Shows a view, as it was left or in one of its presentations, and puts the keyboard there."""
        self.desk.focus.show_view(name)
        if presentation:
            self.views.current().show_presentation(presentation)
        self.focus_view()

    def choose_columns(self) -> None:
        """Offers the columns of the table that is shown."""
        self.views.current().choose_columns()

    def focus_view(self) -> None:
        """Puts the keyboard into the view's table."""
        self.views.current().focus_content()

    def show_pane(self, name: str, shown: bool) -> None:
        """Shows or hides "navigation", "inspector" or "timeline"; "inspector.window" is one of its own."""
        if name == "inspector":
            self.inspector_place.show_pane(shown)
        elif name == "inspector.window":
            self.inspector_place.move(shown)
        else:
            {"navigation": self.navigation, "timeline": self.timeline_pane}[name].setVisible(shown)

    def edit_record(self, ref: Ref) -> None:
        """Enter or a double click in a table: on to the first field of the record."""
        self.desk.focus.select(ref)
        self.inspector_place.bring()
        self.inspector.edit_first_field()

    def _edit_field(self, ref: Ref, name: str) -> None:
        self.desk.focus.select(ref)
        self.inspector_place.bring()
        self.inspector.edit_field(name)

    def _share_room(self, _view: str = "") -> None:
        self._panes.set_for_details(self.views.current().has_details)

    def _delete_one(self, ref: Ref) -> None:
        self.delete([ref])

    def _narrow_to_words(self, words: str) -> None:
        self.desk.focus.set_filter(SharedFilter(text=words))

    # what follows

    def _after_change(self, change_set: object) -> None:
        self.menus.refresh()

    # coming and going

    def _prepare_view(self, view: View) -> None:
        view.restore_layout(self._memory)

    def _restore_layout(self) -> None:
        self._memory.restore_window(self)
        place_within_screen(self, _SMALLEST)
        panes = self._memory.bytes_of("panes")
        if panes is not None:
            self._panes.restore(panes)
        self._memory.restore_splitter(self._floors)
        self.timeline_pane.restore_layout(self._memory)

    def _keep_layout(self) -> None:
        self._memory.keep_window(self)
        self._memory.keep_bytes("panes", self._panes.state())
        self._memory.keep_splitter(self._floors)
        self.timeline_pane.keep_layout(self._memory)
        self.inspector_place.keep(self._memory)
        for view in self.views.made().values():
            view.keep_layout(self._memory)
        self._memory.write()

    def focusNextPrevChild(self, next: bool) -> bool:
        return go_on(self, forward=next)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving and not (self.inspector.commit() and self.views.commit()):
            event.ignore()
            self._ask_to_leave()
            return
        if not all(dialog.close() for dialog in self.findChildren(QDialog) if dialog.isVisible()):
            event.ignore()  # it asks first: lines typed there would be lost
            self.stayed.emit()
            return
        self.desk.runner.end()
        self.setFocus()  # no field is left once the dossier is closed
        self._keep_layout()
        self.inspector_place.close()
        self.desk.feed.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _ask_to_leave(self) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.messages import ask, is_asked

        if is_asked(self, "leaveQuestion"):
            return
        box = ask(
            self,
            tr("A field holds something that cannot be stored."),
            tr("Everything else is saved. Go back to correct it, or close and lose what this field holds."),
            tr("Close anyway"),
            name="leaveQuestion",
            loses=True,
        )
        box.accepted.connect(self._leave)
        box.rejected.connect(self.stayed)
        box.open()

    def _leave(self) -> None:
        self._leaving = True
        self.close()
