"""Draws the items of a picture: spans, lines of series, bars, nodes, counted marks and labels."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from ministrack.ui.views.timeline.colours import DASHED, faded
from ministrack.ui.views.timeline.content import Content
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.look import Look
from ministrack.ui.views.timeline.painting_links import paint_links
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.pills import Pill
from ministrack.ui.views.timeline.shapes import Box, Fade, Joint, Label, Node, Shape, Span, Style, TaskBar
from ministrack.ui.views.timeline.signs import paint_sign

_INTERSECT = Qt.ClipOperation.IntersectClip


class ItemPainter:
    """Draws one picture with one painter."""

    def __init__(
        self,
        painter: QPainter,
        picture: Picture,
        content: Content,
        look: Look,
    ) -> None:
        self._painter = painter
        self._picture = picture
        self._content = content
        self._inks = look.inks
        self._fonts = look.fonts
        self._pills = look.pills
        self._on_paper = look.on_paper
        self._hovered = look.hovered

    def paint_behind(self) -> None:
        """What today's line runs over."""
        for span in self._picture.spans:
            self._span(span)
        self._densities()
        chosen = {self._hovered, self._picture.selected} - {-1}
        paint_links(self._painter, self._picture.links, chosen, self._inks)
        for bar in self._picture.bars:
            self._bar(bar)

    def paint_front(self) -> None:
        """What stands before today's line. Labels come last: nothing may cross a text."""
        self._joints()
        for node in self._picture.nodes:
            self._node(node)
        self._marks()
        for label in self._picture.labels:
            self._label(label)

    def _tone(self, number: int) -> tuple[QColor, QColor]:
        item = self._content.items[number]
        return self._inks.tone(item.lane, item.tone)

    def _span(self, span: Span) -> None:
        ink, soft = self._tone(span.number)
        painter, area = self._painter, _rect(span.box)
        radius = min(area.height(), area.width()) / 2
        is_selected = span.number == self._picture.selected
        if span.is_solid:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawRoundedRect(area, radius, radius)
            if is_selected:
                self._ring(area.adjusted(-3.5, -3.5, 3.5, 3.5), radius + 3.5, ink)
            return
        painter.setBrush(self._fading(span.box, soft, span.fade))
        if span.tone in DASHED or is_selected:
            pen = QPen(self._fading(span.box, ink, span.fade), 1.2 if not is_selected else 1.6)
            if span.tone in DASHED:
                pen.setDashPattern([4, 3])
            painter.setPen(pen)
            area.adjust(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, radius, radius)

    def _densities(self) -> None:
        """Straight columns, filled without smoothing: that is many times quicker."""
        painter, left, right = self._painter, self._picture.gutter, self._picture.right
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for density in self._picture.densities:
            middle, width = density.middle, density.width
            painter.setBrush(self._inks.density(density.lane))
            painter.drawRects(
                [
                    QRectF(max(x, left), middle - half, min(x + width, right) - max(x, left), 2 * half)
                    for x, half in density.columns()
                ]
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _fading(self, box: Box, colour: QColor, fade: Fade) -> QBrush:
        if fade is Fade.NONE:
            return QBrush(colour)
        gradient = QLinearGradient(box.left, 0, box.right, 0)
        gradient.setColorAt(0 if fade is Fade.RIGHT else 1, colour)
        gradient.setColorAt(1 if fade is Fade.RIGHT else 0, faded(colour, 0))
        return QBrush(gradient)

    def _bar(self, bar: TaskBar) -> None:
        ink, soft = self._tone(bar.number)
        painter, area = self._painter, _rect(bar.box)
        is_selected = bar.number == self._picture.selected
        ground = self._inks.role("selection") if is_selected else soft
        fade = Fade.RIGHT if bar.fades else Fade.NONE
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fading(bar.box, ground, fade))
        painter.drawRoundedRect(area, 3, 3)
        if bar.loose_from is not None:
            loose = QRectF(bar.loose_from, area.top(), area.right() - bar.loose_from, area.height())
            pen = QPen(faded(ink, 0.75), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(loose.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if bar.has_start:
            painter.drawRoundedRect(QRectF(area.left(), area.top(), 3, area.height()), 1.5, 1.5)
        if not bar.fades and bar.loose_from is None:
            painter.drawRoundedRect(QRectF(area.right() - 3, area.top(), 3, area.height()), 1.5, 1.5)
        if is_selected:
            painter.setPen(QPen(self._fading(bar.box, ink, fade), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-0.7, -0.7, 0.7, 0.7), 3.5, 3.5)

    def _joints(self) -> None:
        """The lines of the series, kind by kind. Curves go one by one: a path of many is slow to fill."""
        kinds: dict[tuple[str, bool], list[Joint]] = {}
        for joint in self._picture.joints:
            kinds.setdefault((joint.tone, joint.is_dashed), []).append(joint)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for (tone, is_dashed), joints in kinds.items():
            ink, _ = self._inks.tone(Lane.MEETINGS, tone)
            pen = QPen(ink, 2 if is_dashed else 2.2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if is_dashed:
                pen.setDashPattern([2.6, 2])
            self._painter.setPen(pen)
            flat = [QLineF(joint.x0, joint.y, joint.x1, joint.y) for joint in joints if joint.rise < 1]
            self._painter.drawLines(flat)
            for joint in joints:
                if joint.rise >= 1:
                    self._painter.drawPath(_arc(joint))

    def _node(self, node: Node) -> None:
        ink, _ = self._tone(node.number)
        painter, surface = self._painter, self._inks.role("surface")
        painter.setPen(QPen(ink, 2))
        painter.setBrush(surface if node.is_hollow else ink)
        radius = node.radius - 1
        centre = QPointF(node.x, node.y)
        if node.shape is Shape.CIRCLE:
            painter.drawEllipse(centre, radius, radius)
        elif node.shape is Shape.DIAMOND:
            painter.setPen(
                QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            x, y = node.x, node.y
            corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        else:
            painter.drawRoundedRect(QRectF(node.x - 4, node.y - 4, 8, 8), 2, 2)
        if node.tone == "cancelled":
            painter.setPen(QPen(ink, 1.6))
            painter.drawLine(QLineF(node.x - 4, node.y + 4, node.x + 4, node.y - 4))
        if node.number == self._picture.selected:
            self._ring(QRectF(node.x - 10.5, node.y - 10.5, 21, 21), 10.5, ink)

    def _ring(self, area: QRectF, radius: float, ink: QColor) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._inks.role("surface"), 2.5))
        self._painter.drawRoundedRect(area.adjusted(1.6, 1.6, -1.6, -1.6), radius - 1.6, radius - 1.6)
        self._painter.setPen(QPen(ink, 2))
        self._painter.drawRoundedRect(area, radius, radius)

    def _marks(self) -> None:
        """Pills with numbers; ringed where they hold what is selected."""
        selected = self._picture.selected
        for mark in self._picture.marks:
            usual = Pill.MORE if mark.text.startswith("+") else Pill.PLAIN
            pill = Pill.RINGED if selected in mark.members else usual
            if self._on_paper:
                self._pills.paint(self._painter, mark.text, _rect(mark.box), pill)
            else:
                self._pills.draw(self._painter, mark, pill)

    def _label(self, label: Label) -> None:
        painter, box = self._painter, label.box
        item = self._content.items[label.number]
        ink, _ = self._tone(label.number)
        is_task = label.style is Style.TASK
        if label.is_backed:
            self._back(_rect(box).adjusted(-3, 1, 3, -1), is_task)
        if is_task:
            middle = QPointF(box.left - 9, (box.top + box.bottom) / 2)
            paint_sign(painter, item.tone, middle, ink, self._inks.role("surface"))
        is_over = item.tone in {"dropped", "cancelled"}
        is_ahead = label.style is Style.MEETING and item.tone not in {"held", ""}
        role = self._inks.role("text_soft" if is_over else "text")
        painter.setPen(ink if is_ahead and not is_over else role)
        painter.setFont(self._fonts.font(label.style))
        painter.drawText(
            QPointF(box.left, self._fonts.baseline(label.style, box.top, box.height)), label.text
        )

    def _back(self, area: QRectF, is_task: bool) -> None:
        """Interrupt a line that runs behind a text. On the bar of a task only the line, not the bar, goes."""
        painter, today = self._painter, self._picture.today_x
        if not is_task:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(self._inks.role("surface"), 0.92))
            painter.drawRoundedRect(area, 3, 3)
            return
        if today is None:
            return
        painter.save()
        painter.setClipRect(QRectF(round(today) - 2, area.top() - 1, 4, area.height() + 2), _INTERSECT)
        painter.fillRect(area, self._inks.role("surface"))
        for bar in self._picture.bars:
            if _rect(bar.box).intersects(area):
                self._bar(bar)
        painter.restore()


def _arc(joint: Joint) -> QPainterPath:
    # A curve with both handles at a height h reaches three quarters of it.
    top, bend = joint.y - joint.rise / 0.75, (joint.x1 - joint.x0) * 0.3
    path = QPainterPath(QPointF(joint.x0, joint.y - 1))
    path.cubicTo(joint.x0 + bend, top, joint.x1 - bend, top, joint.x1, joint.y - 1)
    return path


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
