"""Turns what SQLite and the file system report into errors a person can act on."""

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import (
    CannotRead,
    DossierDamaged,
    DossierInUse,
    DossierNewer,
    DossierProblem,
    DossierReadOnly,
    InvalidValue,
    MinistrackError,
    NoSpace,
    NotADossier,
)
from ministrack.domain.fields import specs
from ministrack.domain.language import tr


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Runs a block that touches the file at `path`; its technical errors leave as `DossierProblem`."""
    try:
        yield
    except sqlite3.Error as error:
        shown = from_sqlite(error, path)
        if shown is None:
            raise
        raise shown from error
    except OSError as error:
        raise from_os(error, path) from error


def from_sqlite(error: sqlite3.Error, path: Path) -> MinistrackError | None:
    """The error to show for what SQLite reported about `path`; None where it is a fault of the program."""
    if isinstance(error, sqlite3.IntegrityError):
        return refused(str(error))
    code = getattr(error, "sqlite_errorcode", None)
    explain = _BY_CODE.get(code & 0xFF) if isinstance(code, int) else None
    return explain(path, str(error)) if explain else None


def refused(reason: str) -> InvalidValue:
    """A row that the schema does not accept, for the reason that SQLite gives."""
    rule, _, columns = reason.partition(" constraint failed: ")
    what, field = tr("The dossier does not accept this entry: {reason}.", reason=reason), ""
    if rule == "UNIQUE":
        names = [column.partition(".")[::2] for column in columns.split(", ")]
        labels = [
            tr(found.label).lower()
            for table, name in names
            if table in RECORD_TYPES and (found := specs(RECORD_TYPES[table]).get(name)) is not None
        ]
        field = names[-1][1]
        what = tr("There is already an entry with the same {fields}.", fields=", ".join(labels) or field)
    elif rule.startswith("FOREIGN KEY"):
        what = tr("The entry points at a record that is no longer in the dossier.")
    return InvalidValue(
        what,
        field=field,
        safe=tr("Nothing was stored."),
        todo=tr("Please correct the entry and try again."),
    )


def unreadable(path: Path, reason: str) -> CannotRead:
    """The file went away, or rights are missing."""
    return CannotRead(
        tr("{name} could not be read: {reason}.", name=path.name, reason=reason),
        safe=tr("The file was left as it is."),
        todo=tr("Check that the file is still there and that you may read it."),
    )


def replaced(path: Path) -> CannotRead:
    """The open dossier no longer has its name: what is written now would go nowhere."""
    return CannotRead(
        tr("{name} was moved, deleted or replaced while it was open.", name=path.name),
        safe=tr("The last change was not stored; what you see here is complete."),
        todo=tr("Use File > Save a copy to keep it, then open the file from its new place."),
    )


def from_os(error: OSError, path: Path) -> DossierProblem:
    """The error to show for what the file system reported about `path`."""
    if error.errno == errno.ENOSPC:
        return no_space(path)
    if error.errno == errno.EROFS:
        return read_only(path)
    return CannotRead(
        tr("{name} could not be used: {reason}.", name=path.name, reason=error.strerror or str(error)),
        safe=tr("Nothing was changed."),
        todo=tr("Check the folder and your rights to it, or choose another place."),
    )


def in_use(path: Path, _: str = "") -> DossierInUse:
    """Another program holds the file."""
    return DossierInUse(
        tr("{name} is being written by another program.", name=path.name),
        safe=tr("Nothing was lost."),
        todo=tr("Wait a moment and try again."),
    )


def read_only(path: Path, _: str = "") -> DossierReadOnly:
    """The file may be read, not written."""
    return DossierReadOnly(
        tr("{name} is read-only.", name=path.name),
        safe=tr("Nothing was changed."),
        todo=tr("Use File > Save a copy to work on a copy of your own."),
    )


def no_space(path: Path, _: str = "") -> NoSpace:
    """The disk is full."""
    return NoSpace(
        tr("There is no space left on the disk of {name}.", name=path.name),
        safe=tr("The last change was not stored; everything before it is safe."),
        todo=tr("Free some space and try again."),
    )


def not_a_dossier(path: Path, _: str = "") -> NotADossier:
    """The file is something else."""
    return NotADossier(
        tr("{name} is not a ministrack dossier.", name=path.name),
        safe=tr("The file was left as it is."),
        todo=tr("Choose a file that ends in .ministrack."),
    )


def damaged(path: Path, detail: str) -> DossierDamaged:
    """The content of the file is damaged."""
    return DossierDamaged(
        tr("{name} is damaged: {detail}.", name=path.name, detail=detail),
        safe=tr("The file was left as it is."),
        todo=tr("Open a backup or a copy of it."),
    )


_BY_CODE: Mapping[int, Callable[[Path, str], DossierProblem]] = {
    sqlite3.SQLITE_BUSY: in_use,
    sqlite3.SQLITE_LOCKED: in_use,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_FULL: no_space,
    sqlite3.SQLITE_NOTADB: not_a_dossier,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_CANTOPEN: unreadable,
    sqlite3.SQLITE_IOERR: unreadable,
    sqlite3.SQLITE_AUTH: unreadable,
}
"""The state of the file by SQLite's primary result code."""


def newer(path: Path) -> DossierNewer:
    """The dossier was written by a later version."""
    return DossierNewer(
        tr("{name} was made by a newer version of ministrack.", name=path.name),
        safe=tr("The file was left as it is."),
        todo=tr("Open it with the newer version."),
    )


def older(path: Path) -> DossierReadOnly:
    """It lacks what questions of this version ask for, and cannot be given it."""
    return DossierReadOnly(
        tr("{name} was made by an older version and has to be brought up to date first.", name=path.name),
        safe=tr("It may not be written here, so it was left as it is."),
        todo=tr("Copy it to a folder of your own, and open the copy."),
    )
