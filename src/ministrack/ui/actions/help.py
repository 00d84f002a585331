"""The Help menu: the guide, keyboard shortcuts, about the program."""

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ministrack.domain.language import N_
from ministrack.ui.actions.actions import BAR, Actions
from ministrack.ui.commands import Command


class HelpActions(Actions):
    """What explains the program."""

    MENU = "help"

    def add_commands(self) -> None:
        add = self.commands.add
        add(Command("guide", N_("Guide"), "F1", "book-open"), self._show_guide)
        add(Command("shortcuts", N_("Keyboard shortcuts"), "Ctrl+F1", "keyboard"), self._show_shortcuts)
        add(Command("about", N_("About ministrack")), self._show_about)

    def build(self, menu: QMenu) -> None:
        self.fill(menu, ("guide", "shortcuts", BAR, "about"))

    def _show_guide(self) -> None:
        """The page about what has the keyboard, in the one guide that belongs to this window."""
        # delayed: start-up time; help is rarely opened
        from ministrack.paths import window_state_file
        from ministrack.ui.guide.window import GuideWindow
        from ministrack.ui.layout_memory import LayoutMemory

        guide = self.window.findChild(GuideWindow)
        if guide is None:
            memory = LayoutMemory(window_state_file())
            guide = GuideWindow(self.desk.themes, self.desk.icons, memory, self.window)
        guide.open_page(*self._place())
        guide.show()
        guide.raise_()
        guide.activateWindow()

    def _place(self) -> tuple[str, str]:
        # delayed: start-up time
        from ministrack.ui.guide.pages import PAGE_OF_PANE, PAGE_OF_TABLE, PAGE_OF_VIEW

        record = self.desk.focus.record
        part: QWidget | None = QApplication.focusWidget()
        while part is not None and part is not self.window:
            name = part.objectName()
            if name == "inspector" and record is not None:
                return PAGE_OF_TABLE.get(record.table, "sources"), ""
            if name in PAGE_OF_PANE:
                return PAGE_OF_PANE[name]
            part = part.parentWidget()
        return PAGE_OF_VIEW[self.desk.focus.view], ""

    def _show_shortcuts(self) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.shortcuts import show_shortcuts

        show_shortcuts(self.window)

    def _show_about(self) -> None:
        # delayed: start-up time
        from ministrack.ui.dialogs.about import show_about

        show_about(self.window)
