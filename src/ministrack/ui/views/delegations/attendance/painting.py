"""Paints cells and headings of the matrix, alike on the screen and on paper."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from ministrack.domain.attendance import Trend
from ministrack.domain.language import counted, tr
from ministrack.domain.values import dataclass, replace
from ministrack.ui.style.direction import as_written
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.metrics import SPACE, flag_side, scaled_font
from ministrack.ui.style.theme import Theme, Tone
from ministrack.ui.views.delegations.attendance.axes import MeetingLine
from ministrack.ui.views.delegations.attendance.cells import MatrixCell
from ministrack.ui.views.delegations.attendance.party_axis import PartyLine
from ministrack.ui.widgets.pill import paint_pill, pill_size

PAD = 3 * SPACE  # from the edge of a cell to what it shows
EDGE = 4 * SPACE  # from the edge of the pane to the names
_ICON = 0.85  # of the height of a line
_GAP = SPACE + 2
SMALL = 0.92
_PILL_SHARE = 0.62  # of a cell, at most, for the pill: the name beside it must begin
_ARROWS = {Trend.HIGHER: ("arrow-up", "held"), Trend.LOWER: ("arrow-down", "progress")}
_SIDE = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Brushes:
    """What painting needs besides a painter: colours, pictures, the body font, pixels of the device."""

    theme: Theme
    icons: Icons
    flags: Flags
    font: QFont
    ratio: float

    @property
    def icon(self) -> int:
        """The side of an icon beside words, in pixels; it grows with the font."""
        return round(QFontMetrics(self.font).height() * _ICON)


class Room:
    """What is left of a line while things are set into it, from its leading edge on."""

    def __init__(self, painter: QPainter, rect: QRect) -> None:
        self._painter = painter
        self._mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.rect = QRect(rect)

    def take(self, width: int, *, at_end: bool = False) -> QRect:
        """A piece of the room, from its beginning or its end."""
        left = self.rect.left()
        if at_end is not self._mirrored:
            left = self.rect.right() + 1 - width
        piece = QRect(left, self.rect.top(), width, self.rect.height())
        if at_end is not self._mirrored:
            self.rect.setWidth(max(self.rect.width() - width, 0))
        else:
            self.rect.setLeft(min(left + width, self.rect.right() + 1))
        return piece

    def write(self, text: str) -> None:
        """Sets words into what is left, shortened where they are too long."""
        shown = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.rect.width())
        side = QStyle.visualAlignment(self._painter.layoutDirection(), _SIDE)
        self._painter.drawText(
            self.rect,
            int(side) | int(Qt.TextFlag.TextSingleLine),
            as_written(self._painter, shown),
        )


def paint_cell(painter: QPainter, rect: QRect, cell: MatrixCell, brushes: Brushes, *, is_faint: bool) -> None:
    """Pill, arrow, words and marks of a cell, in one line."""
    room = Room(painter, rect.adjusted(PAD, 0, -PAD, 0))
    if cell.pill:
        _paint_said(painter, room, cell, brushes, is_faint=is_faint)
    _paint_who(painter, room, cell, brushes, is_faint=is_faint)


def paint_cell_in_two_lines(
    painter: QPainter, rect: QRect, cell: MatrixCell, brushes: Brushes, *, is_faint: bool
) -> None:
    """The same for narrow columns: pill and arrow above, words and marks below."""
    inner = rect.adjusted(PAD, 2, -PAD, -2)
    if not cell.pill or not (cell.text or cell.marks):
        paint_cell(painter, rect, cell, brushes, is_faint=is_faint)
        return
    half = inner.height() // 2
    above, below = inner.adjusted(0, 0, 0, -half), inner.adjusted(0, half, 0, 0)
    _paint_said(painter, Room(painter, above), replace(cell, text=""), brushes, is_faint=is_faint)
    _paint_who(painter, Room(painter, below), cell, brushes, is_faint=is_faint)


def _paint_said(painter: QPainter, room: Room, cell: MatrixCell, brushes: Brushes, *, is_faint: bool) -> None:
    painter.setFont(brushes.font)
    room.take(_paint_pill(painter, room.rect, cell, brushes.theme, is_faint=is_faint) + _GAP)
    if cell.trend in _ARROWS:
        name, colour = _ARROWS[cell.trend]
        role = "text_faint" if is_faint else colour
        _icon(painter, room.take(brushes.icon + SPACE // 2), name, role, brushes)


def _paint_who(painter: QPainter, room: Room, cell: MatrixCell, brushes: Brushes, *, is_faint: bool) -> None:
    ink = "text_faint" if is_faint else "text_soft" if cell.is_soft else "text"
    painter.setFont(brushes.font)
    painter.setPen(QColor(brushes.theme.colour(ink)))
    last = room.rect.right()
    marks = len(cell.marks) * (brushes.icon + SPACE)
    needed = painter.fontMetrics().horizontalAdvance(cell.text) + 1 if cell.text else 0
    Room(painter, room.take(max(min(needed, room.rect.width() - marks), 0))).write(cell.text)
    for mark in cell.marks:
        piece = room.take(brushes.icon + SPACE)
        if piece.right() <= last + PAD:
            beside = QStyle.visualRect(painter.layoutDirection(), piece, piece.adjusted(SPACE, 0, 0, 0))
            _icon(painter, beside, mark, ink, brushes)


def cell_width(cell: MatrixCell, brushes: Brushes, words: int) -> int:
    """The width that shows a cell whole; `words` is the width of its text."""
    pill = pill_size(brushes.font, cell.pill).width() + _GAP if cell.pill else 0
    arrow = brushes.icon + SPACE // 2 if cell.trend in _ARROWS else 0
    return 2 * PAD + pill + arrow + words + len(cell.marks) * (brushes.icon + SPACE) + 2


def paint_party(painter: QPainter, rect: QRect, party: PartyLine, brushes: Brushes, *, is_bold: bool) -> None:
    """Flag and name of a party. A party that stands back is written softly."""
    room = Room(painter, rect)
    room.take(EDGE)
    room.take(PAD, at_end=True)
    side = flag_side(brushes.font)
    if brushes.flags.enabled:
        place = room.take(side + _GAP)
        if party.code:
            painter.save()
            painter.setOpacity(1.0 if party.stands_out else 0.5)
            top = rect.top() + (rect.height() - side) // 2
            mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = place.right() + 1 - side if mirrored else place.left()
            painter.drawPixmap(left, top, side, side, brushes.flags.pixmap(party.code, side, brushes.ratio))
            painter.restore()
    if party.below:
        _paint_count(painter, room, party.below, brushes, is_faint=not party.stands_out)
    painter.setFont(_weighted(brushes.font, is_bold))
    painter.setPen(QColor(brushes.theme.text if party.stands_out else brushes.theme.text_faint))
    room.write(party.name)


def _paint_count(painter: QPainter, room: Room, below: int, brushes: Brushes, *, is_faint: bool) -> None:
    """How often it was led below minister level, behind the name."""
    painter.setFont(brushes.font)
    tone = Tone.NEUTRAL if is_faint else Tone.PROGRESS
    text = count_text(below)
    place = room.take(pill_size(brushes.font, text).width(), at_end=True)
    paint_pill(painter, place, text, tone, brushes.theme)
    room.take(_GAP, at_end=True)


def count_text(below: int) -> str:
    """How often, as short as it stands behind a name."""
    return tr("{n}× below", n=counted(below))


def paint_meeting(
    painter: QPainter, rect: QRect, meeting: MeetingLine, brushes: Brushes, *, is_bold: bool
) -> None:
    """Number and place of a meeting, its date below."""
    half = rect.height() // 2
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    painter.setFont(scaled_font(brushes.font, 1.0, QFont.Weight.DemiBold))
    painter.setPen(QColor(brushes.theme.text if is_bold else brushes.theme.text_soft))
    Room(painter, QRect(inner.left(), rect.top() + 3, inner.width(), half - 1)).write(meeting.title)
    painter.setFont(scaled_font(brushes.font, SMALL))
    painter.setPen(QColor(brushes.theme.text_soft))
    Room(painter, QRect(inner.left(), rect.top() + half, inner.width(), half - 3)).write(meeting.date)


def _paint_pill(painter: QPainter, rect: QRect, cell: MatrixCell, theme: Theme, *, is_faint: bool) -> int:
    tone = Tone.NEUTRAL if is_faint else cell.tone
    share = rect.width() if not cell.text else max(int(rect.width() * _PILL_SHARE), 0)
    size = pill_size(painter.font(), cell.pill)
    width = min(size.width(), share)
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left = rect.right() + 1 - width if mirrored else rect.left()
    if not cell.is_open:
        return paint_pill(painter, QRect(left, rect.top(), width, rect.height()), cell.pill, tone, theme)
    # A dashed edge and no ground: not yet so, or not known.
    box = QRectF(left + 0.5, rect.center().y() - size.height() / 2 + 0.5, width - 1, size.height() - 1)
    ink = QColor(theme.tone(tone)[0])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.0, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(scaled_font(painter.font(), 0.88, QFont.Weight.DemiBold))
    text = painter.fontMetrics().elidedText(cell.pill, Qt.TextElideMode.ElideRight, width - 14)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return width


def _icon(painter: QPainter, rect: QRect, name: str, role: str, brushes: Brushes) -> None:
    side = brushes.icon
    top = rect.top() + (rect.height() - side) // 2
    pixmap = brushes.icons.pixmap(name, role, side, brushes.ratio)
    painter.drawPixmap(rect.left(), top, side, side, pixmap)


def _weighted(font: QFont, is_bold: bool) -> QFont:
    return scaled_font(font, 1.0, QFont.Weight.Bold if is_bold else QFont.Weight.Medium)
