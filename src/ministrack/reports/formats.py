"""The formats that a paper can be written in. A new one is a file under `render` and a line here."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from ministrack.domain.language import N_
from ministrack.domain.values import dataclass
from ministrack.reports.document import Paper
from ministrack.reports.render.docx import write_docx
from ministrack.reports.render.html import write_html
from ministrack.reports.render.odt import write_odt


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """One format: its name on the command line, its label, the end of file names, and what writes it.

    With `takes_template`, `write` may be given a file of the person's own that says how the paper looks.
    """

    name: str
    label: str
    suffix: str
    write: Callable[[Paper, BinaryIO, Path | None], None]
    takes_template: bool = False


FORMATS: tuple[PaperFormat, ...] = (
    PaperFormat("docx", N_("Word document"), ".docx", write_docx, takes_template=True),
    PaperFormat("odt", N_("OpenDocument text"), ".odt", write_odt),
    PaperFormat("html", N_("Web page"), ".html", write_html),
)
"""Those that need no window, in the order in which they are offered. PDF is painted, by the window's side."""
