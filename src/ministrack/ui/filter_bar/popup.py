"""What opens below a chip: a frame of its own that closes when one clicks beside it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ministrack.ui.style.metrics import SPACE


class FilterPopup(QFrame):
    """Holds the fields of one condition."""

    def __init__(self, chip: QWidget) -> None:
        super().__init__(chip, Qt.WindowType.Popup)
        self._chip = chip
        self.setObjectName("filterPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Without this a click on the chip would close the popup and open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        self.column.setSpacing(2 * SPACE)

    def open_below(self) -> None:
        """Shows itself below its chip, within the screen."""
        self.adjustSize()
        place = self._chip.mapToGlobal(QPoint(0, self._chip.height() + SPACE))
        screen = self._chip.screen().availableGeometry()
        left = max(screen.left(), min(place.x(), screen.right() - self.width()))
        top = place.y()
        if top + self.height() > screen.bottom():
            top = self._chip.mapToGlobal(QPoint(0, 0)).y() - self.height() - SPACE
        self.move(left, max(screen.top(), top))
        self.show()
