"""A small card over the window that says, line by line, what putting something down would mean."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ministrack.domain.language import tr
from ministrack.ui.style.metrics import SPACE

_AWAY = 22  # px from the place it speaks of
_WIDEST = 380


class Card(QFrame):
    """Lies over the other panes; takes neither focus nor pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("timelineMove")
        self.setProperty("role", "card")
        self.setAccessibleName(tr("What the move means"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        self._layout.setSpacing(SPACE)
        self._lines: list[QLabel] = []
        self.hide()

    def say(self, lines: Sequence[tuple[str, str]], place: QPoint) -> None:
        """Show lines, each with its role, above a place in global coordinates."""
        while len(self._lines) < len(lines):
            label = QLabel(self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._lines.append(label)
            self._layout.addWidget(label)
        for at, label in enumerate(self._lines):
            label.setVisible(at < len(lines))
            if at < len(lines):
                text, role = lines[at]
                label.setText(text)
                if label.property("role") != role:
                    label.setProperty("role", role)
                    label.style().unpolish(label)
                    label.style().polish(label)
        self._fit(place)
        self.show()
        self.raise_()

    def words(self) -> str:
        """What it says."""
        return "\n".join(label.text() for label in self._lines if not label.isHidden())

    def _fit(self, place: QPoint) -> None:
        """As wide as its lines ask for, inside of the window, and away from the place."""
        around = self._window.rect()
        shown = [label for label in self._lines if not label.isHidden()]
        widest = max(label.fontMetrics().horizontalAdvance(label.text()) for label in shown) + 8 * SPACE
        width = min(widest, _WIDEST, around.width() - 4 * SPACE)
        self._layout.activate()
        height = self._layout.heightForWidth(width)
        at = self._window.mapFromGlobal(place)
        area = QRect(at.x() - width // 2, at.y() - height - _AWAY, width, height)
        area.moveLeft(max(2 * SPACE, min(area.left(), around.right() - width - 2 * SPACE)))
        if area.top() < 0:
            area.moveTop(at.y() + _AWAY)
        self.setGeometry(area)
