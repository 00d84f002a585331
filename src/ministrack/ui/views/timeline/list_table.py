"""The list twin of the timeline: the same items, the same selection, for keys and screen readers."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ministrack.domain.language import tr
from ministrack.ui.style.tables import dress_table
from ministrack.ui.views.timeline.canvas import TimelineCanvas
from ministrack.ui.views.timeline.items import Ref
from ministrack.ui.views.timeline.list_model import NAME, TimelineListModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTHS = (14, 10, 0, 11, 24)  # characters; the name takes what is left
_SERIES = 4
_SERIES_SHARE = 0.2  # of the width: more it never takes

Index = QModelIndex | QPersistentModelIndex


class TimelineList(QTableView):
    """Signals: selected(ref) when the user moves to a row, activated_item(ref) by Enter or a double click."""

    selected = Signal(tuple)
    activated_item = Signal(tuple)

    def __init__(self, timeline: TimelineCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self.rows = TimelineListModel(timeline.content, self)
        self.setObjectName("timelineTable")
        self.setAccessibleName(tr("Timeline as a list"))
        dress_table(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(round(line * 1.6))  # denser: the pane is low
        self.setModel(self.rows)
        header = self.horizontalHeader()
        header.setAccessibleName(tr("Column headers"))
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        timeline.content_changed.connect(self._take)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._pick)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        for column, count in enumerate(_WIDTHS):
            if count:
                most = self.viewport().width() * (_SERIES_SHARE if column == _SERIES else 1)
                self.setColumnWidth(column, round(min(count * letter, most)))

    def follow(self, ref: Ref | None) -> None:
        """Select what was chosen elsewhere, and bring it into view."""
        row = self.rows.row_of(ref)
        with QSignalBlocker(self):
            if row is None:
                self.clearSelection()
            elif self.currentIndex().row() != row or not self.selectionModel().hasSelection():
                self.selectRow(row)
                self.scrollTo(self.rows.index(row, 0))

    def _take(self) -> None:
        top = self.verticalScrollBar().value()
        self.rows.set_content(self._timeline.content)
        self.verticalScrollBar().setValue(top)
        self.follow(self._timeline.selected_ref())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row() and not self.signalsBlocked():
            self._pick(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would read every row to find one."""

    def _pick(self, index: Index) -> None:
        ref = self.rows.ref_at(index.row())
        if ref is not None and ref != self._timeline.selected_ref():
            self.selected.emit(ref)

    def _open(self, index: Index) -> None:
        ref = self.rows.ref_at(index.row())
        if ref is not None:
            self.activated_item.emit(ref)
