"""The matrix on paper or as PDF: page by page, with names and meetings repeated on each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr, trn
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.messages import show_error
from ministrack.ui.dialogs.saving import ask_where, store
from ministrack.ui.usual_folder import usual_folder
from ministrack.ui.views.delegations.attendance.model import AttendanceModel
from ministrack.ui.views.delegations.attendance.sheet import RESOLUTION, Sheet

MOST_PAGES = 200
"""More is not printed by mistake; a filter brings it below."""
_MARGIN = 12.0  # millimetres
_SUFFIX = "pdf"


class MatrixPrinting:
    """Asks where to, and paints."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent

    def save_pdf(self, matrix: AttendanceModel) -> None:
        """Asks for a file and writes the matrix into it."""
        if not self._fits(matrix):
            return
        dossier = self._desk.workspace.path
        proposed = usual_folder(dossier) / (tr("{name} attendance", name=dossier.stem) + f".{_SUFFIX}")
        title = tr("Save the attendance as PDF")
        kinds = {_SUFFIX: tr("PDF documents")}
        ask_where(self._parent, title, proposed, kinds, partial(self.write_pdf, matrix))

    def write_pdf(self, matrix: AttendanceModel, path: Path) -> None:
        """Writes a PDF, whole or not at all; says so where that was not possible."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(RESOLUTION)
        writer.setTitle(tr("Attendance"))
        _lay_page(writer)
        self._paint(matrix, writer, writer.newPage)
        store(self._parent, path, bytes(buffer.data().data()))

    def print(self, matrix: AttendanceModel) -> None:
        """Asks for a printer and prints the matrix."""
        if not self._fits(matrix):
            return
        # delayed: start-up time; it looks for printers
        from PySide6.QtPrintSupport import QPrinter

        from ministrack.ui.dialogs.printing import ask_printer

        def print_pages(chosen: QPrinter) -> None:
            self._paint(matrix, chosen, chosen.newPage)

        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        _lay_page(printer)
        ask_printer(self._parent, printer, print_pages)

    def _paint(
        self, matrix: AttendanceModel, device: QPagedPaintDevice, new_page: Callable[[], bool]
    ) -> None:
        painter = QPainter()
        if not painter.begin(device):
            # delayed: start-up time
            from ministrack.ui.dialogs.printing import printer_refused

            show_error(self._parent, printer_refused())
            return
        sheet = Sheet(self._desk, matrix, painter)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # two hundred pages take seconds
        try:
            for number, page in enumerate(sheet.pages):
                if number:
                    new_page()
                sheet.paint(number, page)
        finally:
            QGuiApplication.restoreOverrideCursor()
            painter.end()

    def _fits(self, matrix: AttendanceModel) -> bool:
        """Whether the matrix can be printed with good conscience; says so where it cannot."""
        writer = QPdfWriter(QBuffer())
        writer.setResolution(RESOLUTION)
        _lay_page(writer)
        box = writer.pageLayout().paintRectPixels(RESOLUTION)
        pages = Sheet.count(self._desk, matrix, box.width(), box.height())
        if pages <= MOST_PAGES:
            return True
        show_error(self._parent, _too_long(pages))
        return False


def _lay_page(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Landscape)
    device.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)


def _too_long(pages: int) -> InvalidValue:
    return InvalidValue(
        trn("The attendance would take {n} page.", "The attendance would take {n} pages.", pages),
        safe=tr("Nothing was printed."),
        todo=tr("Narrow the filter first, for example to one series or to a few years."),
    )
