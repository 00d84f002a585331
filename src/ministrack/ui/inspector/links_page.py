"""The page of one link tab: its lists below each other."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ministrack.ui.desk import Desk
from ministrack.ui.inspector.link_scroll import LinkScroll
from ministrack.ui.inspector.link_section import LinkSection
from ministrack.ui.inspector.linked_list import LinkTab
from ministrack.ui.inspector.linked_page import LinkedPage
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.style.metrics import MARGIN, SPACE

LEDGER = ("task", "progress")
"""The table and the tab that show the ledger of a task."""


class LinksPage(LinkedPage):
    """Passes on what its lists ask for."""

    def __init__(self, desk: Desk, table: str, tab: LinkTab) -> None:
        super().__init__()
        self.setObjectName(f"inspector.{table}.{tab.name}")
        self._tab = tab
        self._sections: list[LinkSection] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 3 * SPACE, 0, 2 * SPACE)
        column.setSpacing(MARGIN)
        for linked in tab.lists:
            name = f"{self.objectName()}.{linked.table}"
            if any(section.objectName() == name for section in self._sections):
                name = f"{name}.{len(self._sections)}"
            section = LinkSection(desk, linked, name)
            section.create_wanted.connect(self.create_wanted)
            section.removal_wanted.connect(self.removal_wanted)
            self._sections.append(section)
            column.addWidget(section)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        several = len(tab.lists) > 1  # one list scrolls by itself
        whole.addWidget(LinkScroll(inside, f"{self.objectName()}.scroll") if several else inside)

    def show_subject(self, subject: Subject) -> None:
        """Fills the lists that this record has."""
        for linked, section in zip(self._tab.lists, self._sections, strict=True):
            applies = linked.applies(subject)
            section.setVisible(applies)
            if applies:
                section.show_subject(subject)


class LinkPages(QObject):
    """The pages of link tabs, each made when it is first seen. Signals: those of whichever page."""

    create_wanted = Signal(str, dict)
    removal_wanted = Signal(object)

    def __init__(self, desk: Desk, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._desk = desk
        self._stack = stack
        self._made: dict[tuple[str, str], LinkedPage] = {}

    def page(self, table: str, tab: LinkTab) -> LinkedPage:
        """The page of a tab of records of one kind."""
        key = (table, tab.name)
        if key not in self._made:
            page = self._made[key] = self._make(table, tab)
            page.create_wanted.connect(self.create_wanted)
            page.removal_wanted.connect(self.removal_wanted)
            self._stack.addWidget(page)
        return self._made[key]

    def has_unsaved(self) -> bool:
        """Whether something typed into one of them is not stored."""
        return any(page.has_unsaved() for page in self._made.values())

    def _make(self, table: str, tab: LinkTab) -> LinkedPage:
        if (table, tab.name) != LEDGER:
            return LinksPage(self._desk, table, tab)
        # delayed: start-up time; most records have no ledger
        from ministrack.ui.inspector.ledger.page import LedgerPage

        return LedgerPage(self._desk, tab)
