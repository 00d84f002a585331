"""A drawing or print that goes into a file: asks where to, and writes it whole or not at all."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ministrack.domain.errors import MinistrackError
from ministrack.exchange.files import write_whole
from ministrack.ui.dialogs.messages import show_error


def ask_where(
    parent: QWidget, title: str, proposed: Path, kinds: Mapping[str, str], write: Callable[[Path], None]
) -> None:
    """Asks for a file beside `proposed`; `kinds` are the names of kinds of file by their suffix."""
    filters = {f"{name} (*.{suffix})": suffix for suffix, name in kinds.items()}
    dialog = QFileDialog(parent, title, str(proposed.parent), ";;".join(filters))
    dialog.setObjectName("fileDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def follow(kind: str) -> None:
        dialog.setDefaultSuffix(filters[kind])

    def chosen(path: str) -> None:
        write(Path(path))

    dialog.filterSelected.connect(follow)
    dialog.setDefaultSuffix(next(iter(kinds)))
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def store(parent: QWidget, path: Path, content: bytes) -> None:
    """Writes what was made; says so where that was not possible."""

    def put(file: BinaryIO) -> None:
        file.write(content)

    try:
        write_whole(path, put, overwrite=True)  # the dialog has asked
    except MinistrackError as error:
        show_error(parent, error)
