"""The window of the guide: contents on the left, the page on the right, search over all pages."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.language import tr
from ministrack.ui.guide.page_view import PageView
from ministrack.ui.guide.pages import Page, count_words, place, read_pages
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.metrics import SPACE
from ministrack.ui.style.theme import ThemeSource
from ministrack.ui.widgets.narrowing_field import narrowing_field

_SIZE = (1040, 720)
_SMALLEST = (640, 400)
_NAME = Qt.ItemDataRole.UserRole
_Place = tuple[str, str]  # page and heading


class GuideWindow(QWidget):
    """Stands beside the window of the dossier and remembers its size. Signals: `closed()`."""

    closed = Signal()

    def __init__(
        self, themes: ThemeSource, icons: Icons, memory: LayoutMemory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._memory = memory
        self._pages = {page.name: page for page in read_pages()}
        self._at: _Place = ("", "")
        self._back: list[_Place] = []
        self._forward: list[_Place] = []
        self.setObjectName("guide")
        self.setWindowTitle(tr("Guide — ministrack"))
        self.setAccessibleName(tr("Guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.search = narrowing_field("guideSearch", tr("Search the guide"), tr("Search the guide"), self)
        self.contents = _contents(self)
        self.page = PageView(themes, self)
        self._nothing = QLabel(tr("No page holds all of these words."), self)
        self._nothing.setProperty("role", "soft")
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(3 * SPACE)
        self._add_actions(icons)
        self._lay_out()
        self._list()
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(self._find_next)
        self.contents.currentItemChanged.connect(self._choose)
        self.page.anchorClicked.connect(self._follow_link)
        state = memory.bytes_of("guide")
        if state is not None:
            self.restoreGeometry(state)
        memory.restore_splitter(self._panes)
        self.page.setFocus()

    def open_page(self, name: str, heading: str = "") -> None:
        """Shows a page, and with `heading` a place in it; the way back leads to the page before."""
        if name not in self._pages or (name, heading) == self._at:
            return
        if self._at[0]:
            self._back.append(self._at)
        self._forward.clear()
        self._show((name, heading))

    @property
    def page_name(self) -> str:
        """The name of the page that is shown."""
        return self._at[0]

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.keep_bytes("guide", self.saveGeometry())
        self._memory.keep_splitter(self._panes)
        self._memory.write()
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the search back, then closes; a page needs no other way out."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
            self.page.setFocus()
        else:
            self.close()

    def _add_actions(self, icons: Icons) -> None:
        self._go_back = self._action(tr("Back"), "Alt+Left", self._step_back)
        self._go_forward = self._action(tr("Forward"), "Alt+Right", self._step_forward)
        self._go_back.setIcon(icons.icon("arrow-left"))
        self._go_forward.setIcon(icons.icon("arrow-right"))
        self._action(tr("Search the guide"), "Ctrl+F | Ctrl+K", self._start_search)
        self._action(tr("Next place found"), "F3", self._find_next)
        self._action(tr("Contents or page"), "F6", self._other_pane)

    def _action(self, text: str, keys: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(each) for each in keys.split(" | ")])
        action.triggered.connect(run)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        for action in (self._go_back, self._go_forward):
            bar.addWidget(_button(self, action))
        bar.addStretch(1)
        bar.addWidget(self.search, 2)
        line = QFrame(self)
        line.setProperty("role", "line")
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        column.addWidget(self.contents, 1)
        self._panes = QSplitter(self)
        self._panes.setObjectName("guidePanes")
        self._panes.addWidget(left)
        self._panes.addWidget(self.page)
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes([260, 780])
        self._panes.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(line)
        layout.addWidget(self._panes, 1)

    # what is listed

    def _words(self) -> tuple[str, ...]:
        return tuple(self.search.text().split())

    def _list(self, _: str = "") -> None:
        """All pages, or those that hold what is searched, with how often."""
        words = self._words()
        self.contents.blockSignals(True)
        self.contents.clear()
        for page in self._pages.values():
            count = count_words(page, words)
            if not words or count:
                self._add_row(page, count)
        found = self.contents.count() > 0
        self._mark_row()
        self.contents.blockSignals(False)
        self._nothing.setVisible(not found)
        if self._at[0]:
            self._show_words()

    def _add_row(self, page: Page, count: int) -> None:
        text = tr("{title} ({n})", title=page.title, n=count) if count else page.title
        row = QListWidgetItem(text, self.contents)
        row.setData(_NAME, page.name)

    def _mark_row(self) -> None:
        for number in range(self.contents.count()):
            if self.contents.item(number).data(_NAME) == self._at[0]:
                self.contents.setCurrentRow(number)

    def _show_words(self) -> None:
        """Another search: the page shown, or the first that holds the words."""
        names = [str(self.contents.item(row).data(_NAME)) for row in range(self.contents.count())]
        if self._words() and names and self._at[0] not in names:
            self.open_page(names[0])
        else:
            self._show(self._at)

    # where it goes

    def _show(self, at: _Place) -> None:
        self._at = at
        self.page.show_page(self._pages[at[0]], at[1], self._words())
        self.contents.blockSignals(True)
        self._mark_row()
        self.contents.blockSignals(False)
        self._go_back.setEnabled(bool(self._back))
        self._go_forward.setEnabled(bool(self._forward))

    def _choose(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            self.open_page(str(row.data(_NAME)))

    def _follow_link(self, link: QUrl) -> None:
        """Links lead from page to page; the guide opens nothing else."""
        if link.isRelative():
            name, heading = place(link.toString())
            self.open_page(name or self._at[0], heading)

    def _step_back(self) -> None:
        if self._back:
            self._forward.append(self._at)
            self._show(self._back.pop())

    def _step_forward(self) -> None:
        if self._forward:
            self._back.append(self._at)
            self._show(self._forward.pop())

    def _find_next(self) -> None:
        """The next place in this page, else the first in the next page that was found."""
        if not self._words() or self.page.find_next():
            return
        if self.contents.count():
            row = (self.contents.currentRow() + 1) % self.contents.count()
            self.open_page(str(self.contents.item(row).data(_NAME)))

    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _other_pane(self) -> None:
        other = self.contents if self.page.hasFocus() else self.page
        other.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _contents(parent: QWidget) -> QListWidget:
    contents = QListWidget(parent)
    contents.setObjectName("guideContents")
    contents.setAccessibleName(tr("Pages of the guide"))
    contents.setProperty("role", "navigation")
    contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    contents.setTextElideMode(Qt.TextElideMode.ElideRight)
    return contents


def _button(parent: QWidget, action: QAction) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    button.setIconSize(QSize(18, 18))
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
