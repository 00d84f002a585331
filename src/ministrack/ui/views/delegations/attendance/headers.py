"""The two frozen edges of the matrix: meetings above, parties beside."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ministrack.ui.style.metrics import SPACE, scaled_font
from ministrack.ui.views.delegations.attendance.axes import Group
from ministrack.ui.views.delegations.attendance.model import AttendanceModel
from ministrack.ui.views.delegations.attendance.painting import (
    PAD,
    SMALL,
    Brushes,
    Room,
    paint_meeting,
    paint_party,
)
from ministrack.ui.views.delegations.attendance.surface import Surface


class MeetingHeader(QHeaderView):
    """Number and place of each meeting, its date below; above them the series, where there are several."""

    def __init__(self, model: AttendanceModel, surface: Surface, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model
        self._surface = surface
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, self.band_height() + 2 * self.fontMetrics().height() + 3 * SPACE)

    def band_height(self) -> int:
        """The height of the line that names the series; 0 where there is none."""
        return self.fontMetrics().height() + 2 * SPACE if self._rows.meetings.is_grouped else 0

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        meeting = self._rows.meeting(section)
        theme = self._surface.theme
        painter.fillRect(rect, QColor(theme.sunken))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.border))
        if meeting is None:
            return
        if meeting.starts and section:
            painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), QColor(theme.outline))
        is_current = self._surface.is_current_column(section)
        body = rect.adjusted(0, self.band_height(), 0, 0)
        paint_meeting(painter, body, meeting, self._surface.brushes(self.font()), is_bold=is_current)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows.meetings.is_grouped:
            return
        painter = QPainter(self.viewport())
        painter.setFont(scaled_font(self.font(), SMALL))
        theme = self._surface.theme
        for group, left, right in self._shown_groups():
            band = QRect(left, 0, right - left, self.band_height())
            painter.fillRect(band.adjusted(1, 0, 0, 0), QColor(theme.sunken))
            painter.setPen(QColor(theme.accent_text))
            Room(painter, band.adjusted(PAD, 0, -PAD, 0)).write(group.label)
        painter.end()

    def _shown_groups(self) -> Iterator[tuple[Group, int, int]]:
        """Each series in view with the edges of what is seen of it: its name stays in view."""
        edge = self.viewport().width() - 1
        seen = [section for section in (self.visualIndexAt(0), self.visualIndexAt(edge)) if section >= 0]
        if not seen:
            return
        column = min(seen)
        last = max(seen) if len(seen) == 2 else self.count() - 1  # behind the last one nothing stands
        while column <= last:
            group = self._rows.meetings.group_of(column)
            ends = (group.start, group.start + group.count - 1)
            left = min(self.sectionViewportPosition(section) for section in ends)
            right = max(self.sectionViewportPosition(section) + self.sectionSize(section) for section in ends)
            yield group, max(left, 0), min(right, edge + 1)
            column = ends[1] + 1


class PartyHeader(QHeaderView):
    """Flag and name of each party."""

    def __init__(self, model: AttendanceModel, surface: Surface, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._rows = model
        self._surface = surface
        self._width = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_width(self, width: int) -> None:
        """Takes so many pixels beside the cells."""
        if width != self._width:
            self._width = width
            self.setFixedWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(self._width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())  # below the last name the ground goes on as in the table
        painter.fillRect(event.rect(), QColor(self._surface.theme.surface))
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        party, theme = self._rows.party(section), self._surface.theme
        is_current = self._surface.is_current_row(section)
        ground = theme.selection if is_current else theme.surface
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.border))
        if party is not None:
            is_named = self._surface.is_narrowed and party.stands_out
            brushes: Brushes = self._surface.brushes(self.font())
            paint_party(painter, rect, party, brushes, is_bold=is_current or is_named)
