"""Draws a picture of the timeline: ground, axis, lanes, and the items from back to front."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ministrack.domain.language import tr
from ministrack.ui.views.timeline.colours import faded
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.headings import SIGN_X, TEXT_X
from ministrack.ui.views.timeline.look import Look
from ministrack.ui.views.timeline.painting_items import ItemPainter
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.shapes import Box, Ghost, Heading, Style

_OUTSIDE = 500.0


def rect(box: Box) -> QRectF:
    """A box as Qt wants it."""
    return QRectF(box.left, box.top, box.width, box.height)


def paint(painter: QPainter, picture: Picture, content: Content, look: Look) -> None:
    """Draw a whole frame."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text in its own
    _ground(painter, picture, look)
    _axis(painter, picture, look)
    painter.save()
    painter.setClipRect(QRectF(picture.gutter, picture.axis, picture.width, picture.height))
    items = ItemPainter(painter, picture, content, look)
    items.paint_behind()
    _today_line(painter, picture, look)
    items.paint_front()
    if look.ghost is not None:
        _ghost(painter, picture, look.ghost, look)
    painter.restore()
    if look.on_paper:
        _cover_edges(painter, picture, look)
    _today_flag(painter, picture, look)
    folded = {band.lane for band in picture.bands if band.is_folded}
    for heading in picture.headings:
        _heading(painter, heading, heading.lane in folded, look)
    if look.empty_text and not content:
        _empty(painter, picture, look)
    if look.has_focus:
        painter.setPen(QPen(look.inks.role("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, 1, picture.width - 2, picture.height - 2))


def _ground(painter: QPainter, picture: Picture, look: Look) -> None:
    painter.fillRect(QRectF(0, 0, picture.width, picture.height), look.inks.role("surface"))
    painter.fillRect(QRectF(0, 0, picture.width, picture.axis), look.inks.role("window"))
    folded = faded(look.inks.role("neutral_soft"), 0.6)
    for band in picture.bands:
        if band.is_folded:
            painter.fillRect(QRectF(0, band.top, picture.width, band.bottom - band.top), folded)


def _cover_edges(painter: QPainter, picture: Picture, look: Look) -> None:
    """A drawing as SVG is not clipped: what reaches out of the axis on either side is covered."""
    ground = look.inks.role("surface")
    height = picture.height - picture.axis
    painter.fillRect(QRectF(-_OUTSIDE, picture.axis, _OUTSIDE + picture.gutter - 1, height), ground)
    painter.fillRect(QRectF(picture.width, picture.axis, _OUTSIDE, height), ground)


def _axis(painter: QPainter, picture: Picture, look: Look) -> None:
    """Lines at whole pixels, so that they are sharp; years solid, their parts dotted."""
    inks, fonts = look.inks, look.fonts
    solid = QPen(inks.role("border"), 1)
    dotted = QPen(inks.role("border"), 1, Qt.PenStyle.CustomDashLine)
    dotted.setDashPattern([2, 4])
    painter.setPen(dotted)
    minors = [tick for tick in picture.ticks if not tick.is_major]
    for tick in minors:
        x = round(tick.x) + 0.5
        painter.drawLine(QLineF(x, picture.axis, x, picture.height))
    painter.setPen(solid)
    lines = [round(tick.x) + 0.5 for tick in picture.ticks if tick.is_major and tick.x >= picture.gutter]
    painter.drawLines([QLineF(x, 0, x, picture.height) for x in lines])
    painter.drawLine(QLineF(0, 0.5, picture.width, 0.5))
    for is_major, style, role in ((True, Style.YEAR, "text"), (False, Style.TICK, "text_faint")):
        painter.setFont(fonts.font(style))
        painter.setPen(inks.role(role))
        y = fonts.baseline(style, 1, picture.axis)
        for tick in picture.ticks:
            if tick.text and tick.is_major == is_major:
                painter.drawText(QPointF(tick.label_x, y), tick.text)


def _today_line(painter: QPainter, picture: Picture, look: Look) -> None:
    if picture.today_x is not None:
        x = round(picture.today_x)
        painter.setPen(QPen(look.inks.role("today"), 1.6))
        painter.drawLine(QLineF(x, picture.axis, x, picture.height))


def _today_flag(painter: QPainter, picture: Picture, look: Look) -> None:
    if picture.flag is None or picture.today_x is None:
        return
    box = picture.flag
    x = round(picture.today_x)
    painter.setPen(QPen(look.inks.role("today"), 1.6))
    painter.drawLine(QLineF(x, box.bottom - 1, x, picture.axis))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.inks.role("today"))
    painter.drawRoundedRect(rect(box), 4, 4)
    painter.setPen(look.inks.role("on_today"))
    painter.setFont(look.fonts.font(Style.TICK))
    text = tr("Today")
    left = (box.left + box.right - look.fonts.width(text, Style.TICK)) / 2
    painter.drawText(QPointF(left, look.fonts.baseline(Style.TICK, box.top, box.height)), text)


def _heading(painter: QPainter, heading: Heading, is_folded: bool, look: Look) -> None:
    """A name in the margin. The first one of a lane has the sign that says whether the lane is folded."""
    is_hot = look.hover is heading.lane
    painter.setPen(look.inks.role("text" if is_hot else "text_soft"))
    painter.setFont(look.fonts.font(Style.LANE))
    line = look.fonts.line
    y = look.fonts.baseline(Style.LANE, heading.y - line / 2, line)
    painter.drawText(QPointF(TEXT_X, y), heading.text)
    if not heading.has_sign or look.on_paper:
        return
    x, y = SIGN_X, heading.y
    corners = ((-1.5, -3), (1.5, 0), (-1.5, 3)) if is_folded else ((-3, -1.5), (0, 1.5), (3, -1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.inks.role("text" if is_hot else "text_faint"), 1.4))
    painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))


def _ghost(painter: QPainter, picture: Picture, ghost: Ghost, look: Look) -> None:
    """The date that a meeting would have: a band over all lanes, and the meeting in it."""
    ink = look.inks.role("focus")
    left, right = max(ghost.left, picture.gutter - 4), min(ghost.right, picture.width + 4)
    width = max(right - left, 2.0)
    painter.fillRect(QRectF(left, picture.axis, width, picture.height), faded(ink, 0.1))
    painter.setPen(QPen(ink, 1.4))
    painter.drawLine(QLineF(left, picture.axis, left, picture.height))
    if not ghost.is_exact:
        painter.drawLine(QLineF(left + width, picture.axis, left + width, picture.height))
    painter.setBrush(look.inks.role("surface") if not ghost.is_exact else ink)
    painter.setPen(QPen(ink, 2.2))
    painter.drawEllipse(QPointF(left + width / 2, ghost.y), 7, 7)


def _empty(painter: QPainter, picture: Picture, look: Look) -> None:
    painter.setPen(look.inks.role("text_soft"))
    painter.setFont(look.fonts.font(Style.DOCUMENT))
    area = QRectF(picture.gutter, picture.axis, picture.width - picture.gutter, picture.height - picture.axis)
    area.adjust(16, 0, -16, 0)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    # A ground of its own: no line of the axis runs through the text.
    taken = painter.boundingRect(area, flags, look.empty_text)
    painter.fillRect(taken.adjusted(-10, -4, 10, 4), look.inks.role("surface"))
    painter.drawText(area, flags, look.empty_text)
