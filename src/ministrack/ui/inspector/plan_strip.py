"""How the plan of a meeting came about, on one strip: announced, changed, and what holds now."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ministrack.domain.fields import specs
from ministrack.domain.language import tr, trn
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.plan_history import PlanStep, plan_history
from ministrack.ui.desk import Desk
from ministrack.ui.inspector.text_link import TextLink
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.style.apply import mark
from ministrack.ui.style.metrics import MARGIN, SPACE, scaled_font
from ministrack.ui.widgets.flow_layout import FlowLayout
from ministrack.ui.widgets.words import words

_SMALL = 0.85
_WIDEST = 17  # times the height of a line
_LEAST = 60  # px
_PAD_X, _PAD_Y = 9, 5
_MOST = 12  # steps; those before are in the history


class PlanNode(QPushButton):
    """One step: what was new, and below it who said so when. Signals: `wanted(PlanStep)` when pressed."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__()
        self._themes = desk.themes
        self._step: PlanStep | None = None
        self.setObjectName(f"plan.{number}")
        self.setProperty("kind", "node")
        self.setAutoDefault(False)
        self.clicked.connect(self._press)
        desk.themes.changed.connect(self.update)

    def show_step(self, step: PlanStep) -> None:
        """Shows another step."""
        self._step = step
        mark(self, "active", step.is_present)
        # Painted below in two lines; this is read by tools, with & as a letter.
        self.setText(f"{step.in_words()}, {self._second()}".replace("&", "&&"))
        said = _told(step)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        bold, small = self._fonts()
        first, second = QFontMetrics(bold), QFontMetrics(small)
        width = max(first.horizontalAdvance(self._first()), second.horizontalAdvance(self._second()))
        height = first.height() + second.height()
        return QSize(min(width + 2 * _PAD_X + 2, _WIDEST * second.height()), height + 2 * _PAD_Y)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        theme = self._themes.theme
        bold, small = self._fonts()
        box = self.rect().adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        height = QFontMetrics(bold).height()
        self._line(painter, QRect(box.x(), box.y(), box.width(), height), bold, theme.text, self._first())
        below = QRect(box.x(), box.y() + height, box.width(), box.height() - height)
        self._line(painter, below, small, theme.text_soft, self._second())

    def _line(self, painter: QPainter, box: QRect, font: QFont, colour: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = QStyle.visualAlignment(
            self.layoutDirection(), Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(box, int(side), shown)

    def _fonts(self) -> tuple[QFont, QFont]:
        weight = QFont.Weight.DemiBold if self._step is not None and self._step.is_present else None
        first = QFont(self.font())
        if weight is not None:
            first.setWeight(weight)
        return first, scaled_font(self.font(), _SMALL)

    def _first(self) -> str:
        return self._step.in_words() if self._step is not None else ""

    def _second(self) -> str:
        if self._step is None:
            return ""
        return tr(", ").join(part for part in (self._step.by, self._step.on) if part)

    def _press(self) -> None:
        if self._step is not None:
            self.wanted.emit(self._step)


class PlanStrip(QWidget):
    """Steps of the plan from left to right, wrapped where there is no room; hidden where there is only one.

    Signals: `statement_wanted(Ref, str)` for the field of a step that a source gave, `edit_wanted(str)` with
    the id of the edit behind a step; an empty one for the whole history.
    """

    statement_wanted = Signal(object, str)
    edit_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Ref | None = None
        self._nodes: list[tuple[QWidget, PlanNode]] = []
        self.setObjectName("inspector.plan")
        self.setAccessibleName(tr("How the plan came about"))
        self._earlier = TextLink("plan.earlier")
        self._earlier.clicked.connect(self._want_history)
        steps = QWidget()
        self._flow = FlowLayout(steps, SPACE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        steps.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.setSpacing(SPACE)
        column.addWidget(words("heading", tr("How the plan came about")))
        column.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(steps)

    def show_meeting(self, meeting: Ref) -> None:
        """Reads the plan of a meeting anew."""
        self._meeting = meeting
        steps = plan_history(self._desk.read, meeting)
        self.setVisible(len(steps) > 1)
        shown = steps[-_MOST:]
        before = len(steps) - len(shown)
        self._earlier.say(trn("{n} earlier step…", "{n} earlier steps…", before))
        self._earlier.setVisible(before > 0)
        self._show(shown if len(steps) > 1 else [])

    def _show(self, steps: Sequence[PlanStep]) -> None:
        while len(self._nodes) < len(steps):
            self._add_node(len(self._nodes) + 1)
        for place, (holder, node) in enumerate(self._nodes):
            holder.setVisible(place < len(steps))
            if place < len(steps):
                node.show_step(steps[place])
        self._flow.invalidate()
        self.updateGeometry()

    def _add_node(self, number: int) -> None:
        node = PlanNode(self._desk, number)
        node.wanted.connect(self._follow)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        if number > 1:
            forward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            row.addWidget(words("soft", "→" if forward else "←"))
        row.addWidget(node)
        self._flow.addWidget(holder)
        self._nodes.append((holder, node))

    def _follow(self, step: PlanStep) -> None:
        if step.statement and self._meeting is not None:
            self.statement_wanted.emit(self._meeting, next(iter(step.said)))
        else:
            self.edit_wanted.emit(step.edit)

    def _want_history(self) -> None:
        self.edit_wanted.emit("")


def _told(step: PlanStep) -> str:
    """Everything a step says, for tooltips and assistive tools."""
    labels = specs(Meeting)
    fields = "\n".join(
        tr("{field}: {value}", field=tr(labels[name].label), value=value or tr("open"))
        for name, value in step.said.items()
    )
    if step.statement:
        head = tr("Said by {source}, {day}", source=step.by, day=step.on)
    elif step.is_first:
        head = tr("Recorded by {author}, {day}", author=step.by, day=step.on)
    else:
        head = tr("Changed by {author}, {day}", author=step.by, day=step.on)
    return "\n".join((head, fields, tr("This holds now."))) if step.is_present else f"{head}\n{fields}"
