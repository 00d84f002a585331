"""The pages of a paper on a printer, at their own size or as large as its sheets allow."""

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ministrack.ui.dialogs.messages import show_error
from ministrack.ui.dialogs.printing import ask_printer, printer_refused
from ministrack.ui.papers.pdf import lay_page
from ministrack.ui.papers.sheets import Sheets


def print_sheets(parent: QWidget, sheets: Sheets) -> None:
    """Asks for a printer, and prints all pages or those that are chosen there."""
    sheets.finish()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDocName(sheets.paper.title)
    lay_page(printer, sheets)

    def print_pages(chosen: QPrinter) -> None:
        if not paint_on(chosen, sheets):
            show_error(parent, printer_refused())

    ask_printer(parent, printer, print_pages, len(sheets.pages))


def paint_on(printer: QPrinter, sheets: Sheets) -> bool:
    """Prints; False where the printer does not begin."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    first, last = 1, len(sheets.pages)
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = max(1, printer.fromPage()), min(last, printer.toPage() or last)
    room = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(room.width() / sheets.sheet.width, room.height() / sheets.sheet.height)
    painter.scale(scale, scale)
    for number in range(first - 1, last):
        if number >= first:
            printer.newPage()
        sheets.paint(painter, number)
    painter.end()
    return True
