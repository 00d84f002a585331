"""The pages of a paper, laid out as they are asked for, and painted on whatever there is to paint on."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ministrack.domain.language import counted, tr
from ministrack.domain.progress import Progress
from ministrack.reports.document import Paper
from ministrack.ui.papers.grid import Grid
from ministrack.ui.papers.look import FAINT_RULE, INK, RULE, SOFT, Sheet, Styles, sheet_for
from ministrack.ui.papers.pages import Page, paginate
from ministrack.ui.papers.pieces import pieces_of
from ministrack.ui.papers.rows import Row

_LINE = 5.0  # the width of rules


class Sheets:
    """One paper on its pages. `more` lays out page after page; `paint` needs those that were laid out.

    Any thread may have sheets of its own, and none of another: fonts belong to the thread they are used on.
    """

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.sheet: Sheet = sheet_for(landscape=paper.landscape)
        self.pages: list[Page] = []
        self.is_complete = False
        self._styles = Styles()
        self._coming = self._lay_out()

    def more(self) -> bool:
        """Lays out the next page; False when there is none."""
        page = next(self._coming, None)
        self.is_complete = page is None
        if page is not None:
            self.pages.append(page)
        return page is not None

    def finish(self, progress: Progress | None = None) -> "Sheets":
        """Lays out all that is left; `progress` is told the number of pages."""
        while self.more():
            if progress is not None:
                progress(len(self.pages), 0)
        return self

    def text_of(self, number: int) -> str:
        """The words of a page, line by line, the first page being 0."""
        return "\n".join(piece.text for _, piece in self.pages[number])

    def number_text(self, number: int) -> str:
        """What the foot says about the number of a page."""
        values = {"n": counted(number + 1), "total": counted(len(self.pages))}
        return tr("{n} of {total}", **values) if self.is_complete else values["n"]

    def paint(self, painter: QPainter, number: int) -> None:
        """Paints a page with a painter whose unit is a tenth of a point."""
        left, top, grid = self.sheet.left, self.sheet.top, None
        rules = []
        painter.setPen(INK)
        for y, piece in self.pages[number]:
            if isinstance(piece, Row):
                if piece.grid is not grid:
                    grid = piece.grid
                    _take(painter, grid)
                rule = piece.rule(left, top + y)
                if rule is not None:
                    rules.append(rule)
            else:
                grid = None
            piece.paint(painter, left, top + y)
        painter.setPen(QPen(FAINT_RULE, _LINE))
        painter.drawLines(rules)
        self._paint_foot(painter, number)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        sheet, font = self.sheet, self._styles.foot.font
        metrics = QFontMetricsF(font)
        right, baseline = sheet.left + sheet.room_width, sheet.foot + 70 + metrics.ascent()
        painter.setPen(QPen(RULE, _LINE))
        painter.drawLine(QPointF(sheet.left, sheet.foot), QPointF(right, sheet.foot))
        painter.setFont(font)
        painter.setPen(SOFT)
        said = self.number_text(number)
        width = metrics.horizontalAdvance(said)
        painter.drawText(QPointF(right - width, baseline), said)
        room = sheet.room_width - width - metrics.height()
        foot = metrics.elidedText(self.paper.foot, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(sheet.left, baseline), foot)

    def _lay_out(self) -> Iterator[Page]:
        pieces = pieces_of(self.paper, self.sheet.room_width, self._styles)
        return paginate(pieces, self.sheet.room_height)


def _take(painter: QPainter, grid: Grid) -> None:
    painter.setFont(grid.style.font)
    painter.setPen(grid.style.colour)
