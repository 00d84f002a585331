"""The columns of a table of records: which are shown, in which order, how wide, and sorted by which."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from PySide6.QtCore import QByteArray, QObject, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QTableView

from ministrack.domain.language import tr
from ministrack.ui.models.column import Column
from ministrack.ui.models.windowed import WindowedModel
from ministrack.ui.widgets.cell_delegate import CellDelegate
from ministrack.ui.widgets.column_widths import ColumnWidths
from ministrack.ui.widgets.shown_columns import Arrangement, TableState, arranged, read_state, usual


class TableColumns(QObject):
    """Rules the header of a table.

    Signals: `sorted_by(str, bool)` when a header was clicked: column of the query, descending;
    `menu_wanted(QPoint)`, global, when the headers were asked for their menu.
    """

    sorted_by = Signal(str, bool)
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        table: QTableView,
        records: WindowedModel,
        columns: Sequence[Column],
        delegate: CellDelegate,
        keeping_place: Callable[[], AbstractContextManager[None]],
    ) -> None:
        super().__init__(table)
        self._header = table.horizontalHeader()
        self._records = records
        self._keeping_place = keeping_place
        self.all = tuple(columns)
        self.arrangement = usual(columns)
        self._prepare_header()
        self.widths = ColumnWidths(table, records, delegate)

    def _prepare_header(self) -> None:
        header, query = self._header, self._records.query
        # The first column stands below the view's title.
        header.setStyleSheet("QHeaderView::section:first { padding-left: 16px; }")
        header.setAccessibleName(tr("Column headers"))
        header.setSectionsClickable(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._show_sorting(query.sort, query.descending)
        header.sortIndicatorChanged.connect(self._sort_changed)
        header.sectionMoved.connect(self._note_dragged)
        header.customContextMenuRequested.connect(self._want_menu)

    def arrange(self, arrangement: Arrangement) -> None:
        """Shows other columns, or the same ones in another order."""
        self.arrangement = arrangement
        shown = arranged(self.all, arrangement)
        if shown == self._records.columns:
            return
        with self._keeping_place():
            self._records.set_columns(shown)
        query = self._records.query
        self._show_sorting(query.sort, query.descending)
        self.widths.fit_other_columns()

    def make_usual(self) -> None:
        """The columns, their order and their widths as the view comes."""
        self.widths.restore({})
        self.arrange(usual(self.all))

    def save(self) -> QByteArray:
        """Columns, their order and widths, and how they are sorted."""
        query = self._records.query
        return TableState(self.arrangement, self.widths.own(), query.sort, query.descending).written()

    def restore(self, state: QByteArray) -> bool:
        """Takes back what save() gave; False for what is none."""
        found = read_state(self.all, state)
        if found is None:
            return False
        self.arrange(found.arrangement)
        self.widths.restore(found.widths)
        if found.sort in {column.sort for column in self.all if column.sort}:
            self._show_sorting(found.sort, found.descending)
            self.sorted_by.emit(found.sort, found.descending)
            self.widths.fit()
        return True

    def _show_sorting(self, sort: str, descending: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        sections = [number for number, column in enumerate(self._records.columns) if column.sort == sort]
        with QSignalBlocker(self._header):
            self._header.setSortIndicator(sections[0] if sections and sort else -1, order)

    def _sort_changed(self, section: int, order: Qt.SortOrder) -> None:
        query, columns = self._records.query, self._records.columns
        sort = columns[section].sort if 0 <= section < len(columns) else ""
        if not sort:  # this column has no order: the arrow goes back to where it was
            self._show_sorting(query.sort, query.descending)
            return
        self.sorted_by.emit(sort, order == Qt.SortOrder.DescendingOrder)
        self.widths.fit()

    def _note_dragged(self, *_: int) -> None:
        QTimer.singleShot(0, self, self._take_dragged_order)  # the header is still at it

    def _take_dragged_order(self) -> None:
        """The list follows its headers, so that copies and assistive tools read the order that is seen."""
        header, columns = self._header, self._records.columns
        shown = [columns[header.logicalIndex(place)].name for place in range(len(columns))]
        with QSignalBlocker(header):
            for number in range(len(columns)):
                header.moveSection(header.visualIndex(number), number)
        self.arrange(self.arrangement.with_shown_order(shown))

    def _want_menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(self._header.mapToGlobal(place))
