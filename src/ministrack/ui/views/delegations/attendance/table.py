"""The matrix itself: parties beside, meetings above, one cell under the keyboard."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.filters import SharedFilter
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.style.metrics import MARGIN
from ministrack.ui.style.tables import dress_table
from ministrack.ui.views.delegations.attendance.delegate import MatrixDelegate
from ministrack.ui.views.delegations.attendance.headers import MeetingHeader, PartyHeader
from ministrack.ui.views.delegations.attendance.model import AttendanceModel, Options
from ministrack.ui.views.delegations.attendance.surface import Surface
from ministrack.ui.views.delegations.attendance.widths import NAMES, fit_columns, name_width

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex
Ids = tuple[str, str]
"""Party and meeting of a cell."""


class MatrixTable(QTableView):
    """Parties beside, meetings above.

    Signals: `picked(Ref | None)` when the user moves to a cell or clicks a heading; `pointed()` when it was
    by a click; `opened(Ref)` and `add_wanted(str, str)`, party and meeting, by Enter or a double click;
    `delete_wanted(list[Ref])` by Delete.
    """

    picked = Signal(object)
    pointed = Signal()
    opened = Signal(object)
    add_wanted = Signal(str, str)
    delete_wanted = Signal(object)

    def __init__(self, desk: Desk, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._following = False  # the cell moves, but not by the user's hand
        self._followed: Ref | None = None  # gone to already: a person may have scrolled away since
        self.setObjectName("attendanceMatrix")
        self.setAccessibleName(tr("Attendance by country and meeting"))
        self.matrix = AttendanceModel(desk.read, desk.focus.filter, options, self)
        self._surface = Surface(desk, self)
        dress_table(self)
        row_height = self.verticalHeader().defaultSectionSize()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalHeader(MeetingHeader(self.matrix, self._surface, self))
        self._names = PartyHeader(self.matrix, self._surface, self)
        self.setVerticalHeader(self._names)
        self.setModel(self.matrix)
        self._names.setDefaultSectionSize(row_height)
        self.horizontalHeader().setAccessibleName(tr("Meetings"))
        self._names.setAccessibleName(tr("Countries and organisations"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(MatrixDelegate(self.matrix, self._surface, self))
        self._name_corner()
        self.clicked.connect(self._point)
        self.doubleClicked.connect(self._open)
        self.horizontalHeader().sectionClicked.connect(self._pick_meeting)
        self._names.sectionClicked.connect(self._pick_party)
        desk.flags.changed.connect(self.fit)
        desk.themes.changed.connect(self._repaint)

    # what is shown

    def show_filter(self, shared: SharedFilter, *, same_meetings: bool) -> None:
        """Reads everything anew, but meetings that are the same; the cell stays where it is still shown, and
        so does the place in view."""
        with self._keeping():
            self.matrix.show(shared, same_meetings=same_meetings)

    def set_options(self, options: Options) -> None:
        """Reads the same in another way."""
        with self._keeping():
            self.matrix.set_options(options)

    def follow(self, ref: Ref | None) -> None:
        """Goes to a record that was chosen elsewhere: a delegation, or the row or column of another."""
        is_known = ref == self._followed and self.currentIndex().isValid()
        self._followed = ref
        if ref is None or is_known or ref == self._ref_of(self.currentIndex()):
            return
        row, column = self.matrix.place_of(ref)
        if row is None and column is None:
            return
        now = self.currentIndex()
        with self._unheard():
            place = self.matrix.index(
                max(now.row(), 0) if row is None else row, max(now.column(), 0) if column is None else column
            )
            self.setCurrentIndex(place)
            self.scrollTo(place)

    def go_to(self, row: int, column: int) -> None:
        """Brings a cell into view without a choice."""
        self.scrollTo(self.matrix.index(row, column), QAbstractItemView.ScrollHint.PositionAtCenter)

    def fit(self) -> None:
        """Gives names and columns their widths anew."""
        brushes = self._surface.brushes(self.font())
        self._names.set_width(name_width(self.matrix, brushes, self.width()))
        self.updateGeometries()
        fit_columns(self, self.matrix, brushes)
        self._repaint()

    def ids_at(self, index: Index) -> Ids | None:
        """Party and meeting of a cell."""
        party, meeting = self.matrix.party(index.row()), self.matrix.meeting(index.column())
        return (party.id, meeting.id) if party and meeting and meeting.id else None

    # keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ref = self._ref_of(self.currentIndex())
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(str(self.currentIndex().data()))
        elif event.matches(QKeySequence.StandardKey.Delete) and ref is not None:
            self.delete_wanted.emit([ref])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would read every cell to find one."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._repaint()
        if not self._following and current.isValid():
            self.picked.emit(self._ref_of(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.matrix.rowCount() and self.matrix.columnCount():
            self._start_in_view()  # before Qt does, which would start at the very first cell
        super().focusInEvent(event)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_names"):
            self.fit()

    def _point(self, index: Index) -> None:
        self.picked.emit(self._ref_of(index))
        self.pointed.emit()

    def _open(self, index: Index) -> None:
        ref, ids = self._ref_of(index), self.ids_at(index)
        if ref is not None:
            self.opened.emit(ref)
        elif ids is not None:
            self.add_wanted.emit(*ids)

    def _pick_meeting(self, column: int) -> None:
        meeting = self.matrix.meeting(column)
        if meeting is not None and meeting.id:
            self.picked.emit(Ref("meeting", meeting.id))

    def _pick_party(self, row: int) -> None:
        party = self.matrix.party(row)
        if party is not None:
            self.picked.emit(Ref("party", party.id))

    def _ref_of(self, index: Index) -> Ref | None:
        return self.matrix.delegation(index.row(), index.column()) if index.isValid() else None

    # keeping the place

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    @contextmanager
    def _keeping(self) -> Iterator[None]:
        """Whatever is read anew meanwhile: the cell under the keyboard stays, and what is in view."""
        ids = self.ids_at(self.currentIndex()) if self.currentIndex().isValid() else None
        before = (self.matrix.parties.ids, len(self.matrix.meetings))
        bars = (self.verticalScrollBar(), self.horizontalScrollBar())
        values = [bar.value() for bar in bars]
        with self._unheard():
            yield
            self.fit()
            for bar, value in zip(bars, values, strict=True):
                bar.setValue(value)
            row = self.matrix.parties.row_of(ids[0]) if ids else None
            column = self.matrix.meetings.column_of(ids[1]) if ids else None
            if row is not None and column is not None:
                # Where nothing moved, what is in view stays, wherever the cell is.
                self.setAutoScroll(before != (self.matrix.parties.ids, len(self.matrix.meetings)))
                self.setCurrentIndex(self.matrix.index(row, column))
                self.setAutoScroll(True)

    def _start_in_view(self) -> None:
        """Puts the keyboard on a cell in the middle of what is seen, without a choice."""
        column = self.columnAt(self.viewport().width() // 2)
        with self._unheard():
            self.setAutoScroll(False)
            self.setCurrentIndex(self.matrix.index(max(self.rowAt(0), 0), max(column, 0)))
            self.setAutoScroll(True)

    def _name_corner(self) -> None:
        corner = self.findChild(QAbstractButton)
        if corner is None:
            return
        corner.setAccessibleName(tr(NAMES))
        label = QLabel(tr(NAMES), corner)
        label.setProperty("role", "soft")
        label.setWordWrap(True)
        layout = QVBoxLayout(corner)
        layout.setContentsMargins(MARGIN, 0, 0, 0)
        layout.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)

    def _repaint(self, _: object = None) -> None:
        for part in (self, self.horizontalHeader(), self._names):
            part.viewport().update()
