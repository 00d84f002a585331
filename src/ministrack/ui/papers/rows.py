"""Rows of tables on paper: short words are drawn as they are, all others line by line."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter

from ministrack.domain.values import dataclass
from ministrack.reports.document import Facts, Table, TableRow, plain
from ministrack.ui.papers.grid import AIR, Grid, column_widths
from ministrack.ui.papers.look import BAND, FAINT_BAND, Styles
from ministrack.ui.papers.pages import Piece
from ministrack.ui.papers.text import Text

_LABELS = 0.28  # of the width, for the labels of facts


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `first` is the number of its first line where it goes on from the page before."""

    grid: Grid
    cells: Sequence["str | Text"]
    height: float
    header: Piece | None
    band: QBrush | None = None
    before: float = 0.0
    keeps: bool = False
    first: int = 0
    last: int = 1
    ruled: bool = True

    @property
    def text(self) -> str:
        """The words of its cells."""
        return "\t".join(_text_of(cell, self.first, self.last) for cell in self.cells)

    def rule(self, left: float, top: float) -> QLineF | None:
        """The line below it."""
        below = top + self.height
        return QLineF(left, below, left + self.grid.width, below) if self.ruled else None

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        count = int((room - 2 * AIR) // self.grid.line_height)
        if count < 1 or self.first + count >= self.last:
            return None
        middle = self.first + count
        return self._part(self.first, middle), self._part(middle, self.last)

    def _part(self, first: int, last: int) -> "Row":
        height = (last - first) * self.grid.line_height + 2 * AIR
        return Row(
            self.grid, self.cells, height, self.header, self.band, first=first, last=last, ruled=self.ruled
        )

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        grid = self.grid
        if self.band is not None:
            painter.fillRect(QRectF(left, top, grid.width, self.height), self.band)
        baseline = top + grid.baseline
        for place, cell in enumerate(self.cells):
            if isinstance(cell, Text):
                self._draw(painter, cell, left + grid.lefts[place], top + AIR)
            elif cell and not self.first:
                painter.drawText(QPointF(left + grid.left_of(cell, place), baseline), cell)

    def _draw(self, painter: QPainter, cell: Text, left: float, top: float) -> None:
        for number in range(self.first, min(self.last, cell.count)):
            cell.draw(painter, number, left, top)
            top += cell.line_height


def _text_of(cell: "str | Text", first: int, last: int) -> str:
    if isinstance(cell, Text):
        return " ".join(cell.line_text(number) for number in range(first, min(last, cell.count)))
    return cell if not first else ""


def table_rows(table: Table, width: float, styles: Styles, notes: Mapping[str, int]) -> Iterator[Row]:
    """The header of a table, which is repeated on each page, and its rows."""
    wide = column_widths(table, width, styles.header, styles.cell)
    centred = [column.centred for column in table.columns]
    grid, titles = Grid(wide, styles.cell, centred), Grid(wide, styles.header, centred)
    across = Grid((width,), styles.group)
    header = None
    if any(column.title for column in table.columns):
        cells = [titles.cell(plain(column.title), place, {}) for place, column in enumerate(table.columns)]
        header = _row(titles, cells, None, QBrush(BAND), keeps=True, before=80.0)
        yield header
    faint = QBrush(FAINT_BAND)
    for row in table.rows:
        if len(row.cells) == 1 and len(table.columns) > 1:
            yield _row(across, [across.cell(row.cells[0], 0, notes)], header, faint, keeps=True)
        else:
            yield _row(grid, _cells(grid, row, notes), header)


def fact_rows(
    facts: Facts, width: float, styles: Styles, notes: Mapping[str, int], before: float = 0.0
) -> Iterator[Row]:
    """Labels with what is known, side by side; `before` is the room above the first."""
    grid = Grid((width * _LABELS, width * (1 - _LABELS)), styles.body, pad=0.0)
    for label, line in facts.rows:
        named = Text(plain(label), styles.label, grid.widths[0])
        yield _row(grid, [named, grid.cell(line, 1, notes)], None, ruled=False, before=before)
        before = 0.0


def _cells(grid: Grid, row: TableRow, notes: Mapping[str, int]) -> "list[str | Text]":
    return [
        grid.cell(line, place, notes) for line, place in zip(row.cells, range(len(grid.widths)), strict=False)
    ]


def _row(
    grid: Grid,
    cells: "list[str | Text]",
    header: Row | None,
    band: QBrush | None = None,
    *,
    keeps: bool = False,
    before: float = 0.0,
    ruled: bool = True,
) -> Row:
    lines = max([1, *(cell.count for cell in cells if isinstance(cell, Text))])
    height = lines * grid.line_height + 2 * AIR
    return Row(grid, cells, height, header, band, before, keeps, last=lines, ruled=ruled)
