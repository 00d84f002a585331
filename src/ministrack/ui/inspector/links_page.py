"""The page of one link tab: its lists below each other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ministrack.ui.desk import Desk
from ministrack.ui.inspector.link_section import LinkSection
from ministrack.ui.inspector.linked_list import LinkTab
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.style.metrics import MARGIN, SPACE


class LinksPage(QWidget):
    """Built once for each tab of each kind of record.

    Signals: `create_wanted(str, dict)` and `removal_wanted(Ref)` as their lists give them.
    """

    create_wanted = Signal(str, dict)
    removal_wanted = Signal(object)

    def __init__(self, desk: Desk, table: str, tab: LinkTab) -> None:
        super().__init__()
        self.setObjectName(f"inspector.{table}.{tab.name}")
        self._tab = tab
        self._sections: list[LinkSection] = []
        column = QVBoxLayout(self)
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

    def show_subject(self, subject: Subject) -> None:
        """Fills the lists that this record has."""
        for linked, section in zip(self._tab.lists, self._sections, strict=True):
            applies = linked.applies(subject)
            section.setVisible(applies)
            if applies:
                section.show_subject(subject)
