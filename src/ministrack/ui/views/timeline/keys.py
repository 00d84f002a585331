"""The keys of the timeline: what each of them asks for."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Action(StrEnum):
    """What a key asks for."""

    EARLIER = "earlier"
    LATER = "later"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"
    OPEN = "open"
    ZOOM_IN = "zoom in"
    ZOOM_OUT = "zoom out"
    FIT = "fit"
    ROWS_UP = "rows up"
    ROWS_DOWN = "rows down"
    FOLD = "fold"
    MOVE = "move"


_KEYS = {
    Qt.Key.Key_Left: Action.EARLIER,
    Qt.Key.Key_Right: Action.LATER,
    Qt.Key.Key_Up: Action.UP,
    Qt.Key.Key_Down: Action.DOWN,
    Qt.Key.Key_Home: Action.FIRST,
    Qt.Key.Key_End: Action.LAST,
    Qt.Key.Key_Return: Action.OPEN,
    Qt.Key.Key_Enter: Action.OPEN,
    Qt.Key.Key_Plus: Action.ZOOM_IN,
    Qt.Key.Key_Equal: Action.ZOOM_IN,
    Qt.Key.Key_Minus: Action.ZOOM_OUT,
    Qt.Key.Key_0: Action.FIT,
    Qt.Key.Key_PageUp: Action.ROWS_UP,
    Qt.Key.Key_PageDown: Action.ROWS_DOWN,
    Qt.Key.Key_F: Action.FOLD,
    Qt.Key.Key_M: Action.MOVE,
}
_FREE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def action_of(event: QKeyEvent) -> Action | None:
    """What a key press asks for; None for keys that belong to others."""
    if event.modifiers() & ~_FREE:
        return None
    return _KEYS.get(Qt.Key(event.key()))
