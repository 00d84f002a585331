"""The table of records: keyboard, sorting, copying, and selection that survives every change."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from ministrack.domain.lists import ListQuery
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.asking import Reader
from ministrack.ui.models.column import Column
from ministrack.ui.models.windowed import WindowedModel, query_columns
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.tables import dress_table
from ministrack.ui.style.theme import ThemeSource
from ministrack.ui.widgets.cell_delegate import CellDelegate
from ministrack.ui.widgets.shown_columns import arranged, usual
from ministrack.ui.widgets.table_columns import TableColumns

_KEPT = 200  # rows whose selection survives when everything is read anew
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


class RecordTable(QTableView):
    """Rows of one kind of record.

    Signals: `picked(Ref)` when the user moves to a row; `opened(Ref)` by Enter, or a double click on a cell
    that is not edited in place; `edit_wanted(QModelIndex, str)` for a cell by F2, a double click, or with the
    text typed; `delete_wanted(list[Ref])` by Delete; `selected()` when other rows are;
    `menu_wanted(QPoint)`, global, for the selected rows; `sorted_by(str, bool)` when a header was clicked:
    column of the query, descending.
    """

    picked = Signal(object)
    opened = Signal(object)
    edit_wanted = Signal(QModelIndex, str)
    selected = Signal()
    delete_wanted = Signal(object)
    menu_wanted = Signal(QPoint)
    sorted_by = Signal(str, bool)

    def __init__(
        self,
        read: Reader,
        query: ListQuery,
        columns: Sequence[Column],
        themes: ThemeSource,
        flags: Flags,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._following = False  # the selection moves, but not by the user's hand
        # Which records are selected is noted at once: after an edit, positions may mean other records.
        self._kept: dict[Ref, int] = {}
        self._current: Ref | None = None
        shown = arranged(columns, usual(columns))
        query = replace(query, columns=query_columns(shown))
        self.records = WindowedModel(read, query, shown, self)
        dress_table(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setModel(self.records)
        delegate = CellDelegate(themes, flags, self)
        self.setItemDelegate(delegate)
        keeping = partial(self._keeping, stay=True)
        self.columns = TableColumns(self, self.records, columns, delegate, keeping)
        self.columns.sorted_by.connect(self.sorted_by)
        self.clicked.connect(self._pick)
        self.doubleClicked.connect(self._edit_or_open)
        flags.changed.connect(self._repaint)
        self.columns.widths.fit()

    # what is selected

    def selected_refs(self) -> list[Ref]:
        """The records of the selected rows, from top to bottom."""
        spans = sorted(self._chosen_rows())
        return [ref for top, bottom in spans for ref in self.records.refs(range(top, bottom + 1))]

    def follow(self, ref: Ref | None) -> None:
        """Selects a record that was chosen elsewhere and brings it into view; none here: nothing selected."""
        row = self.records.row_of(ref) if ref is not None else None
        with self._unheard():
            if row is None:
                self.selectionModel().clearSelection()
            elif self._chosen_rows() != [(row, row)] or self.currentIndex().row() != row:
                column = max(self.currentIndex().column(), 0)
                self.setCurrentIndex(self.records.index(row, column))
                self.selectRow(row)
                self.scrollTo(self.records.index(row, column))

    def set_query(self, query: ListQuery) -> None:
        """Lists something else; what is selected and still listed stays selected."""
        with self._keeping(stay=False):
            self.records.set_query(query)

    def refresh(self) -> None:
        """After an edit: reads what is in view anew; selection and place stay."""
        pinned = {ref.id: row for ref, row in self._kept.items()}
        shown = range(max(self.rowAt(0), 0), self._last_shown() + 1)
        with self._keeping(stay=True):
            self.records.refresh(shown, pinned)
        self.columns.widths.fit(shown)

    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(bottom - top + 1 for top, bottom in self._chosen_rows())

    def copy(self) -> None:
        """Puts the selected rows on the clipboard, as a spreadsheet takes them."""
        rows = [row for top, bottom in sorted(self._chosen_rows()) for row in range(top, bottom + 1)]
        if rows:
            # delayed: start-up time
            from ministrack.ui.widgets.table_copying import copy_rows

            copy_rows(self.records, rows)

    # keys and pointer

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.columns.widths.take_room(event.size().width())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif (typed := _typed(event)) is not None and _is_editable(self.currentIndex()):
            self.edit_wanted.emit(self.currentIndex(), typed)
        elif event.matches(QKeySequence.StandardKey.Delete) and self.selectionModel().hasSelection():
            self.delete_wanted.emit(self.selected_refs())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would read every row to find one; searching is done by SQL elsewhere."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._current = self.records.ref_at(current.row()) if current.isValid() else None
        if not self._following and current.isValid() and current.row() != previous.row():
            self._pick(current)
        for index in (current, previous):
            if index.isValid():
                self._repaint_row(index.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._kept = self._kept_refs()
        self.selected.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        with self._unheard():  # the current row shows where the keys would start from; none is chosen yet
            super().focusInEvent(event)
            if not self.currentIndex().isValid() and self.records.rowCount():
                self.selectionModel().setCurrentIndex(
                    self.records.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
                )
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selectionModel().hasSelection():
            place = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
            self.menu_wanted.emit(place)
            event.accept()

    def _pick(self, index: Index) -> None:
        ref = self.records.ref_at(index.row())
        if ref is not None:
            self.picked.emit(ref)

    def _edit_or_open(self, index: QModelIndex) -> None:
        if _is_editable(index):
            self.edit_wanted.emit(index, "")
        else:
            self._open(index)

    def _open(self, index: Index) -> None:
        ref = self.records.ref_at(index.row())
        if ref is not None:
            self.opened.emit(ref)

    # keeping the place

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    @contextmanager
    def _keeping(self, *, stay: bool) -> Iterator[None]:
        """Whatever is read anew meanwhile: selected records stay so, and the current row; so does the
        place that is in view where the list is the same."""
        refs, current, current_ref = list(self._kept), self.currentIndex(), self._current
        row, current_column = current.row(), current.column()
        top = self.verticalScrollBar().value()
        with self._unheard():
            yield
            if current.isValid() and self.currentIndex().isValid():
                return  # nothing moved
            column = min(max(current_column, 0), self.records.columnCount() - 1)
            found = self.records.row_of(current_ref) if current_ref is not None else None
            near = found if found is not None else min(row, self.records.rowCount() - 1)
            if near >= 0:
                self.selectionModel().setCurrentIndex(
                    self.records.index(near, column), QItemSelectionModel.SelectionFlag.NoUpdate
                )
            self._select(refs)
            self._kept = self._kept_refs()  # Qt says nothing when a reset leaves nothing selected
            self.verticalScrollBar().setValue(top if stay else 0)
            if found is not None:
                self.scrollTo(self.records.index(found, column))

    def _select(self, refs: list[Ref]) -> None:
        selection = QItemSelection()
        last = self.records.columnCount() - 1
        for row in (self.records.row_of(ref) for ref in refs):
            if row is not None:
                selection.select(self.records.index(row, 0), self.records.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _kept_refs(self) -> dict[Ref, int]:
        rows = [
            row for top, bottom in self._chosen_rows() for row in range(top, min(bottom, top + _KEPT) + 1)
        ]
        found = ((self.records.ref_at(row), row) for row in rows[:_KEPT])
        return {ref: row for ref, row in found if ref is not None}

    def _chosen_rows(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        return [(part.top(), part.bottom()) for part in parts]

    def _last_shown(self) -> int:
        row = self.rowAt(self.viewport().height() - 1)
        return row if row >= 0 else self.records.rowCount() - 1

    def _repaint_row(self, row: int) -> None:
        top = self.rowViewportPosition(row)
        self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))

    def _repaint(self) -> None:
        self.columns.widths.fit()
        self.viewport().update()


def _is_editable(index: Index) -> bool:
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


def _typed(event: QKeyEvent) -> str | None:
    """What begins the editing of a cell: nothing typed for F2, or a letter; None for any other key."""
    if event.key() == Qt.Key.Key_F2 and not event.modifiers():
        return ""
    text = event.text()
    plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return text if text.strip() and text.isprintable() and not plain else None
