"""What a style sheet cannot say about a table: row height, no grid, no wrapping, figures of equal width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ministrack.ui.style.metrics import ICON_SIZE, ROW_HEIGHT, tabular_font


def dress_table(table: QTableView) -> None:
    """Give a table of records its look. Rows grow with a larger system font; columns are the view's."""
    table.setShowGrid(False)  # the style sheet draws one thin line below each row
    table.setWordWrap(False)
    table.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    table.setFont(tabular_font(table.font()))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = table.verticalHeader()
    rows.hide()
    # One height for all: Qt then finds a row by division and need not ask each for its size.
    rows.setSectionResizeMode(rows.ResizeMode.Fixed)
    rows.setDefaultSectionSize(max(ROW_HEIGHT, round(table.fontMetrics().height() * 1.8)))
    columns = table.horizontalHeader()
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    columns.setHighlightSections(False)
    columns.setStretchLastSection(True)
    columns.setSectionsMovable(True)
