"""The parts of the dialog that reads a report, and how they stand; what happens with them is in dialog.py."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.reading.about import AboutReport
from ministrack.ui.dialogs.reading.entry_page import EntryPage
from ministrack.ui.dialogs.reading.foot import Foot
from ministrack.ui.dialogs.reading.head import Head
from ministrack.ui.dialogs.reading.review_page import ReviewPage
from ministrack.ui.dialogs.reading.source import dropped_report
from ministrack.ui.dialogs.waiting_page import ProblemPage, WaitingPage
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.style.metrics import DIALOG_MARGINS, SPACE, resize_to_letters
from ministrack.ui.widgets.dialog import Dialog

_SIZE = (230, 56)  # letters across, lines down


class ReadingShell(Dialog):
    """A head, one of four pages, what the report says of itself, and a foot.

    Signals: `dropped(object)` with the Path or the text of another report.
    """

    dropped = Signal(object)
    enter_answers = False

    def __init__(self, desk: Desk, memory: LayoutMemory, parent: QWidget) -> None:
        super().__init__("readReport", tr("Read a report"), parent)
        self._memory = memory
        self.setAcceptDrops(True)
        resize_to_letters(self, *_SIZE)
        self.head = Head(self)
        self.about = AboutReport(self)
        self.entry = EntryPage(self)
        self.review = ReviewPage(desk, self)
        self.foot = Foot(self)
        self.waiting = WaitingPage("reading", self)
        self.problem = ProblemPage(desk, "reading", tr("Read another report…"), self)
        self._pages = QStackedWidget(self)
        for page in (self.entry, self.waiting, self.problem, self.review):
            self._pages.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(DIALOG_MARGINS)
        self._column.setSpacing(3 * SPACE)
        self._column.addWidget(self.head)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self.about)
        self._column.addWidget(self.foot)
        for splitter in (self.review.sides, self.review.floors):
            memory.restore_splitter(splitter)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        shown = self._pages.currentWidget()
        assert shown is not None
        return shown

    def show_page(self, page: QWidget) -> None:
        """Shows another page. While something is being done, nothing of the report can be changed."""
        self._pages.setCurrentWidget(page)
        self.about.setEnabled(page is not self.waiting)

    def put_about(self, *, above: bool) -> None:
        """What the report says of itself stands below the box for pasting, or above the review."""
        self._column.removeWidget(self.about)
        self._column.insertWidget(1 if above else 2, self.about)
        self.about.show()

    def turn_about(self) -> None:
        """Shows what the report says of itself, or hides it."""
        shown = self.about.isHidden()
        self.about.setVisible(shown)
        if shown:
            self.about.begin()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_report(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        given = dropped_report(event.mimeData())
        if given is not None:
            event.acceptProposedAction()
            self.dropped.emit(given)

    def done(self, result: int) -> None:
        for splitter in (self.review.sides, self.review.floors):
            self._memory.keep_splitter(splitter)
        super().done(result)
