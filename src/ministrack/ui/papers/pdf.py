"""A paper as PDF: painted page by page, so that long tables take no longer than their rows."""

from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.domain.progress import Progress
from ministrack.reports.document import Paper
from ministrack.ui.papers.look import UNITS_PER_INCH
from ministrack.ui.papers.sheets import Sheets


def write_pdf(paper: Paper, out: BinaryIO) -> None:
    """Writes a paper."""
    out.write(pdf_of(Sheets(paper).finish()))


def pdf_of(sheets: Sheets, progress: Progress | None = None) -> bytes:
    """The file that holds these pages, painted on any thread; `progress` is told how many are."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setTitle(sheets.paper.title)
    writer.setCreator("ministrack")
    lay_page(writer, sheets.paper)
    painter = QPainter()
    if not painter.begin(writer):
        raise InvalidValue(tr("The paper could not be drawn."), safe=tr("Nothing was written."))
    try:
        for number in range(len(sheets.pages)):
            if progress is not None:
                progress(number, len(sheets.pages))
            if number:
                writer.newPage()
            sheets.paint(painter, number)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def lay_page(device: QPagedPaintDevice, paper: Paper) -> None:
    """A page of the paper's size; its margins are painted with it."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    is_wide = paper.landscape
    device.setPageOrientation(
        QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    )
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
