"""How wide the columns of a table are: as wide as their contents, one takes the rest, the user decides."""

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from ministrack.ui.models.column import Column
from ministrack.ui.models.windowed import WindowedModel
from ministrack.ui.widgets.cell_delegate import EDGE, PADDING, CellDelegate

_ACROSS = Qt.Orientation.Horizontal
_LOOKED_AT = 60  # rows whose contents are measured
_ARROW = 24  # pixels for the arrow of the sorted column
_OWN, _FITTED = b"own:", b"fit:"  # before a remembered state: who decided about the widths


class ColumnWidths(QObject):
    """Fits columns to what they show until the user draws one; a state remembers which it was."""

    def __init__(self, table: QTableView, model: WindowedModel, delegate: CellDelegate) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._delegate = delegate
        self._header: QHeaderView = table.horizontalHeader()
        self._wanted: list[int] = []
        self._is_own = False
        self._working = False
        self._header.sectionResized.connect(self._resized)
        # Not asked of the viewport: PySide would make ready every class of widgets, 9 ms at the start.
        self._room = table.maximumViewportSize().width()

    def fit(self) -> None:
        """Measures anew; columns that are wide enough stay as they are."""
        if self._is_own or not self._model.columns:
            return
        fresh = [self._measured(number, column) for number, column in enumerate(self._model.columns)]
        before = self._wanted or fresh
        self._wanted = [max(new, old) for new, old in zip(fresh, before, strict=True)]
        if not self._model.rowCount():
            self._wanted = []
        self._share(fresh if not self._wanted else self._wanted)

    def state(self) -> QByteArray:
        """Widths, order and sorting, to be remembered."""
        return QByteArray(_OWN if self._is_own else _FITTED) + self._header.saveState()

    def restore(self, state: QByteArray) -> bool:
        """Takes back what `state` gave; False for a state of another table or version."""
        is_own = state.startsWith(_OWN)
        if not is_own and not state.startsWith(_FITTED):
            return False
        before, self._is_own = self._is_own, is_own
        self._working = True  # the header announces sizes on its way, which are nobody's wish
        done = self._header.restoreState(state.mid(len(_OWN)))
        self._working = False
        if not done:
            self._is_own = before
        self.fit()
        return done

    def take_room(self, width: int) -> None:
        """The columns have so many pixels for themselves now."""
        self._room = width
        if self._wanted and not (self._is_own or self._working):
            self._share(self._wanted)

    def _measured(self, number: int, column: Column) -> int:
        letter = self._table.fontMetrics().averageCharWidth()
        least = max(column.least * letter + 2 * PADDING, self._title_width(number))
        rows = range(min(self._model.rowCount(), _LOOKED_AT))
        cells = (self._delegate.width_of(self._model.cell(row, number)) for row in rows)
        width = min(max((least, *cells)), max(least, column.most * letter + 2 * PADDING))
        return width + (EDGE if self._header.visualIndex(number) == 0 else 0)

    def _title_width(self, number: int) -> int:
        font = QFont(self._header.font())
        font.setWeight(QFont.Weight.DemiBold)  # as the style sheet has it
        title = QFontMetrics(font).horizontalAdvance(str(self._model.headerData(number, _ACROSS)))
        is_sorted = self._header.sortIndicatorSection() == number
        return title + 2 * PADDING + 2 + (_ARROW if is_sorted else 0)

    def _share(self, wanted: list[int]) -> None:
        """Gives the room that is left to the column that fills; what lacks is taken from those that yield."""
        widths = list(wanted)
        room = self._room - sum(widths)
        columns = self._model.columns
        filling = [number for number, column in enumerate(columns) if column.fills]
        giving = [number for number, column in enumerate(columns) if column.shrinks]
        # What names the record takes what is left over, and is the last to give way.
        for yielding in (filling,) if room > 0 else (giving, filling):
            spare = {number: max(0, widths[number] - self._least(number)) for number in yielding}
            for number, can_give in spare.items():
                part = can_give / max(1, sum(spare.values()))
                widths[number] += room if room > 0 else max(-can_give, round(room * part))
            room = min(0, self._room - sum(widths))
        self._working = True
        for number, width in enumerate(widths):
            self._header.resizeSection(number, width)
        self._working = False

    def _least(self, number: int) -> int:
        letter = self._table.fontMetrics().averageCharWidth()
        edge = EDGE if self._header.visualIndex(number) == 0 else 0
        least = self._model.columns[number].least * letter + 2 * PADDING
        return max(least, self._title_width(number)) + edge

    def _resized(self, section: int, old: int, new: int) -> None:
        is_last = self._header.visualIndex(section) == self._header.count() - 1
        if not self._working and not is_last:  # the last section is also stretched by the header itself
            self._is_own = True
