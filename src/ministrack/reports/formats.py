"""The formats that a paper can be written in. A new one is a file under `render` and a line here."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from ministrack.domain.values import dataclass
from ministrack.reports.document import Paper


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


FORMATS: tuple[PaperFormat, ...] = ()
"""Those that need no window, in the order in which they are offered. PDF is painted, by the window's side."""
