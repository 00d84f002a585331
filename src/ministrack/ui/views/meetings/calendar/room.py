"""How a day is divided: its number above, lines for entries below; the same for painting and pointing."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QFontMetrics

from ministrack.domain.values import dataclass
from ministrack.ui.style.metrics import SPACE, scaled_font
from ministrack.ui.views.meetings.calendar.weeks import Piece, Shown, within

SMALL = 0.92
_TALLEST = 3  # lines of a block
_INSET = 3  # from the edge of a day to its blocks


@dataclass(frozen=True, slots=True)
class DayRoom:
    """The cell of one day. Make it from its rectangle and the body font."""

    rect: QRect
    head: int
    line: int

    @property
    def lines(self) -> int:
        """How many entries it has room for."""
        return max((self.rect.height() - self.head - 2) // self.line, 0)

    def line_rect(self, line: int) -> QRect:
        """Where a line stands."""
        top = self.rect.top() + self.head + line * self.line
        return QRect(self.rect.left() + _INSET, top, self.rect.width() - 2 * _INSET, self.line - 2)

    def block_rect(self, piece: Piece, pieces: list[Piece]) -> QRect:
        """Where the block of a piece stands on this day: one that is alone there takes more than one line."""
        rect = self.line_rect(piece.line)
        is_alone = len(pieces) == 1 and piece.line == 0 and piece.first == piece.last
        if is_alone and piece.begins and piece.ends:
            rect.setHeight(max(min(self.lines, _TALLEST), 1) * self.line - 2)
        return rect

    def shown(self, pieces: list[Piece]) -> Shown:
        """What it has room for."""
        return within(pieces, self.lines)

    def piece_at(self, point: QPoint, pieces: list[Piece]) -> Piece | None:
        """The piece below the pointer."""
        for piece in self.shown(pieces).pieces:
            rect = self.block_rect(piece, pieces)
            if rect.top() <= point.y() <= rect.bottom():
                return piece
        return None

    def is_on_more(self, point: QPoint, pieces: list[Piece]) -> bool:
        """Whether the pointer is on the words that count what is hidden."""
        if not self.shown(pieces).hidden:
            return False
        if self.lines == 0:
            return point.y() <= self.rect.top() + self.head
        rect = self.line_rect(self.lines - 1)
        return rect.top() <= point.y() <= rect.bottom()


def day_room(rect: QRect, body: QFont) -> DayRoom:
    """How the cell of a day is divided, in the body font."""
    return DayRoom(rect, _head(body), small_line(body))


def small_line(body: QFont) -> int:
    """The height of a line of small print with its ground and the gap below."""
    return QFontMetrics(scaled_font(body, SMALL)).height() + SPACE + 2


def least_day(body: QFont) -> tuple[int, int]:
    """The smallest useful cell: width and height."""
    return QFontMetrics(body).averageCharWidth() * 6, _head(body) + 2 * small_line(body) + 3


def _head(body: QFont) -> int:
    return QFontMetrics(body).height() + SPACE + 2
