"""The popup that chooses the columns of a table: ticks, order, and back to the usual ones."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from ministrack.domain.language import tr
from ministrack.ui.filter_bar.popup import FilterPopup
from ministrack.ui.style.metrics import SPACE, grown
from ministrack.ui.widgets.shown_columns import Arrangement
from ministrack.ui.widgets.table_columns import TableColumns

_WIDTH = 300
_NAME = int(Qt.ItemDataRole.UserRole)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnsPopup(FilterPopup):
    """Every change shows in the table at once; Escape or a click beside it closes the popup."""

    def __init__(self, columns: TableColumns, opener: QWidget) -> None:
        super().__init__(opener)
        self.setObjectName("columnsPopup")
        self.setAccessibleName(tr("Columns"))
        self._columns = columns
        heading = QLabel(tr("Columns"), self)
        heading.setProperty("role", "heading")
        self.list = _ColumnList(self)
        self.list.moved.connect(self._move)
        self.list.model().rowsMoved.connect(self._take_order)
        self.list.itemChanged.connect(self._tick)
        self.list.currentRowChanged.connect(self._offer_moves)
        hint = QLabel(tr("Space ticks a column. Alt+Up and Alt+Down, or dragging, move it."), self)
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self._up = self._button("columns.up", tr("Move up"))
        self._down = self._button("columns.down", tr("Move down"))
        self._usual = self._button("columns.usual", tr("Usual columns"))
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._usual.clicked.connect(self._reset)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self._up)
        line.addWidget(self._down)
        line.addStretch(1)
        line.addWidget(self._usual)
        for part in (heading, self.list, hint):
            self.column.addWidget(part)
        self.column.addLayout(line)
        self.setMinimumWidth(grown(_WIDTH, self.font()))
        self._fill()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _button(self, name: str, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        return button

    def _fill(self) -> None:
        arrangement = self._columns.arrangement
        by_name = {column.name: column for column in self._columns.all}
        self.list.blockSignals(True)
        self.list.clear()
        for name in arrangement.order:
            item = QListWidgetItem(tr(by_name[name].title))
            item.setData(_NAME, name)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEnabled
            if not by_name[name].stays:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags)
            is_shown = name not in arrangement.hidden
            item.setCheckState(Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        height = self.list.sizeHintForRow(0) * len(arrangement.order) + 2 * SPACE
        self.list.setFixedHeight(min(height, self.screen().availableGeometry().height() * 2 // 3))

    def _tick(self, item: QListWidgetItem) -> None:
        shown = item.checkState() == Qt.CheckState.Checked
        self._columns.arrange(self._columns.arrangement.with_shown(str(item.data(_NAME)), shown))

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        name = str(self.list.item(row).data(_NAME))
        self._show(self._columns.arrangement.moved(name, by), name)

    def _show(self, arrangement: Arrangement, current: str) -> None:
        self._columns.arrange(arrangement)
        self._fill()
        self.list.setCurrentRow(arrangement.order.index(current))

    def _take_order(self) -> None:
        """An entry was dragged to another place."""
        order = tuple(str(self.list.item(row).data(_NAME)) for row in range(self.list.count()))
        self._columns.arrange(Arrangement(order, self._columns.arrangement.hidden))
        self._offer_moves(self.list.currentRow())

    def _reset(self) -> None:
        self._columns.make_usual()
        self._fill()
        self.list.setCurrentRow(0)

    def _offer_moves(self, row: int) -> None:
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self.list.count() - 1)


class _ColumnList(QListWidget):
    """Signals: `moved(int)` when the current entry is to go up (-1) or down (1)."""

    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("columnsList")
        self.setAccessibleName(tr("Columns"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)
