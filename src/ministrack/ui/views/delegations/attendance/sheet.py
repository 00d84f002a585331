"""One page of the matrix, painted in the light colours whatever the window wears."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter

from ministrack.domain.language import counted, tr
from ministrack.ui.desk import Desk
from ministrack.ui.naming import dotted
from ministrack.ui.style.flags import Flags
from ministrack.ui.style.icons import Icons
from ministrack.ui.style.metrics import scaled_font
from ministrack.ui.style.theme import LIGHT, ThemeSource
from ministrack.ui.views.delegations.attendance.legend import signs
from ministrack.ui.views.delegations.attendance.model import AttendanceModel
from ministrack.ui.views.delegations.attendance.pages import Page, Paper
from ministrack.ui.views.delegations.attendance.painting import (
    PAD,
    Brushes,
    Room,
    paint_cell_in_two_lines,
    paint_meeting,
    paint_party,
)
from ministrack.ui.views.delegations.attendance.widths import name_width

RESOLUTION = 96
"""Pixels of an inch: those of the screen, so that the same painting fits; letters stay outlines."""
_POINTS = 8.0
_FINE = 4.0  # pixels of pictures for each pixel of the page
_LEGEND_ICON = 11
_NAMES = 0.23  # of the width of a page, for names at most
_COLUMN = 24  # characters of a column, at least


class Sheet:
    """Paints the pages of a matrix with one painter that has begun."""

    def __init__(self, desk: Desk, matrix: AttendanceModel, painter: QPainter) -> None:
        box = painter.viewport()
        self._desk = desk
        self._matrix = matrix
        self._painter = painter
        self._box = box
        self._brushes = _brushes(desk)
        self._paper = _paper(matrix, self._brushes, box.size())
        shown, total = len(matrix.meetings), desk.read.count("meeting")
        self._hidden = (
            tr("{shown} of {total} meetings", shown=counted(shown), total=counted(total))
            if shown < total
            else ""
        )
        self._column = self._paper.column_width(len(matrix.meetings))
        self.pages = self._paper.pages(len(matrix.parties), len(matrix.meetings))

    @staticmethod
    def count(desk: Desk, matrix: AttendanceModel, width: int, height: int) -> int:
        """How many pages of this size in pixels it takes."""
        paper = _paper(matrix, _brushes(desk), QSize(width, height))
        return paper.count(len(matrix.parties), len(matrix.meetings))

    def paint(self, number: int, page: Page) -> None:
        """Paints a page, the first being number 0."""
        painter, paper, line = self._painter, self._paper, self._line
        painter.setLayoutDirection(QGuiApplication.layoutDirection())
        self._head(number)
        top = 2 * line
        width = self._column
        self._meetings(page, QRect(paper.names, top, width, paper.header))
        for row in range(page.rows):
            y = top + paper.header + row * paper.row
            self._row(page, page.row + row, QRect(0, y, width, paper.row))
        self._foot()

    @property
    def _line(self) -> int:
        return QFontMetrics(self._brushes.font).height() + 4

    def _head(self, number: int) -> None:
        painter, theme = self._painter, self._brushes.theme
        room = Room(painter, QRect(0, 0, self._box.width(), self._line))
        painter.setFont(scaled_font(self._brushes.font, 1.0))
        painter.setPen(QColor(theme.text_soft))
        said = dotted((self._hidden, tr("Page {page} of {count}", page=number + 1, count=len(self.pages))))
        end = room.take(painter.fontMetrics().horizontalAdvance(said) + 4, at_end=True)
        Room(painter, end).write(said)
        painter.setFont(scaled_font(self._brushes.font, 1.25, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        room.write(tr("Attendance · {dossier}", dossier=self._desk.workspace.path.stem))

    def _meetings(self, page: Page, first: QRect) -> None:
        painter, theme = self._painter, self._brushes.theme
        bottom = first.bottom()
        band = self._line if self._matrix.meetings.is_grouped else 0
        for place in range(page.columns):
            meeting = self._matrix.meeting(page.column + place)
            if meeting is None:
                continue
            rect = first.translated(place * first.width(), 0)
            if band and (place == 0 or meeting.starts):
                painter.setFont(scaled_font(self._brushes.font, 0.9))
                painter.setPen(QColor(theme.accent_text))
                whole = QRect(rect.left(), rect.top(), self._box.width() - rect.left(), band)
                Room(painter, whole.adjusted(PAD, 0, 0, 0)).write(
                    self._until_next(page, place, meeting.series)
                )
            paint_meeting(painter, rect.adjusted(0, band, 0, 0), meeting, self._brushes, is_bold=True)
        painter.fillRect(QRect(0, bottom, self._box.width(), 1), QColor(theme.border_strong))

    def _until_next(self, page: Page, place: int, series: str) -> str:
        """The name of the series, shortened so that it ends before the next one begins."""
        group = self._matrix.meetings.group_of(page.column + place)
        shown = min(group.start + group.count - page.column, page.columns) - place
        width = shown * self._column - 2 * PAD
        return self._painter.fontMetrics().elidedText(series, Qt.TextElideMode.ElideRight, width)

    def _row(self, page: Page, row: int, first: QRect) -> None:
        painter, theme = self._painter, self._brushes.theme
        party = self._matrix.party(row)
        if party is None:
            return
        names = QRect(0, first.top(), self._paper.names, first.height())
        paint_party(painter, names, party, self._brushes, is_bold=False)
        for place in range(page.columns):
            rect = first.translated(self._paper.names + place * first.width(), 0)
            cell = self._matrix.cell(row, page.column + place)
            paint_cell_in_two_lines(painter, rect, cell, self._brushes, is_faint=not party.stands_out)
        painter.fillRect(QRect(0, first.bottom(), self._box.width(), 1), QColor(theme.border))

    def _foot(self) -> None:
        painter, brushes = self._painter, self._brushes
        room = Room(painter, QRect(0, self._box.height() - self._line, self._box.width(), self._line))
        painter.setFont(scaled_font(brushes.font, 0.92))
        painter.setPen(QColor(brushes.theme.text_soft))
        for icon, role, text in signs(deputies_count=self._matrix.options.deputies_count):
            if icon:
                place = room.take(_LEGEND_ICON + 4)
                top = place.top() + (place.height() - _LEGEND_ICON) // 2
                picture = brushes.icons.pixmap(icon, role, _LEGEND_ICON, _FINE)
                painter.drawPixmap(place.left(), top, _LEGEND_ICON, _LEGEND_ICON, picture)
            piece = room.take(min(painter.fontMetrics().horizontalAdvance(text) + 16, room.rect.width()))
            Room(painter, piece).write(text)


def _brushes(desk: Desk) -> Brushes:
    source = ThemeSource(LIGHT)
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(_POINTS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return Brushes(LIGHT, Icons(source), Flags(source, desk.flags.enabled), font, _FINE)


def _paper(matrix: AttendanceModel, brushes: Brushes, size: QSize) -> Paper:
    metrics = QFontMetrics(brushes.font)
    line = metrics.height() + 4
    header = 2 * line + 6 + (line if matrix.meetings.is_grouped else 0)
    names = name_width(matrix, brushes, size.width(), _NAMES)
    height = size.height() - 3 * line - 6  # the head and the foot of the page
    return Paper(
        size.width(),
        height,
        names,
        header,
        round(metrics.height() * 2.8),
        _COLUMN * metrics.averageCharWidth(),
    )
