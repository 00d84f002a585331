"""The pages of a paper on a printer, at their own size or as large as its sheets allow."""

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from ministrack.domain.progress import Progress, Stopped
from ministrack.reports.document import Paper
from ministrack.ui.dialogs.printing import printer_refused
from ministrack.ui.papers.pdf import lay_page
from ministrack.ui.papers.sheets import Sheets


def count_pages(paper: Paper, progress: Progress) -> int:
    """How many pages a paper has; on any thread."""
    return len(Sheets(paper).finish(progress).pages)


def printer_for(paper: Paper) -> QPrinter:
    """A printer to be chosen, with pages as the paper has them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDocName(paper.title)
    lay_page(printer, paper)
    return printer


def print_paper(printer: QPrinter, paper: Paper, progress: Progress) -> None:
    """Prints all pages, or those that were chosen, on any thread. Raises InvalidValue where it is refused.

    Where `progress` stops it, nothing is printed.
    """
    sheets = Sheets(paper).finish(progress)
    painter = QPainter()
    if not painter.begin(printer):
        raise printer_refused()
    first, last = 1, len(sheets.pages)
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = max(1, printer.fromPage()), min(last, printer.toPage() or last)
    room = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(room.width() / sheets.sheet.width, room.height() / sheets.sheet.height)
    painter.scale(scale, scale)
    try:
        for number in range(first - 1, last):
            progress(number - first + 1, last - first + 1)
            if number >= first:
                printer.newPage()
            sheets.paint(painter, number)
    except Stopped:
        printer.abort()
        raise
    finally:
        painter.end()
