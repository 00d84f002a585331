"""Pages that go to a printer: asks which one, and says so where it does not take them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr


def ask_printer(
    parent: QWidget, printer: QPrinter, print_pages: Callable[[QPrinter], None], pages: int = 0
) -> None:
    """Asks for a printer and prints; where the number of pages is known, some of them may be chosen."""
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("printDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if pages:
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)

    def accepted() -> None:
        print_pages(printer)

    dialog.accepted.connect(accepted)
    QDialog.open(dialog)  # a print dialog has an `open` of its own that wants a slot by name


def printer_refused() -> InvalidValue:
    """The printer did not begin."""
    return InvalidValue(
        tr("The printer did not take the pages."),
        safe=tr("The dossier is as it was."),
        todo=tr("Choose another printer, or save a PDF."),
    )
