"""Scrolls the board sideways while a card is held near one of its edges."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QScrollArea

_NEAR = 48  # px from an edge
_STEP = 12  # px at a time
_EVERY = 16  # ms


class EdgeScroll(QObject):
    """Told where a card is; goes on by itself until the card is elsewhere or the pointer has gone."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._side = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._go_on)

    def heed(self, place: QPoint) -> None:
        """A card is held over this point of the screen."""
        self._side = self._side_of(place)
        if self._side:
            self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """The card was dropped."""
        self._timer.stop()

    def _go_on(self) -> None:
        if self._side_of(QCursor.pos()) != self._side:
            self._timer.stop()
            return
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() + self._side * _STEP)

    def _side_of(self, place: QPoint) -> int:
        view = self._area.viewport()
        inside = view.mapFromGlobal(place)
        if not view.rect().contains(inside):
            return 0
        if inside.x() < _NEAR:
            return -1
        return 1 if inside.x() > view.width() - _NEAR else 0
