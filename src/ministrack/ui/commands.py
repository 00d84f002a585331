"""Commands: what can be done, by name, shortcut and icon, once for menus, buttons and keys."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.ui.style.icons import Icons


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. `text` is its name as it stands in a menu; `shortcut` is portable text ("Ctrl+K").

    `under` is the name of the menu within a menu where it stands, if its own says too little alone ("New").
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False
    under: str = ""


class Commands(QObject):
    """The window's commands as actions, reachable by id; shortcuts work wherever the focus is."""

    def __init__(self, window: QWidget, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._icons = icons
        self._actions: dict[str, QAction] = {}
        self._under: dict[str, str] = {}

    def add(self, command: Command, run: Callable[[], object]) -> QAction:
        """Makes the command's action; `run` is called when it is triggered."""
        action = QAction(tr(command.text), self)
        action.setObjectName(f"action.{command.id}")
        action.setCheckable(command.checkable)
        if command.icon:
            action.setIcon(self._icons.icon(command.icon))
            action.setIconVisibleInMenu(False)
        if command.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in command.shortcut.split(" | ")])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(_without_arguments(run))
        self._window.addAction(action)
        self._actions[command.id] = action
        self._under[command.id] = command.under
        return action

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def name(self, command: str) -> str:
        """The whole name, for where the command stands alone: "New: Task", "Colours: Dark"."""
        name = self._actions[command].text().replace("&", "").removesuffix("…")
        under = self._under[command]
        return tr("{menu}: {command}", menu=tr(under), command=name) if under else name

    def explain(self, command: str) -> None:
        """Brings the tooltip of a command in line with its name: "Undo: New meeting (Ctrl+Z)"."""
        action = self._actions[command]
        keys = action.shortcut().toString()
        action.setToolTip(f"{action.text()} ({keys})" if keys else action.text())

    def all(self) -> Mapping[str, QAction]:
        """All actions by id, in the order in which they were added."""
        return self._actions


def offered(widget: QWidget, names: Iterable[str]) -> list[QAction]:
    """Commands of the window that a widget stands in, for a menu or a button of its own: those that can be
    given now."""
    window = widget.window()
    while (above := window.parentWidget()) is not None:  # a pane may stand in a window of its own
        window = above.window()
    found = (window.findChild(QAction, f"action.{name}") for name in names)
    return [action for action in found if action is not None and action.isEnabled()]


def _without_arguments(run: Callable[[], object]) -> Callable[[], None]:
    """A slot that lets go of the signal's `checked`."""

    def slot() -> None:
        run()

    return slot
