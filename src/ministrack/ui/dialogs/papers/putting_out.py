"""A paper leaves the window: as a file in one of the formats, or over the clipboard."""

import re
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QMimeData

from ministrack.domain.errors import InvalidValue, MinistrackError
from ministrack.domain.language import N_, tr
from ministrack.domain.progress import Progress
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


def save(paper: Paper, path: Path, template: Path | None, progress: Progress) -> None:
    """Writes a paper whole or not at all; the end of the name says the format. Raises MinistrackError."""
    suffix = path.suffix.lower()
    chosen = next((each for each in FORMATS if each.suffix == suffix), None)
    if chosen is None and suffix != f".{_PDF}":
        raise _unknown(path)

    def put(file: BinaryIO) -> None:
        if chosen is None:
            file.write(pdf_of(Sheets(paper).finish(progress), progress))
        else:
            chosen.write(paper, file, template if chosen.takes_template else None)
        progress(0, 0)  # the last moment to stop

    write_whole(path, put, overwrite=True)  # the dialog has asked


class Copied:
    """What goes to the clipboard: the words of a paper, and as they look for what takes them so."""

    def __init__(self, paper: Paper, progress: Progress) -> None:
        sheets = Sheets(paper).finish(progress)
        self._text = "\n".join(sheets.text_of(number) for number in range(len(sheets.pages)))
        self._html = ""
        html = next((each for each in FORMATS if each.name == _HTML), None)
        if html is not None:
            out = BytesIO()
            with suppress(MinistrackError):  # the words alone go
                html.write(paper, out, None)
                self._html = out.getvalue().decode()

    def data(self) -> QMimeData:
        """Both, for the clipboard."""
        data = QMimeData()
        data.setText(self._text)
        if self._html:
            data.setHtml(self._html)
        return data


def _unknown(path: Path) -> InvalidValue:
    suffixes = ", ".join(f".{suffix}" for suffix in file_kinds())
    return InvalidValue(
        tr("{name} does not say what kind of file is wanted.", name=path.name),
        safe=tr("Nothing was written."),
        todo=tr("Let the name end in one of: {suffixes}", suffixes=suffixes),
    )
