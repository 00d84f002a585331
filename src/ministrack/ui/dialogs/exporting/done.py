"""Says that a file is written and where; leads to its folder."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from ministrack.domain.language import tr
from ministrack.ui.opening import open_folder


def say_done(parent: QWidget, path: Path, remarks: Sequence[str]) -> QMessageBox:
    """What was written, and what there is to know about it."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, tr("Export"), "", QMessageBox.StandardButton.Close, parent)
    box.setObjectName("exportDone")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Written: {name}", name=path.name))
    box.setInformativeText("\n\n".join((str(path.parent), *remarks)))
    folder = box.addButton(tr("Open folder"), QMessageBox.ButtonRole.ActionRole)
    folder.setObjectName("exportDone.folder")
    folder.clicked.connect(partial(open_folder, path.parent))
    for button in box.buttons():
        button.setIcon(QIcon())
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    box.open()
    return box
