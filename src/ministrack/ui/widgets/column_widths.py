"""How wide the columns of a table are: as wide as their contents, one takes the rest, the user decides."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from ministrack.ui.models.column import Column
from ministrack.ui.models.windowed import WindowedModel
from ministrack.ui.widgets.cell_delegate import EDGE, PADDING, CellDelegate

_ACROSS = Qt.Orientation.Horizontal
_LOOKED_AT = 60  # rows whose contents are measured
_ARROW = 24  # pixels for the arrow of the sorted column
_MOST = 4000  # pixels; a remembered width above it is nobody's wish


class ColumnWidths(QObject):
    """Fits columns to what they show until the user draws one; from then on each keeps its width."""

    def __init__(self, table: QTableView, model: WindowedModel, delegate: CellDelegate) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._delegate = delegate
        self._header: QHeaderView = table.horizontalHeader()
        self._wanted: list[int] = []
        self._own: dict[str, int] = {}  # as the user drew them, by the names of the columns
        self._working = False
        self._header.sectionResized.connect(self._resized)
        # Not asked of the viewport: PySide would make ready every class of widgets, 9 ms at the start.
        self._room = table.maximumViewportSize().width()

    def fit(self, rows: range | None = None) -> None:
        """Measures anew, only these rows if they are given; columns that are wide enough stay as they are."""
        if self._own or not self._model.columns:
            return
        fresh = self._all_measured(rows if self._wanted else None)
        before = self._wanted or fresh
        self._wanted = [max(new, old) for new, old in zip(fresh, before, strict=True)]
        if not self._model.rowCount():
            self._wanted = []
        self._share(fresh if not self._wanted else self._wanted)

    def fit_other_columns(self) -> None:
        """Other columns are shown, or the same ones in another order."""
        self._wanted = []
        if self._own:
            self._take_own()
        else:
            self.fit()

    def own(self) -> dict[str, int]:
        """The widths that the user drew, by the names of the columns; none while all are fitted."""
        return dict(self._own)

    def restore(self, own: Mapping[str, int]) -> None:
        """Takes back what `own` gave; nothing: all are fitted again."""
        self._own = {name: width for name, width in own.items() if 0 < width < _MOST}
        self.fit_other_columns()

    def take_room(self, width: int) -> None:
        """The columns have so many pixels for themselves now."""
        self._room = width
        # A table that is just being given other columns is measured anew in a moment.
        is_measured = bool(self._wanted) and len(self._wanted) == len(self._model.columns)
        if is_measured and not (self._own or self._working):
            self._share(self._wanted)

    def _take_own(self) -> None:
        fresh = self._all_measured()
        columns = self._model.columns
        self._resize([self._own.get(column.name, new) for column, new in zip(columns, fresh, strict=True)])

    def _all_measured(self, rows: range | None = None) -> list[int]:
        looked_at = range(_LOOKED_AT) if rows is None else rows[:_LOOKED_AT]
        there = range(looked_at.start, min(looked_at.stop, self._model.rowCount()))
        return [self._measured(number, column, there) for number, column in enumerate(self._model.columns)]

    def _measured(self, number: int, column: Column, rows: range) -> int:
        letter = self._table.fontMetrics().averageCharWidth()
        least = max(column.least * letter + 2 * PADDING, self._title_width(number))
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
        self._resize(widths)

    def _resize(self, widths: list[int]) -> None:
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
        # The last section is also stretched by the header itself.
        is_last = self._header.visualIndex(section) == self._header.count() - 1
        columns = self._model.columns
        if self._working or is_last or section >= len(columns):
            return
        for number, column in enumerate(columns):
            if self._header.visualIndex(number) < self._header.count() - 1:
                self._own[column.name] = self._header.sectionSize(number)
