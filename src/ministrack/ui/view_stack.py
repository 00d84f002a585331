"""The middle of the window: one view at a time, each made when it is first shown."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ministrack.ui.desk import Desk
from ministrack.ui.views import ViewEntry, views
from ministrack.ui.widgets.view import View


class ViewStack(QStackedWidget):
    """Shows the view that the focus names.

    Signals: those of whichever view, see `View`.
    """

    activated = Signal(object)
    open_wanted = Signal(object)
    pointed = Signal()
    create_wanted = Signal(str, dict)
    delete_wanted = Signal(object)

    def __init__(self, desk: Desk, prepare: Callable[[View], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prepare = prepare
        self._entries = {entry.name: entry for entry in views()}
        self._made: dict[str, View] = {}
        self.setObjectName("viewStack")
        desk.focus.view_changed.connect(self.show_view)
        self.show_view(desk.focus.view)

    @property
    def entry(self) -> ViewEntry:
        """The view that is shown."""
        return self._entries[self._desk.focus.view]

    def current(self) -> View:
        """The widget of the view that is shown."""
        return self._made[self._desk.focus.view]

    def made(self) -> dict[str, View]:
        """The views made so far, by name."""
        return self._made

    def commit(self) -> bool:
        """Leaves every cell; False where something typed cannot be stored. It is shown then."""
        for name, view in self._made.items():
            if not view.commit():
                self._desk.focus.show_view(name)
                return False
        return True

    def show_view(self, name: str) -> None:
        """Shows a view, making it first if need be."""
        if name not in self._made:
            view = self._entries[name].make(self._desk)
            view.activated.connect(self.activated)
            view.pointed.connect(self.pointed)
            view.open_wanted.connect(self.open_wanted)
            view.create_wanted.connect(self.create_wanted)
            view.delete_wanted.connect(self.delete_wanted)
            self._prepare(view)
            self._made[name] = view
            self.addWidget(view)
        self.setCurrentWidget(self._made[name])
