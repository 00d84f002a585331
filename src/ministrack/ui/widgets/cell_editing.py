"""Editing in the cells of a table: the form of one field over its cell, one edit when it is left."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent

from ministrack.domain.record import Ref
from ministrack.ui.desk import Desk
from ministrack.ui.models.column import Edits
from ministrack.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from ministrack.ui.widgets.cell_frame import CellFrame

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Way(Enum):
    """Where the keyboard goes when a cell is stored."""

    STAY = "stay"
    DOWN = "down"
    NEXT = "next"
    BEFORE = "before"


class CellEditing(QObject):
    """Opens the editor of a cell, and goes on to the next one: Enter down, Tab across, Escape gives up.

    What cannot be stored stays open, marked, with the reason below it.
    """

    def __init__(self, desk: Desk, table: RecordTable) -> None:
        super().__init__(table)
        self._desk = desk
        self._table = table
        self._frame: CellFrame | None = None
        self._row: Ref | None = None  # the record listed in the row, which may move meanwhile
        self._column = 0
        self._shown_as: Edits | None = None
        self._way = Way.STAY
        table.edit_wanted.connect(self.begin)
        table.verticalScrollBar().valueChanged.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        table.horizontalHeader().geometriesChanged.connect(self._place)
        table.horizontalHeader().sectionResized.connect(self._place)
        table.records.modelReset.connect(self._place_or_leave)
        desk.feed.changed.connect(self._refresh)

    def begin(self, index: QModelIndex, typed: str = "", *, by_hand: bool = True) -> None:
        """Edits a cell; with `typed`, as if that had been typed over what stands there. A cell that was asked
        for by hand shows what there is to choose from."""
        edits = self._edits(index.column())
        row = self._table.records.ref_at(index.row())
        if edits is None or row is None or not (index.flags() & Qt.ItemFlag.ItemIsEditable):
            return
        if self._frame is not None and not self._commit(Way.STAY):
            self._frame.take_keyboard()
            return
        found = self._table.records.row_of(row)
        if found is None:  # storing the other cell has taken it out of the list
            return
        self._row, self._column, self._shown_as = row, index.column(), edits
        self._table.setCurrentIndex(self._table.records.index(found, self._column))
        self._open(row, edits)
        if self._frame is not None:
            self._frame.take_keyboard(typed, drop_down=by_hand and not typed)

    def leave(self) -> bool:
        """Stores what is being typed; False where that cannot be stored."""
        return self._commit(Way.STAY)

    def _open(self, row: Ref, edits: Edits) -> None:
        # delayed: start-up time; forms are loaded when something is first edited
        from ministrack.ui.widgets.cell_frame import CellFrame

        target, given = self._target(row, edits)
        frame = CellFrame(self._desk, edits.table or row.table, edits.field, self._table.viewport())
        frame.show_target(target, given, self._title())
        frame.form.editor.input.installEventFilter(self)  # before the editor's own filter: it was asked last
        frame.left.connect(self._left)
        frame.grown.connect(self._place)
        frame.form.let_go.connect(self._close)
        self._frame, self._way = frame, Way.STAY
        self._place()
        frame.show()

    def _title(self) -> str:
        header = self._table.records.headerData(self._column, Qt.Orientation.Horizontal)
        return str(header)

    def _target(self, row: Ref, edits: Edits) -> tuple[Ref | None, dict[str, object]]:
        """The record that has the field, or what a new one starts with."""
        if not edits.table:
            return row, {}
        place = self._table.records.row_of(row)
        found = self._table.records.value(place, edits.pointer) if place is not None else None
        return (Ref(edits.table, str(found)), {}) if found else (None, {edits.back: row.id})

    def _edits(self, column: int) -> Edits | None:
        columns = self._table.records.columns
        return columns[column].edits if 0 <= column < len(columns) else None

    # storing, and where to go then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self._frame is None:
            return False
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            return False
        return self._key(self._frame, Qt.Key(event.key()))

    def _key(self, frame: "CellFrame", key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            if frame.closes_list():
                return True
            frame.form.editor.revert()  # hiding it counts as leaving it
            self._close()
            self._table.setFocus()
            return True
        way = (
            Way.DOWN if key in _ENTER else {Qt.Key.Key_Tab: Way.NEXT, Qt.Key.Key_Backtab: Way.BEFORE}.get(key)
        )
        if way is None or (key in _ENTER and frame.is_of_several_lines):
            return False
        self._way = way
        if not frame.takes_choice():  # choosing from its list has it stored, by `left`
            self._commit(way)
        return True

    def _left(self) -> None:
        """The editor was left, or something was chosen in it."""
        self._commit(self._way)

    def _commit(self, way: Way) -> bool:
        """Stores what is typed; True when that is done and the cell closed."""
        frame = self._frame
        if frame is None:
            return True
        following = self._following()
        self._frame = None  # what is announced while it is stored must not close it
        done = frame.form.commit()
        if not done:
            self._frame = frame
            self._way = Way.STAY
            self._place()
            return False
        had_keyboard = frame.has_keyboard()
        self._discard(frame)
        if had_keyboard or way is not Way.STAY:
            self._table.setFocus()
        self._go(way, following)
        return True

    def _following(self) -> Ref | None:
        """The record in the row below."""
        place = self._table.records.row_of(self._row) if self._row is not None else None
        return self._table.records.ref_at(place + 1) if place is not None else None

    def _go(self, way: Way, following: Ref | None) -> None:
        records, row = self._table.records, self._row
        if way is Way.DOWN:
            place = records.row_of(following) if following is not None else None
            if place is not None:
                self._table.setCurrentIndex(records.index(place, self._column))
            return
        place = records.row_of(row) if row is not None else None
        if way is Way.STAY or place is None:
            return
        found = self._neighbour(place, 1 if way is Way.NEXT else -1)
        if found.isValid():
            self.begin(found, by_hand=False)

    def _neighbour(self, row: int, step: int) -> QModelIndex:
        """The next editable cell across, then in the row below or above; an invalid index for none."""
        records = self._table.records
        cells = [each for each in range(records.columnCount()) if self._edits(each) is not None]
        place = cells.index(self._column) + step
        row, place = row + place // len(cells), place % len(cells)
        return records.index(row, cells[place]) if 0 <= row < records.rowCount() else QModelIndex()

    # what happens meanwhile

    def _refresh(self, _: object) -> None:
        if self._frame is not None:
            self._frame.form.refresh()
            self._place_or_leave()

    def _place_or_leave(self) -> None:
        """After the list was read anew; what is gone takes its editor along."""
        frame, row = self._frame, self._row
        if frame is None or row is None:
            return
        columns = [column.edits for column in self._table.records.columns]
        is_shown = self._shown_as in columns and self._table.records.row_of(row) is not None
        if is_shown:
            self._column = columns.index(self._shown_as)
            self._place()
        elif not frame.form.has_unsaved():
            self._close()

    def _place(self) -> None:
        if self._frame is None or self._row is None:
            return
        row = self._table.records.row_of(self._row)
        if row is not None:
            self._frame.lie_over(self._table.visualRect(self._table.records.index(row, self._column)))

    def _close(self) -> None:
        frame, self._frame = self._frame, None
        if frame is not None:
            self._discard(frame)

    def _discard(self, frame: "CellFrame") -> None:
        frame.form.editor.input.removeEventFilter(self)
        frame.hide()
        frame.deleteLater()
