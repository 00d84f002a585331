"""Help in two small dialogs: what this is, and which keys do what."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from ministrack import __version__
from ministrack.domain.language import N_, tr

_TIMELINE_KEYS = (
    (N_("Earlier or later item"), "← →"),
    (N_("Neighbouring lane"), "↑ ↓"),
    (N_("First or last item"), "Home End"),
    (N_("Zoom in or out"), "+ −"),
    (N_("Show all"), "0"),
    (N_("Open the item"), "Enter"),
)

_FIELD_KEYS = (
    (N_("Store what is typed"), "Enter"),
    (N_("Take back what is typed"), "Esc"),
    (N_("Show what the sources say"), "Alt+Enter"),
)


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


def show_shortcuts(parent: QWidget, actions: Mapping[str, QAction]) -> QDialog:
    """All keys in two columns."""
    dialog = QDialog(parent)
    dialog.setObjectName("shortcutsDialog")
    dialog.setWindowTitle(tr("Keyboard shortcuts"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    named = [
        (action.text().partition(":")[0].replace("&", ""), action.shortcut().toString())
        for action in actions.values()
        if not action.shortcut().isEmpty()
    ]
    columns = QGridLayout()
    columns.setHorizontalSpacing(24)
    half = (len(named) + 1) // 2
    _column(columns, 0, tr("Window"), named[:half])
    _column(columns, 2, tr("Window, continued"), named[half:])
    _column(columns, 4, tr("Timeline"), [(tr(label), keys) for label, keys in _TIMELINE_KEYS])
    _column(columns, 6, tr("Field"), [(tr(label), keys) for label, keys in _FIELD_KEYS])
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.setSpacing(16)
    layout.addLayout(columns)
    layout.addWidget(buttons)
    dialog.open()
    return dialog


def _column(grid: QGridLayout, column: int, title: str, rows: list[tuple[str, str]]) -> None:
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    grid.addWidget(heading, 0, column, 1, 2)
    for row, (name, keys) in enumerate(rows, start=1):
        grid.addWidget(QLabel(name), row, column)
        shown = QLabel(keys)
        shown.setProperty("role", "soft")
        grid.addWidget(shown, row, column + 1)
