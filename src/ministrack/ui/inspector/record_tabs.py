"""The tabs of a record: details, what is linked to it with counts, sources, history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabBar, QWidget

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import counted, tr
from ministrack.edits.asking import Reader
from ministrack.ui.inspector.linked_list import LinkTab
from ministrack.ui.inspector.links import tabs_of
from ministrack.ui.inspector.stated import count_statements
from ministrack.ui.inspector.subject import Subject

_STEPS = {int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Left): -1}
DETAILS, SOURCES, HISTORY = "details", "sources", "history"


class RecordTabs(QTabBar):
    """Signals: `tab_chosen(str)` with the name of the tab that a person chose; `relabelled()` when the tabs
    are others, or have other words.
    """

    tab_chosen = Signal(str)
    relabelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, LinkTab] = {}
        self._wanted = DETAILS  # chosen last; a record without it shows its details meanwhile
        self.setObjectName("inspector.tabs")
        self.setAccessibleName(tr("Parts of this record"))
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setDrawBase(False)
        self.currentChanged.connect(self._tell)

    @property
    def chosen(self) -> str:
        """The name of the tab that is shown."""
        return str(self.tabData(self.currentIndex()) or "")

    def tab(self, name: str) -> LinkTab | None:
        """The link tab of that name."""
        return self._tabs.get(name)

    def has(self, name: str) -> bool:
        """Whether the record has a tab of that name."""
        return self._position(name) >= 0

    def widths(self) -> list[int]:
        """How wide each tab is, shown or not, in pixels."""
        return [self.tabSizeHint(place).width() for place in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key(), 0)
        if not step:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        # Also to a tab that has no room now: Qt would pass over it.
        self.setCurrentIndex(min(max(self.currentIndex() + step, 0), self.count() - 1))

    def choose(self, name: str) -> None:
        """Shows the tab of that name, where there is one."""
        if self.has(name):
            self.setCurrentIndex(self._position(name))

    def show_subject(self, read: Reader, subject: Subject, shared: SharedFilter) -> None:
        """Has the tabs of the record with their counts; the tab chosen last is shown if it is there."""
        links = tabs_of(subject)
        self._tabs = {tab.name: tab for tab in links}
        said = [(DETAILS, tr("Details"))]
        said += [(tab.name, _counted(tr(tab.title), _count(read, tab, subject, shared))) for tab in links]
        said += [(SOURCES, _counted(tr("Sources"), count_statements(read, subject)))]
        said += [(HISTORY, tr("History"))]
        self.blockSignals(True)
        self._write(said)
        self.setCurrentIndex(max(self._position(self._wanted), 0))
        self.blockSignals(False)
        self.relabelled.emit()

    def _write(self, said: list[tuple[str, str]]) -> None:
        while self.count() > len(said):
            self.removeTab(self.count() - 1)
        for position, (name, words) in enumerate(said):
            if position >= self.count():
                self.addTab(words)
            elif self.tabText(position) != words:
                self.setTabText(position, words)
            self.setTabData(position, name)

    def _position(self, name: str) -> int:
        return next((place for place in range(self.count()) if self.tabData(place) == name), -1)

    def _tell(self, _: int) -> None:
        self._wanted = self.chosen
        self.tab_chosen.emit(self.chosen)


def _count(read: Reader, tab: LinkTab, subject: Subject, shared: SharedFilter) -> int:
    lists = (linked for linked in tab.lists if linked.applies(subject))
    return sum(read.count(linked.table, linked.query(subject, shared).filter) for linked in lists)


def _counted(title: str, count: int) -> str:
    return tr("{title} {count}", title=title, count=counted(count)) if count else title
