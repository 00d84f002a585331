"""A paper leaves the window: as a file in one of the formats, or over the clipboard."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QCursor, QGuiApplication

from ministrack.domain.errors import InvalidValue, MinistrackError
from ministrack.domain.language import N_, tr
from ministrack.exchange.files import write_whole
from ministrack.reports.document import Paper
from ministrack.reports.formats import FORMATS
from ministrack.ui.papers.pdf import pdf_of
from ministrack.ui.papers.sheets import Sheets

_PDF = "pdf"
_PDF_LABEL = N_("PDF document")
_HTML = "html"
_LONGEST = 80  # letters of a proposed name
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_kinds() -> Mapping[str, str]:
    """What a paper can be saved as: names of kinds of file by their suffix."""
    kinds = {each.suffix.removeprefix("."): tr(each.label) for each in FORMATS}
    after = "odt" if "odt" in kinds else next(reversed(kinds), "")
    found: dict[str, str] = {}
    for suffix, name in kinds.items():
        found[suffix] = name
        if suffix == after:
            found[_PDF] = tr(_PDF_LABEL)
    return found or {_PDF: tr(_PDF_LABEL)}


def takes_template() -> bool:
    """Whether a file of the person's own may say how a paper looks."""
    return any(each.takes_template for each in FORMATS)


def file_name(title: str) -> str:
    """A name for the file of a paper, which every system takes."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", title).split())
    return name[:_LONGEST].rstrip(" .") or tr("Paper")


def is_painted(path: Path) -> bool:
    """Whether it is to be a PDF, which only the window's thread may paint."""
    return path.suffix.lower() == f".{_PDF}"


def save_pdf(sheets: Sheets, path: Path) -> None:
    """Writes a PDF whole or not at all. Raises MinistrackError."""
    QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))  # hundreds of pages take seconds
    try:
        content = pdf_of(sheets.finish())
    finally:
        QGuiApplication.restoreOverrideCursor()

    def put(file: BinaryIO) -> None:
        file.write(content)

    write_whole(path, put, overwrite=True)  # the dialog has asked


def save(paper: Paper, path: Path, template: Path | None) -> None:
    """Writes a paper whole or not at all; the end of the name says the format. Raises MinistrackError."""
    chosen = next((each for each in FORMATS if each.suffix == path.suffix.lower()), None)
    if chosen is None:
        raise _unknown(path)
    look = template if chosen.takes_template else None

    def put(file: BinaryIO) -> None:
        chosen.write(paper, file, look)

    write_whole(path, put, overwrite=True)  # the dialog has asked


def copy(sheets: Sheets) -> None:
    """Puts a paper on the clipboard: its words, and as they look where what takes them knows that."""
    sheets.finish()
    data = QMimeData()
    data.setText("\n".join(sheets.text_of(number) for number in range(len(sheets.pages))))
    html = next((each for each in FORMATS if each.name == _HTML), None)
    if html is not None:
        out = BytesIO()
        try:
            html.write(sheets.paper, out, None)
            data.setHtml(out.getvalue().decode())
        except MinistrackError:
            data.removeFormat("text/html")  # the words alone go
    QGuiApplication.clipboard().setMimeData(data)


def _unknown(path: Path) -> InvalidValue:
    suffixes = ", ".join(f".{suffix}" for suffix in file_kinds())
    return InvalidValue(
        tr("{name} does not say what kind of file is wanted.", name=path.name),
        safe=tr("Nothing was written."),
        todo=tr("Let the name end in one of: {suffixes}", suffixes=suffixes),
    )
