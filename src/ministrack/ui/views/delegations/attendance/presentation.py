"""The attendance matrix as a presentation of the delegations, beside their table."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ministrack.domain.record import Ref
from ministrack.edits.changes import ChangeSet
from ministrack.ui.desk import Desk
from ministrack.ui.layout_memory import LayoutMemory
from ministrack.ui.views.delegations.attendance.bar import AttendanceBar
from ministrack.ui.views.delegations.attendance.legend import Legend
from ministrack.ui.views.delegations.attendance.model import Options
from ministrack.ui.views.delegations.attendance.printing import MatrixPrinting
from ministrack.ui.views.delegations.attendance.table import MatrixTable
from ministrack.ui.widgets.view import Presentation

_DEPUTIES, _ONLY, _BELOW = "attendance.deputies", "attendance.only", "attendance.below"
_YES = "yes"
_OF_COLUMNS = frozenset(("meeting", "series", "party"))  # tables that name and order the meetings
_ROOMY = 260  # pixels of height from which the signs are explained below


class _Touched:
    """Notes whether an edit since the last look was about what columns show."""

    def __init__(self) -> None:
        self._is_touched = False

    def note(self, change_set: ChangeSet) -> None:
        """Hears of an edit."""
        self._is_touched = self._is_touched or not _OF_COLUMNS.isdisjoint(change_set.tables())

    def take(self) -> bool:
        """Whether there was one; then forgets it."""
        was, self._is_touched = self._is_touched, False
        return was


class AttendancePresentation(Presentation):
    """Follows filter, record and edits."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._touched = _Touched()
        desk.feed.changed.connect(self._touched.note)  # first, so that it is noted before `refresh` is called
        super().__init__(desk, parent)
        self._is_placed = False  # has once been scrolled to where the work is
        self._bar = AttendanceBar(desk, self)
        self._legend = Legend(desk, self)
        self._legend.show_rule(False)
        self._table = MatrixTable(desk, Options(), self)
        self._printing = MatrixPrinting(desk, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._lines = (self._line(), self._line())
        for part in (self._bar, self._lines[0], self._table, self._lines[1], self._legend):
            layout.addWidget(part, 1 if part is self._table else 0)
        self.setFocusProxy(self._table)
        self._table.picked.connect(desk.focus.select)
        self._table.pointed.connect(self.pointed)
        self._table.opened.connect(self.activated)
        self._table.add_wanted.connect(self._add)
        self._table.delete_wanted.connect(self.delete_wanted)
        self._bar.options_changed.connect(self._read_so)
        self._bar.print_wanted.connect(self._print)
        self._bar.pdf_wanted.connect(self._save_pdf)
        keys = QShortcut(QKeySequence("Ctrl+P"), self, self._print)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self) -> None:
        """Reads everything anew."""
        shared = self._desk.focus.filter
        self._table.show_filter(shared, same_meetings=not self._touched.take())
        self._tell()
        chosen = self._table.matrix.parties.first_chosen()
        if not self._is_placed and self._table.matrix.columnCount():
            self._is_placed = True
            self._table.go_to(chosen or 0, self._table.matrix.meetings.next_after(date.today().isoformat()))
        elif chosen is not None and self._table.rowAt(0) >= 0:
            self._show_row(chosen)

    def follow(self, ref: Ref | None) -> None:
        """Goes to what is in focus."""
        self._table.follow(ref)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lines[1].setVisible(self.height() >= _ROOMY)
        self._legend.setVisible(self.height() >= _ROOMY)

    def focus_content(self) -> None:
        """Puts the keyboard into the matrix."""
        self._table.setFocus()

    def keep_layout(self, memory: LayoutMemory) -> None:
        options = self._bar.options()
        memory.keep_text(_DEPUTIES, _YES if options.deputies_count else "")
        memory.keep_text(_ONLY, _YES if options.only_chosen else "")
        memory.keep_text(_BELOW, _YES if options.below_first else "")

    def restore_layout(self, memory: LayoutMemory) -> None:
        deputies, only, below = (memory.text_of(name) == _YES for name in (_DEPUTIES, _ONLY, _BELOW))
        self._bar.set_options(Options(deputies, only, below))

    def _read_so(self, options: Options) -> None:
        self._table.set_options(options)
        self._legend.show_rule(options.deputies_count)
        self._tell()

    def _tell(self) -> None:
        matrix = self._table.matrix
        self._bar.show_counts(matrix, len(self._desk.focus.filter.parties))
        self._bar.set_can_print(bool(matrix.rowCount() and matrix.columnCount()))

    def _show_row(self, row: int) -> None:
        top, bottom = self._table.rowAt(0), self._table.rowAt(self._table.viewport().height() - 1)
        if not top <= row <= (bottom if bottom >= 0 else self._table.matrix.rowCount()):
            self._table.go_to(row, max(self._table.columnAt(0), 0))

    def _add(self, party: str, meeting: str) -> None:
        if not self._desk.workspace.read_only:
            self.create_wanted.emit("delegation", {"meeting": meeting, "party": party})

    def _print(self) -> None:
        self._printing.print(self._table.matrix)

    def _save_pdf(self) -> None:
        self._printing.save_pdf(self._table.matrix)

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("role", "line")
        return line
