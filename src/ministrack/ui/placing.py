"""Keeps a window within its screen, also where that is smaller than the window would like."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

_STEP = QPoint(32, 32)
_FRAME = QSize(8, 40)  # borders and title bar, which no platform tells before the window is shown


def place_within_screen(window: QWidget, smallest: QSize) -> None:
    """Sets the least size, no larger than the screen has room for, and moves the window where it is seen."""
    room = window.screen().availableGeometry()
    most = room.size() - _FRAME
    window.setMinimumSize(smallest.boundedTo(most))
    if window.size() != window.size().boundedTo(most):
        window.resize(window.size().boundedTo(most))
    window.move(_inside(QRect(window.pos(), window.size() + _FRAME), room))


def place_beside(window: QWidget, other: QWidget) -> None:
    """Moves a window to where another one is still seen behind it."""
    room = other.screen().availableGeometry()
    window.move(_inside(QRect(other.pos() + _STEP, window.size() + _FRAME), room))


def _inside(frame: QRect, room: QRect) -> QPoint:
    right, bottom = room.right() - frame.width() + 1, room.bottom() - frame.height() + 1
    return QPoint(
        max(room.left(), min(frame.left(), right)),
        max(room.top(), min(frame.top(), bottom)),
    )
