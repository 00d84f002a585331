"""The table of a preview: arrows go from row to row, Space ticks, Ctrl+C copies the rows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ministrack.domain.language import tr
from ministrack.exchange.grid import text_of
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.importing.preview_model import (
    LINE,
    RECORD,
    RESULT,
    TICK,
    VERDICT_ROLE,
    WORDS,
    PreviewModel,
)
from ministrack.ui.dialogs.importing.verdicts import SHOWN, Shown
from ministrack.ui.style.metrics import ICON_SIZE, SPACE, grown
from ministrack.ui.style.tables import dress_table
from ministrack.ui.widgets.cell_delegate import PADDING, CellDelegate
from ministrack.ui.widgets.ticks import paint_tick

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {TICK: 6, LINE: 8, RESULT: 15, RECORD: 40}  # letters


class PreviewTable(QTableView):
    """Rows of a file. Several may be selected to be ticked at once."""

    def __init__(self, desk: Desk, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("import.preview")
        self.setAccessibleName(tr("What each line would do"))
        dress_table(self)
        self.setModel(model)
        self.setItemDelegate(_Delegate(desk, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in _WIDTHS.items():
            self.setColumnWidth(column, letter * letters)
        header.setSectionResizeMode(TICK, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(4 * SPACE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._model.tick(self._selected())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a tick ticks this row, or all that are selected if it is one of them."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICK and event.button() == Qt.MouseButton.LeftButton:
            if not self.selectionModel().isRowSelected(index.row()):
                self.selectRow(index.row())
            self._model.tick(self._selected())
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a tick are two ticks."""
        if self.indexAt(event.position().toPoint()).column() == TICK:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the record leaves room for what happens."""
        super().resizeEvent(event)
        taken = sum(self.columnWidth(column) for column in (TICK, LINE, RESULT))
        usual = _WIDTHS[RECORD] * self.fontMetrics().averageCharWidth()
        self.setColumnWidth(RECORD, min(usual, (self.viewport().width() - taken) // 2))

    def _selected(self) -> list[int]:
        """The selected rows in order."""
        selected = self.selectionModel().selection()
        return sorted({row for each in selected.toList() for row in range(each.top(), each.bottom() + 1)})

    def _copy(self) -> None:
        columns = (LINE, RESULT, RECORD, WORDS)
        grid = [[str(self._model.headerData(each, Qt.Orientation.Horizontal)) for each in columns]]
        rows = self._selected()
        grid += [[str(self._model.index(row, each).data() or "") for each in columns] for row in rows]
        QGuiApplication.clipboard().setText(text_of(grid))


class _Delegate(CellDelegate):
    """Ticks, and the word of a verdict beside its icon."""

    def __init__(self, desk: Desk, table: QTableView) -> None:
        super().__init__(desk.themes, desk.flags, table, edge=0)
        self._desk = desk
        self._view = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole) if index.column() == TICK else None
        if state is not None:
            paint_tick(self._view, painter, option, is_on=Qt.CheckState(state) is Qt.CheckState.Checked)
        shown = SHOWN.get(index.data(VERDICT_ROLE)) if index.column() == RESULT else None
        if shown is not None:
            self._paint_verdict(painter, option, shown)

    def _paint_verdict(self, painter: QPainter, option: QStyleOptionViewItem, shown: Shown) -> None:
        side = grown(ICON_SIZE, self._view.font())
        cell: QRect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        icon = QRect(cell.left(), cell.top() + (cell.height() - side) // 2, side, side)
        words = cell.adjusted(side + 2 * SPACE - 2, 0, 0, 0)
        direction = self._view.layoutDirection()
        icon = QStyle.visualRect(direction, cell, icon)
        words = QStyle.visualRect(direction, cell, words)
        ratio = self._view.devicePixelRatioF()
        painter.drawPixmap(icon, self._desk.icons.pixmap(shown.icon, shown.tone.value, side, ratio))
        painter.save()
        painter.setFont(self._view.font())
        painter.setPen(QColor(self._desk.themes.theme.tone(shown.tone)[0]))
        flags = QStyle.visualAlignment(
            direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        text = painter.fontMetrics().elidedText(tr(shown.words), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextSingleLine), text)
        painter.restore()
