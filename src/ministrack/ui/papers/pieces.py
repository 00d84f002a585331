"""A paper as pieces: the lines of its words and the rows of its tables, from the first to the last."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from ministrack.domain.language import tr
from ministrack.domain.values import dataclass
from ministrack.reports.document import (
    Block,
    Bullets,
    Facts,
    Heading,
    Line,
    Paper,
    Paragraph,
    notes_of,
    plain,
)
from ministrack.ui.papers.look import INK, Style, Styles
from ministrack.ui.papers.pages import Piece
from ministrack.ui.papers.rows import fact_rows, table_rows
from ministrack.ui.papers.text import Text

_HANGING = 170.0  # from a bullet to its words
_OPENING = 0.6  # of a line, below the head of a paper
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of words, with the bullet or number before it."""

    words: Text
    number: int
    style: Style
    before: float
    keeps: bool
    indent: float = 0.0
    mark: str = ""
    header: Piece | None = None

    @property
    def height(self) -> float:
        """The distance to the next line."""
        return self.words.line_height

    @property
    def text(self) -> str:
        """Its words."""
        said = self.words.line_text(self.number)
        return f"{self.mark} {said}" if self.mark else said

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        return None

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        if self.mark:
            painter.setFont(self.style.font)
            painter.setPen(INK)
            painter.drawText(QPointF(left, top + painter.fontMetrics().ascent()), self.mark)
        self.words.draw(painter, self.number, left + self.indent, top)


def pieces_of(paper: Paper, width: float, styles: Styles) -> Iterator[Piece]:
    """Everything that stands on the pages of a paper, in order; the sources come last."""
    notes = notes_of(paper)
    yield from _lines(plain(paper.title), styles.title, width)
    yield from _lines(plain(paper.subtitle), styles.subtitle, width)
    for place, block in enumerate(paper.blocks):
        if place == 0 and isinstance(block, Facts):
            yield from fact_rows(block, width, styles, notes, styles.body.line_height * _OPENING)
        else:
            yield from _block(block, width, styles, notes)
    if notes:
        yield from _lines(plain(tr("Sources")), styles.headings[0], width)
        for note, number in notes.items():
            yield from _lines(plain(note), styles.note, width, indent=_HANGING * 1.3, mark=f"{number}.")


def _block(block: Block, width: float, styles: Styles, notes: Mapping[str, int]) -> Iterator[Piece]:
    if isinstance(block, Heading):
        level = min(max(block.level, 1), len(styles.headings))
        yield from _lines(plain(block.text), styles.headings[level - 1], width)
    elif isinstance(block, Paragraph):
        yield from _lines(block.line, styles.body, width, notes)
    elif isinstance(block, Bullets):
        yield from _bullets(block.items, width, styles, notes, numbered=block.numbered)
    elif isinstance(block, Facts):
        yield from fact_rows(block, width, styles, notes)
    else:
        yield from table_rows(block, width, styles, notes)


def _bullets(
    items: Sequence[Line], width: float, styles: Styles, notes: Mapping[str, int], *, numbered: bool
) -> Iterator[Piece]:
    for number, item in enumerate(items, 1):
        mark = f"{number}." if numbered else _BULLET
        yield from _lines(item, styles.item, width, notes, indent=_HANGING, mark=mark)


_NONE: Mapping[str, int] = {}


def _lines(
    words: Line,
    style: Style,
    width: float,
    notes: Mapping[str, int] = _NONE,
    *,
    indent: float = 0.0,
    mark: str = "",
) -> Iterator[TextLine]:
    """Lines of one paragraph: neither its first nor its last stands alone on a page."""
    if not words:
        return
    text = Text(words, style, width - indent, notes)
    last = text.count - 1
    for number in range(text.count):
        is_first = number == 0
        stays = style.keeps or (text.count > 1 and number in (0, last - 1) and number != last)
        yield TextLine(
            text, number, style, style.before if is_first else 0.0, stays, indent, mark if is_first else ""
        )
