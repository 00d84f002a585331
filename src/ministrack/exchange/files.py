"""Writes a file that is whole or not there at all, readable by its owner only."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from ministrack.domain.errors import InvalidValue, NoSpace
from ministrack.domain.language import tr
from ministrack.store.dossier import is_dossier
from ministrack.store.problems import explained
from ministrack.whole_files import whole_file

_BESIDE = ("-wal", "-shm", "-journal")


def write_whole(path: Path, write: Callable[[BinaryIO], None], *, overwrite: bool = False) -> None:
    """Calls `write` with a temporary file beside `path`, which takes its name only when it is whole.

    Raises InvalidValue where `path` exists and may not be overwritten, or is a dossier; and a DossierProblem
    where the place cannot be written. What was there before is left as it is.
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
    if path.exists() and not path.is_file():
        raise InvalidValue(
            tr("{name} is a device or a pipe, not a file.", name=str(path)),
            safe=tr("It was left as it is."),
            todo=tr("Choose another name; on the command line, - is standard output."),
        )
    if _is_of_dossier(path):
        raise _dossier(path)
    try:
        with explained(path), whole_file(path) as file:
            write(file)
            if path.exists() and not overwrite:  # it came while this one was being written
                raise _taken(path)
    except NoSpace as error:
        raise NoSpace(error.what, safe=tr("Nothing was written."), todo=error.todo) from error


def _is_of_dossier(path: Path) -> bool:
    """Whether a file is a dossier, under any of its names, or what SQLite keeps beside one."""
    owners = [path.with_name(path.name.removesuffix(mark)) for mark in _BESIDE if path.name.endswith(mark)]
    return any(is_dossier(each) for each in (path, *owners))


def _dossier(path: Path) -> InvalidValue:
    return InvalidValue(
        tr("{name} is a dossier or belongs to one: it is not overwritten.", name=path.name),
        safe=tr("It was left as it is."),
        todo=tr("Choose another name."),
    )


def _taken(path: Path) -> InvalidValue:
    return InvalidValue(
        tr("There is already a file named {name}.", name=path.name),
        safe=tr("It was left as it is."),
        todo=tr("Choose another name, or say that it may be overwritten."),
    )
