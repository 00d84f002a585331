"""The timeline on which a planned meeting is moved to another date, by pointer or by keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from ministrack.domain.language import tr
from ministrack.ui.views.timeline.shapes import Ghost, Label, Node, Span
from ministrack.ui.views.timeline.spoken import describe
from ministrack.ui.views.timeline.zooming import ZoomableTimeline

if TYPE_CHECKING:
    from ministrack.domain.date_moving import Unit
    from ministrack.ui.views.timeline.carried import Carried

_EXACT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
_EDGE = 14.0  # px: a meeting that is held so near to an edge draws the axis along
_PULL = 9.0


class MovableTimeline(ZoomableTimeline):
    """Signals: moving(ref, str, QPoint) while a meeting is over another date, with the date and the place of
    it in global coordinates; move_wanted(ref, str, str) when it is put down: date before, and date wanted;
    move_over() when it is put down or given up.
    """

    moving = Signal(tuple, str, QPoint)
    move_wanted = Signal(tuple, str, str)
    move_over = Signal()

    _carried: "Carried | None" = None
    _can_move = True

    def set_can_move(self, can: bool) -> None:
        """Whether meetings may be moved at all."""
        self._can_move = can

    def can_move_selected(self) -> bool:
        """Whether the selected item is a meeting that can be moved."""
        return self._number() >= 0 and self.may_move(self._number())

    def is_moving(self) -> bool:
        """Whether a meeting is on its way."""
        return self._carried is not None

    def may_move(self, number: int) -> bool:
        """Whether an item is a meeting that can be moved."""
        return self._can_move and bool(self.item(number).movable)

    def grip_at(self, at: QPointF) -> int | None:
        """The movable meeting whose node or label is at a point: a wide span is rather panned by."""
        picture = self.picture()
        shapes: list[Node | Label | Span] = [
            *picture.nodes,
            *picture.labels,
            *(span for span in picture.spans if span.is_solid),
        ]
        for shape in shapes:
            if shape.box.holds(at.x(), at.y(), 3) and self.may_move(shape.number):
                return shape.number
        return None

    def start_moving(self, number: int, at: QPointF | None = None) -> None:
        """Take a meeting at a point, or by keys."""
        # delayed: start-up time
        from ministrack.ui.views.timeline.carried import Carried

        edtf = self.item(number).movable
        position = 0.0 if at is None else self._camera.scale.day(at.x())
        self._carried = Carried(number, edtf, position, at is None, edtf)
        self._tell()

    def start_moving_selected(self) -> None:
        """Take the selected meeting by keys; say why where that cannot be."""
        number = self._number()
        if number >= 0 and self.may_move(number):
            self._bring_in_selected()
            self.start_moving(number)
            return
        reason = tr("Only a meeting that was not yet held, with a date, can be moved.")
        if not self._can_move:
            reason = tr("This dossier can only be read.")
        elif number < 0:
            reason = tr("Select a planned meeting first.")
        QToolTip.showText(self.mapToGlobal(QPoint(self.width() // 2, 0)), reason, self)

    def carry_to(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer has gone elsewhere; with Ctrl or Alt the exact day below it is meant."""
        if self._carried is None:
            return
        scale = self._camera.scale
        if at.x() > scale.right - _EDGE:
            self.pan(-_PULL)
        elif at.x() < scale.left + _EDGE:
            self.pan(_PULL)
        x = min(max(at.x(), scale.left), scale.right)
        if self._carried.over(self._camera.scale.day(x), self._unit(modifiers)):
            self._tell()

    def put_down(self) -> None:
        """Ask for the date that the meeting has been carried to."""
        carried = self._carried
        self.give_up()
        if carried is not None and carried.target != carried.edtf:
            self.move_wanted.emit(self.item(carried.number).ref, carried.edtf, carried.target)

    def give_up(self) -> None:
        """Leave the meeting where it was."""
        if self._carried is not None:
            self._carried = None
            self.unsetCursor()
            self.move_over.emit()
            self._say()
            self.update()

    def move_by_key(self, event: QKeyEvent) -> bool:
        """Answer to a key while a meeting is on its way; False for keys that mean nothing then."""
        carried = self._carried
        if carried is None:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.give_up()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.put_down()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            direction = 1 if key == Qt.Key.Key_Right else -1
            if carried.step(direction, self._unit(event.modifiers())):
                first, last = carried.days()
                self._camera.bring_in((first, last + 1), (first + last + 1) / 2)
                self._changed()
                self._tell()
        return key not in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0}

    def ghost(self) -> Ghost | None:
        """Where the meeting would be, while one is moved."""
        if self._carried is None:
            return None
        picture = self.picture()
        row = self._content.row_of(self._carried.number) - picture.first_row
        if not 0 <= row < len(picture.row_ys):
            return None
        return self._carried.ghost(self._camera.scale, picture.row_ys[row])

    def describe(self, words: str) -> None:
        """Say to assistive tools what the move would mean."""
        describe(self, words)

    def _unit(self, modifiers: Qt.KeyboardModifier) -> "Unit":
        # delayed: start-up time
        from ministrack.domain.date_moving import Unit
        from ministrack.ui.views.timeline.carried import unit_of

        return Unit.DAY if modifiers & _EXACT else unit_of(self._camera.scale.per_day)

    def _tell(self) -> None:
        carried, ghost = self._carried, self.ghost()
        if carried is None:
            return
        scale = self._camera.scale
        middle = scale.left if ghost is None else (ghost.left + ghost.right) / 2
        x = min(max(middle, scale.left), scale.right)
        place = self.mapToGlobal(QPointF(x, ghost.y if ghost else 0.0)).toPoint()
        self.moving.emit(self.item(carried.number).ref, carried.target, place)
        self.update()

    def _take_content(self) -> None:
        self.give_up()  # what is carried may be another thing now
        super()._take_content()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._carried is not None and self._carried.is_by_keys:
            self.give_up()
