"""The tab of a task's ledger: its entries, the meetings to come, and the place where an entry is added."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.domain.lists import Row
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.entries import Entry
from ministrack.ui.inspector.entry_model import ListingLines
from ministrack.ui.inspector.ledger.coming import coming_entries
from ministrack.ui.inspector.ledger.entry_panel import EntryPanel
from ministrack.ui.inspector.ledger.lines import LedgerLines, LedgerList
from ministrack.ui.inspector.linked_list import LinkTab
from ministrack.ui.inspector.linked_page import LinkedPage
from ministrack.ui.inspector.subject import Subject
from ministrack.ui.style.metrics import MARGIN, SPACE
from ministrack.ui.widgets.words import words


class LedgerPage(LinkedPage):
    """Shows the ledger of one task after the other; an entry that was begun waits with its task."""

    def __init__(self, desk: Desk, tab: LinkTab) -> None:
        super().__init__()
        self._desk = desk
        (self._linked,) = tab.lists
        self._subject: Subject | None = None
        self._panels: dict[str, EntryPanel] = {}
        self.setObjectName("inspector.task.progress")
        self._list = LedgerList(desk, "inspector.task.progress.list")
        self._list.setAccessibleName(tr("Ledger"))
        self._list.removal_wanted.connect(self.removal_wanted)
        self._empty = words("soft", tr(self._linked.empty))
        self._add = QPushButton(tr("Add an entry"))
        self._add.setObjectName("ledger.add")
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self.begin_entry)
        self._lay_out()

    def show_subject(self, subject: Subject) -> None:
        """Fills the ledger."""
        before, self._subject = self._subject, subject
        read = self._desk.read
        listing = read.listing(self._linked.query(subject, self._desk.focus.filter))
        lines = LedgerLines(ListingLines(listing, self._entry), coming_entries(read, subject))
        self._list.show_lines(lines)
        self._list.setVisible(lines.count() > 0)
        self._empty.setVisible(not listing.count())
        if before is not None and before.ref != subject.ref:
            self._leave(before.ref.id)
        self._show_panel()

    def begin_entry(self) -> None:
        """Opens the place for a new entry, with the keyboard in it."""
        if self._subject is None or self._desk.workspace.read_only:
            return
        task = self._subject.ref.id
        if task not in self._panels:
            panel = self._panels[task] = EntryPanel(self._desk, self._subject)
            panel.finished.connect(self._close_panel, Qt.ConnectionType.QueuedConnection)
            self._box.insertWidget(self._box.count() - 1, panel)
        self._show_panel()
        self._panels[task].begin()
        QTimer.singleShot(0, self, self._bring_into_view)  # it has no place yet

    def _bring_into_view(self) -> None:
        panel = self._panels.get(self._subject.ref.id) if self._subject is not None else None
        for part in (panel, panel.words) if panel is not None else ():
            self._scroll.ensureWidgetVisible(part, 0, 2 * SPACE)

    def has_unsaved(self) -> bool:
        """Whether an entry is begun that is not added yet."""
        return any(panel.has_words for panel in self._panels.values())

    def _entry(self, row: Row) -> Entry:
        return self._linked.entry(row, self._desk.read)

    def _show_panel(self) -> None:
        shown = self._subject.ref.id if self._subject is not None else ""
        for task, panel in self._panels.items():
            panel.setVisible(task == shown)
        if self._subject is not None and shown in self._panels:
            self._panels[shown].follow(self._subject)
        self._add.setVisible(shown not in self._panels and not self._desk.workspace.read_only)

    def _leave(self, task: str) -> None:
        """Another task is shown: what was typed waits, an empty entry goes."""
        if task in self._panels and not self._panels[task].has_words:
            self._remove(task)

    def _close_panel(self) -> None:
        """The entry of the panel that says so is stored or given up."""
        task = next((task for task, panel in self._panels.items() if panel is self.sender()), None)
        if task is None:
            return
        keyboard = QApplication.focusWidget()
        had_keyboard = keyboard is None or self._panels[task].isAncestorOf(keyboard)
        self._remove(task)
        self._show_panel()
        if had_keyboard:
            self._add.setFocus()

    def _remove(self, task: str) -> None:
        panel = self._panels.pop(task)
        panel.hide()
        self._box.removeWidget(panel)
        panel.deleteLater()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(MARGIN, 3 * SPACE, MARGIN, 2 * SPACE)
        self._box.setSpacing(2 * SPACE)
        self._box.addWidget(self._empty)
        self._box.addWidget(self._list)
        self._box.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self._box.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("inspector.task.progress.scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
