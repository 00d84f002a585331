"""What the program is, in a small dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ministrack import __version__
from ministrack.domain.language import tr


def show_about(parent: QWidget) -> QMessageBox:
    """What the program is, its version and its licence."""
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, tr("About ministrack"), "", QMessageBox.StandardButton.Ok, parent
    )
    box.setObjectName("aboutDialog")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("ministrack {version}", version=__version__))
    box.setInformativeText(
        tr(
            "Follows a series of ministerial meetings: who came and at what level, what was adopted, "
            "who owes what, and which sentence of which source says so.\n\n"
            "Free software under the MIT licence. Icons: Lucide (ISC). Flags: circle-flags (MIT)."
        )
    )
    box.open()
    return box
