"""Where files of a person are looked for and proposed until another folder is remembered."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from ministrack.paths import data_dir


def usual_folder(dossier: Path) -> Path:
    """The folder of the dossier; documents, where the dossier lies in the program's own, which is hidden."""
    if dossier.parent != data_dir():
        return dossier.parent
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
