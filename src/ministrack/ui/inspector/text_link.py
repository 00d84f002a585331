"""A link in the window: a button that looks like one and shortens its text rather than widen its pane."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

_LEAST = 28  # px: an ellipsis and a letter


class TextLink(QPushButton):
    """Says where it leads; the whole text stays in the tooltip and the accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setObjectName(name)
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, accessible: str = "") -> None:
        """Shows another text."""
        self._full = text
        self.setAccessibleName(accessible or text)
        self._shorten()
        self.updateGeometry()

    @property
    def full_text(self) -> str:
        """The text before it was shortened."""
        return self._full

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        shown = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() - shown + self._wanted(), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _wanted(self) -> int:
        return self.fontMetrics().horizontalAdvance(_escaped(self._full)) + 1

    def _shorten(self) -> None:
        frame = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        room = self.width() - frame
        fits = room >= self._wanted() or not self.isVisible()
        shown = (
            self._full
            if fits
            else self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(room, 0))
        )
        self.setToolTip("" if fits else self._full)
        if self.text() != _escaped(shown):
            self.setText(_escaped(shown))


def _escaped(text: str) -> str:
    """An ampersand would underline the next letter."""
    return text.replace("&", "&&")
