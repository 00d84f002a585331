"""The file that a command is given: one of a name, or what comes on standard input."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ministrack.cli.exits import WrongUse
from ministrack.domain.language import tr
from ministrack.sandbox.child import USUAL
from ministrack.sandbox.child_problems import no_file

STANDARD_INPUT = "-"


@contextmanager
def given_file(given: str) -> Iterator[tuple[Path, str]]:
    """The file to read and what it is called; what comes on standard input is put into one first."""
    if given != STANDARD_INPUT:
        path = Path(given).expanduser()
        if path.is_dir():
            raise WrongUse(tr("{name} is a folder.", name=str(path)), todo=tr("Name a file in it."))
        if path.exists() and not path.is_file():
            raise no_file(path)
        if not path.is_file():
            raise WrongUse(tr("There is no file {name}.", name=str(path)), todo=tr("Check its name."))
        yield path, path.name
        return
    if sys.stdin is None:  # it was closed
        raise WrongUse(tr("Nothing comes on standard input."), todo=tr("Name the file to read."))
    with tempfile.TemporaryDirectory(prefix="ministrack-") as folder:
        path = Path(folder) / "input"
        with path.open("wb") as file:
            file.write(sys.stdin.buffer.read(USUAL.file_size + 1))  # of more, that it is too large
        yield path, tr("standard input")
