"""Writes a file that is whole or not there at all, readable by its owner only."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr
from ministrack.store.problems import explained
from ministrack.whole_files import whole_file


def write_whole(path: Path, write: Callable[[BinaryIO], None], *, overwrite: bool = False) -> None:
    """Calls `write` with a temporary file beside `path`, which takes its name only when it is whole.

    Raises InvalidValue where `path` exists and may not be overwritten, and a DossierProblem where the place
    cannot be written; what was there before is left as it is.
    """
    path = path.absolute()
    if path.is_dir():
        raise InvalidValue(
            tr("{name} is a folder.", name=str(path)),
            safe=tr("Nothing was written."),
            todo=tr("Name a file in it."),
        )
    if path.exists() and not overwrite:
        raise _taken(path)
    with explained(path), whole_file(path) as file:
        write(file)
        if path.exists() and not overwrite:  # it came while this one was being written
            raise _taken(path)


def _taken(path: Path) -> InvalidValue:
    return InvalidValue(
        tr("There is already a file named {name}.", name=path.name),
        safe=tr("It was left as it is."),
        todo=tr("Choose another name, or say that it may be overwritten."),
    )
