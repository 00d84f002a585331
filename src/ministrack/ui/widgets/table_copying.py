"""Puts rows of a table on the clipboard: as text and as a table, both as a spreadsheet takes them."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QStringListModel, Qt
from PySide6.QtGui import QGuiApplication

from ministrack.exchange.grid import html_of, text_of
from ministrack.ui.models.column import Cell, Look
from ministrack.ui.models.windowed import WindowedModel

_ACROSS = Qt.Orientation.Horizontal


def copy_rows(records: WindowedModel, rows: Sequence[int]) -> None:
    """The rows with their headers, columns as they are shown."""
    order = range(records.columnCount())
    grid = [[str(records.headerData(column, _ACROSS)) for column in order]]
    grid += [[_words(records.cell(row, column)) for column in order] for row in rows]
    data = _made_by_qt()
    data.setText(text_of(grid))
    data.setHtml(html_of(grid))
    QGuiApplication.clipboard().setMimeData(data)


def _words(cell: Cell) -> str:
    """What stands for something that is not there is nothing to a spreadsheet."""
    return "" if cell.look is Look.SOFT and not cell.codes else cell.words


def _made_by_qt() -> QMimeData:
    """Empty data. The clipboard outlives Python: data of a Python class would crash when Qt lets go of it."""
    lender = QStringListModel([""])
    data = lender.mimeData([lender.index(0)])
    for kind in data.formats():
        data.removeFormat(kind)
    return data
