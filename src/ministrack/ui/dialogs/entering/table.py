"""The table one types lines into: Enter goes on to the next line, Tab to the next cell, Ctrl+V pastes."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.exchange.grid import read_text
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.entering.delegate import EntryDelegate
from ministrack.ui.dialogs.entering.model import EntryModel
from ministrack.ui.style.tables import dress_table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTHS = {"delegation.party": 18, "delegate.person": 20, "delegate.title": 24, "delegate.level": 17}
_USUAL = 16  # letters
_RESULT = 13
_ONE_CELL = 1


class EntryTable(QTableView):
    """Signals: `accept_wanted()` by Ctrl+Enter; `column_wanted(int)` when a header was clicked;
    `refused(MinistrackError)` when what was copied cannot be pasted.
    """

    accept_wanted = Signal()
    refused = Signal(object)
    column_wanted = Signal(int)

    def __init__(self, desk: Desk, model: EntryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries = model
        self.setObjectName("entryTable")
        self.setAccessibleName(tr("Lines"))
        dress_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(desk, self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        header.setAccessibleName(tr("What the columns hold"))
        header.sectionClicked.connect(self.column_wanted)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.show()
        rows.setAccessibleName(tr("Line numbers"))
        model.modelReset.connect(self.size_columns)
        self.size_columns()

    def size_columns(self) -> None:
        """Widths by what columns hold; the words about a line take the rest."""
        letter, fields = self.fontMetrics().averageCharWidth(), self.entries.lines.columns
        for place, target in enumerate(fields):
            self.setColumnWidth(place, letter * _WIDTHS.get(target.key if target else "", _USUAL))
        self.setColumnWidth(len(fields), letter * _RESULT)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def paste(self) -> None:
        """Takes a table from the clipboard: the first one with its columns, later ones from the cell on."""
        try:
            grid = read_text(QGuiApplication.clipboard().text())
        except InvalidValue as error:
            self.refused.emit(error)
            return
        if not grid:
            return
        at = self.currentIndex()
        cells = sum(len(line) for line in grid)
        if self.entries.lines.is_blank and cells > _ONE_CELL:
            self.entries.take_table(grid)
        else:
            self.entries.write_over(max(at.row(), 0), max(at.column(), 0), grid)
        self.setCurrentIndex(self.entries.index(max(at.row(), 0), max(at.column(), 0)))

    def remove_lines(self) -> None:
        """Takes the selected lines out."""
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        row = min(rows, default=self.currentIndex().row())
        self.entries.remove(rows or {row})
        self.setCurrentIndex(self.entries.index(min(max(row, 0), self.entries.rowCount() - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # what an editor leaves is not meant for the table
        elif event.key() in _ENTER and control:
            self.accept_wanted.emit()
        elif event.key() in _ENTER:
            self._next_line()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.entries.clear(self.selectionModel().selectedIndexes())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in a cell goes on to the next line."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._next_line()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Tab goes from field to field and then to the next line, not through what is said about it."""
        found = super().moveCursor(action, modifiers)
        if action == QAbstractItemView.CursorAction.MoveNext:
            if found.isValid() and not self.entries.is_field(found.column()):
                return self.entries.index(min(found.row() + 1, self.entries.rowCount() - 1), 0)
        elif action == QAbstractItemView.CursorAction.MovePrevious and found.isValid():
            last = len(self.entries.lines.columns) - 1
            return self.entries.index(found.row(), min(found.column(), last))
        return found

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab leaves the table after its last cell, Shift+Tab before its first."""
        here = self.currentIndex()
        last = self.entries.index(self.entries.rowCount() - 1, len(self.entries.lines.columns) - 1)
        self.setTabKeyNavigation(here != (last if next else self.entries.index(0, 0)))
        return super().focusNextPrevChild(next)

    def _next_line(self) -> None:
        row = self.currentIndex().row() + 1
        if row < self.entries.rowCount():
            self.setCurrentIndex(self.entries.index(row, 0))
