"""Room for several lists below each other, in a pane that may be low."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class LinkScroll(QScrollArea):
    """Lists share the height there is; where some would show less than whole lines, all of them scroll.

    A resizable scroll area would give each list the height of all its lines, which may be thousands.
    """

    def __init__(self, inside: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the lists take the keyboard
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        found = super().eventFilter(watched, event)
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return found

    def _fit(self) -> None:
        room, least = self.viewport().size(), self._inside.minimumSizeHint()
        self._inside.resize(room.width(), max(room.height(), least.height()))
