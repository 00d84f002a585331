"""The timeline as a person uses it: wheel, drag, click, keys and tooltips over the canvas."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from ministrack.domain.language import tr, trn
from ministrack.ui.style.theme import ThemeSource
from ministrack.ui.views.timeline import moves
from ministrack.ui.views.timeline.items import Lane, Ref
from ministrack.ui.views.timeline.keys import Action, action_of
from ministrack.ui.views.timeline.layout import best_anchor
from ministrack.ui.views.timeline.movable import MovableTimeline
from ministrack.ui.views.timeline.shapes import Mark
from ministrack.ui.views.timeline.spoken import tip_of

_STEP = 1.25  # of a key press or a notch of the wheel
_NOTCH = 120.0  # eighths of a degree
_LISTED = 40  # so many items fit into the list of a mark


class Timeline(MovableTimeline):
    """All items on one axis.

    Signals: selected(ref) when the user picks an item, activated(ref) when one is to be opened, and
    zoom_changed() whenever another part of time is shown.
    """

    selected = Signal(tuple)
    activated = Signal(tuple)

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._pressed_at: QPointF | None = None
        self._dragged_from: float | None = None  # x of the last step of a drag
        self._grip: int | None = None  # the movable meeting that was pressed

    def pick_ref(self, ref: tuple[str, str]) -> None:
        """Select what was picked in the list twin."""
        self.pick(ref)

    def pick(self, ref: Ref) -> None:
        """Select an item and say so."""
        self.set_selected(ref)
        self.selected.emit(ref)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.move_by_key(event):
            if not self.is_moving():
                self._pressed_at = None  # the pointer that held it moves nothing any more
            event.accept()
            return
        action = action_of(event)
        if action is None:
            super().keyPressEvent(event)
            return
        self._by_keyboard = True
        self._act(action)
        self.update()
        event.accept()

    def _act(self, action: Action) -> None:
        simple: dict[Action, Callable[[], object]] = {
            Action.FIT: self.fit,
            Action.OPEN: self._open,
            Action.MOVE: self.start_moving_selected,
            Action.FOLD: self._fold_selected,
            Action.ROWS_UP: partial(self.scroll_rows, -1),
            Action.ROWS_DOWN: partial(self.scroll_rows, 1),
            Action.ZOOM_IN: partial(self._zoom_by_key, _STEP),
            Action.ZOOM_OUT: partial(self._zoom_by_key, 1 / _STEP),
        }
        if action in simple:
            simple[action]()
            return
        target = self._target(action)
        if target is not None and target != self._number():
            self.pick(self.item(target).ref)

    def _zoom_by_key(self, factor: float) -> None:
        self.zoom(factor, self._selected_x())

    def _fold_selected(self) -> None:
        if self._number() >= 0:
            self.toggle_lane(self.item(self._number()).lane)

    def _open(self) -> None:
        """Open the selected item; where it is only counted, zoom in first, so that it can be seen."""
        number = self._number()
        if number < 0:
            return
        mark = self.mark_of_selected()
        if mark is None or not self.show_mark(mark):
            self.activated.emit(self.item(number).ref)

    def _target(self, action: Action) -> int | None:
        content, number, today = self._content, self._number(), self._today
        if action is Action.FIRST:
            return moves.first(content)
        if action is Action.LAST:
            return moves.last(content)
        if action in {Action.UP, Action.DOWN}:
            return moves.across(content, number, -1 if action is Action.UP else 1, today)
        return moves.along(content, number, -1 if action is Action.EARLIER else 1, today)

    def _selected_x(self) -> float | None:
        """Where the selected item is, so that zooming by key keeps it in view."""
        number = self._number()
        span = self._content.spans[number] if number >= 0 else None
        if span is None:
            return None
        scale = self._camera.scale
        x = scale.x(best_anchor(self.item(number), span))
        return x if scale.left <= x <= scale.right else None

    # pointer

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        across = pixels.x() or angle.x() * 0.5
        if event.position().x() < self.picture().gutter and self.scroll_rows_by_wheel(angle.y()):
            event.accept()
            return
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if is_shifted:
            across = across or pixels.y() or angle.y() * 0.5
        if is_shifted or abs(angle.x()) > abs(angle.y()):
            self.pan(across)
        elif angle.y():
            self.zoom(_STEP ** (angle.y() / _NOTCH), event.position().x())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(max(0.2, 1 + event.value()), event.position().x())
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed_at = event.position()
        self._dragged_from = None
        self._grip = self.grip_at(event.position())
        self.give_up()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed_at is None:
            self._hover_over(at)
            return
        if self.is_moving():
            self.carry_to(at, event.modifiers())
            return
        if self._dragged_from is None:
            far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
            if not far or self._pressed_at.x() < self.picture().gutter:
                return
            self._dragged_from = self._pressed_at.x()
            if self._grip is not None:
                self.setCursor(Qt.CursorShape.SizeHorCursor)
                self.start_moving(self._grip, self._pressed_at)
                self.carry_to(at, event.modifiers())
                return
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.pan(at.x() - self._dragged_from)
        self._dragged_from = at.x()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed_at is None:
            super().mouseReleaseEvent(event)
            return
        was_drag = self._dragged_from is not None
        self._pressed_at = self._dragged_from = None
        self.put_down()
        if not was_drag:
            self._click(event.position())
        self._hover_over(event.position())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self.picture().item_at(event.position().x(), event.position().y())
        if number is not None:
            self.activated.emit(self.item(number).ref)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)
        self._set_hovered(-1)
        super().leaveEvent(event)

    def _click(self, at: QPointF) -> None:
        picture = self.picture()
        lane = self._name_at(at)
        if lane is not None:
            self.toggle_lane(lane)
            return
        mark = picture.mark_at(at.x(), at.y())
        if mark is not None:
            if not self.show_mark(mark):
                self._list(mark, at)
            return
        number = picture.item_at(at.x(), at.y())
        if number is not None:
            self.pick(self.item(number).ref)

    def _list(self, mark: Mark, at: QPointF) -> None:
        """A menu of what a mark holds: no zoom could tell these items apart."""
        menu = QMenu(self)
        menu.setObjectName("timelineList")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number in mark.members[:_LISTED]:
            item = self.item(number)
            # An ampersand in a menu marks a key; two of them are one to read.
            action = QAction(item.label.replace("&", "&&"), menu)
            action.triggered.connect(partial(self.pick, item.ref))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(at).toPoint())

    def _name_at(self, at: QPointF) -> Lane | None:
        """The lane whose name is at a point."""
        picture = self.picture()
        band = picture.band_at(at.y()) if at.x() < picture.gutter else None
        return band.lane if band is not None else None

    def _hover_over(self, at: QPointF) -> None:
        picture = self.picture()
        lane = self._name_at(at)
        self._set_hover(lane)
        mark = picture.mark_at(at.x(), at.y())
        number = picture.item_at(at.x(), at.y()) if mark is None else None
        self._set_hovered(-1 if number is None else number)
        if number is not None and self.grip_at(at) is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif lane is not None or mark is not None or number is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def _set_hovered(self, number: int) -> None:
        """Let what hangs together with an item stand out while the pointer is on it."""
        if number != self._hovered:
            self._hovered = number
            if self.picture().links:
                self.update()

    def _set_hover(self, lane: Lane | None) -> None:
        if lane is not self._hover:
            self._hover = lane
            self.update()

    def _show_tip(self, event: QHelpEvent) -> None:
        x, y = event.pos().x(), event.pos().y()
        mark = self.picture().mark_at(x, y)
        if mark is not None:
            QToolTip.showText(event.globalPos(), trn("{n} item", "{n} items", mark.count), self)
            return
        number = self.picture().item_at(x, y)
        count = self.picture().density_at(x, y) if number is None else 0
        if count:
            QToolTip.showText(event.globalPos(), trn("{n} item", "{n} items", count), self)
            return
        if number is None:
            QToolTip.hideText()
            event.ignore()
            return
        hint = tr("Drag it, or press M, to move it to another date.") if self.may_move(number) else ""
        QToolTip.showText(event.globalPos(), tip_of(self.item(number), hint), self)
