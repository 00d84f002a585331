"""The timeline for assistive tools: a list whose entries are its items, in time order."""

from typing import cast
from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from ministrack.ui.views.timeline.canvas import TimelineCanvas
from ministrack.ui.views.timeline.picture import Picture
from ministrack.ui.views.timeline.shapes import Box, Label, Node, Span, TaskBar
from ministrack.ui.views.timeline.spoken import in_words, meaning_of

_made: "WeakKeyDictionary[TimelineCanvas, TimelineAccess]" = WeakKeyDictionary()  # Qt keeps none of them


_NONE = cast(QAccessibleInterface, None)  # what Qt takes for "there is none", as its types do not say
_NO_OBJECT = cast(QObject, None)
_offered: list[bool] = []


def offer() -> None:
    """Has Qt ask here what to tell of a timeline."""
    if not _offered:
        _offered.append(True)
        QAccessible.installFactory(_access_of)


def _access_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, TimelineCanvas):
        return None
    if thing not in _made:
        _made[thing] = TimelineAccess(thing)
    return _made[thing]


def _selected(canvas: TimelineCanvas) -> int:
    """Number of the selected item; -1 for none."""
    chosen = canvas.selected_ref()
    return -1 if chosen is None else canvas.content.numbers.get(chosen, -1)


def _box(picture: Picture, number: int) -> Box | None:
    """Where an item is drawn; None where it is not in view, or in a mark with others."""
    shapes: list[Node | TaskBar | Span | Label] = [
        *picture.nodes,
        *picture.bars,
        *picture.spans,
        *picture.labels,
    ]
    return next((shape.box for shape in shapes if shape.number == number), None)


class TimelineAccess(QAccessibleWidget):
    """The timeline as a list."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self._canvas = ref(canvas)
        self._entries: dict[int, ItemAccess] = {}  # by place in time

    def childCount(self) -> int:
        canvas = self._canvas()
        return canvas.content.count_by_time() if canvas is not None else 0

    def child(self, index: int) -> QAccessibleInterface:
        canvas = self._canvas()
        if canvas is None or not 0 <= index < self.childCount():
            return _NONE
        if index not in self._entries:
            self._entries[index] = entry = ItemAccess(self, canvas, index)
            QAccessible.registerAccessibleInterface(entry)
        return self._entries[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.place if isinstance(child, ItemAccess) else -1

    def focusChild(self) -> QAccessibleInterface:
        canvas = self._canvas()
        if canvas is None or not canvas.hasFocus():
            return _NONE
        return self._child_of(canvas, _selected(canvas))

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        canvas = self._canvas()
        if canvas is None:
            return _NONE
        at = canvas.mapFromGlobal(QPoint(x, y))
        number = canvas.picture().item_at(at.x(), at.y())
        return self._child_of(canvas, -1 if number is None else number)

    def _child_of(self, canvas: TimelineCanvas, number: int) -> QAccessibleInterface:
        place = canvas.content.place_of(number) if number >= 0 else None
        return self.child(place) if place is not None else _NONE


class ItemAccess(QAccessibleInterface):
    """One item: its name, the exact meaning of its date, whether it is selected, where it is drawn."""

    def __init__(self, above: TimelineAccess, canvas: TimelineCanvas, place: int) -> None:
        super().__init__()
        self.place = place
        self._above = ref(above)
        self._canvas = ref(canvas)

    def isValid(self) -> bool:
        canvas = self._canvas()
        return canvas is not None and self.place < canvas.content.count_by_time()

    def object(self) -> QObject:
        return _NO_OBJECT

    def parent(self) -> QAccessibleInterface:
        return self._above() or _NONE

    def child(self, index: int) -> QAccessibleInterface:
        return _NONE

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return _NONE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        canvas = self._canvas()
        if canvas is None or not self.isValid():
            return ""
        item = canvas.item(canvas.content.at_place(self.place))
        if kind == QAccessible.Text.Name:
            return in_words(item)
        return meaning_of(item) if kind in {QAccessible.Text.Description, QAccessible.Text.Value} else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing: an item is called what its record is called."""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        canvas = self._canvas()
        if canvas is None or not self.isValid():
            state.invalid = True
            return state
        state.selectable = state.focusable = True
        state.selected = canvas.content.at_place(self.place) == _selected(canvas)
        state.focused = state.selected and canvas.hasFocus()
        state.offscreen = self.rect().isEmpty()
        return state

    def rect(self) -> QRect:
        canvas = self._canvas()
        if canvas is None or not self.isValid():
            return QRect()
        box = _box(canvas.picture(), canvas.content.at_place(self.place))
        if box is None:
            return QRect()
        corner = canvas.mapToGlobal(QPoint(round(box.left), round(box.top)))
        return QRect(corner, QSize(round(box.right - box.left), round(box.bottom - box.top)))
