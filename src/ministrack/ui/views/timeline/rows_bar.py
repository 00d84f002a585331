"""The bar with which many series are scrolled through."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from ministrack.domain.language import tr
from ministrack.ui.views.timeline.shapes import Band


class RowsBar(QScrollBar):
    """Stands at the right edge of the meetings while there are more series than rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._around = parent
        self.setObjectName("timelineRows")
        self.setAccessibleName(tr("Series in view"))
        self.hide()

    def arrange(self, band: Band, groups: int, rows: int, first: int) -> int:
        """Take the place it needs at the right edge of a lane; how wide that is, 0 where all fit."""
        hidden = groups - rows
        self.setVisible(hidden > 0 and rows > 0)
        if self.isHidden():
            return 0
        room, width = self.sizeHint().width(), self._around.width()
        self.setGeometry(width - room, round(band.top), room, round(band.bottom - band.top))
        with QSignalBlocker(self):
            self.setRange(0, hidden)
            self.setPageStep(rows)
            self.setValue(first)
        return room

    def first_for(self, row: int, first: int) -> int:
        """Which row must be on top so that a row is in view: none but the present one, if it is."""
        if row < 0 or self.isHidden():
            return first
        return min(max(first, row - self.pageStep() + 1), row)
