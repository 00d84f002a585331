"""Opening and creating a dossier: the one place that makes connections and sets pragmas."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ministrack.domain.errors import CannotRead, DossierMissing, DossierNewer, InvalidValue
from ministrack.domain.language import tr
from ministrack.store import problems
from ministrack.store.version import APPLICATION_ID, VERSION

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".ministrack"
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes of SQLite's file header
_BUSY_SECONDS = 5.0


class Dossier:
    """An open dossier file. Not for use from another thread than the one that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.connection = connection
        self.read_only = read_only

    @cached_property
    def database(self) -> "Database":
        """The same connection behind sqlite-utils, which all writing goes through."""
        # delayed: start-up time; the first screen only reads
        from sqlite_utils import Database

        return Database(self.connection, recursive_triggers=False, execute_plugins=False)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One write transaction, taken at once: a deferred one would fail as soon as another writes."""
        if self.read_only:
            raise problems.read_only(self.path)
        with problems.explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self.connection.execute("PRAGMA defer_foreign_keys = ON")
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several reads that see one state."""
        self.connection.execute("BEGIN")
        try:
            yield self.connection
        finally:
            self.connection.execute("COMMIT")

    def data_version(self) -> int:
        """A number that moves whenever another connection has written."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def copy_to(self, target: Path) -> None:
        """Writes a complete copy to `target`, which must not exist; only a whole copy gets that name."""
        target = target.absolute()
        if target.exists():
            raise InvalidValue(
                tr("There is already a file named {name}.", name=target.name),
                safe=tr("It was left as it is."),
                todo=tr("Choose another name."),
            )
        part = target.with_name(f".{target.name}.part")
        with problems.explained(target):
            try:
                _new_file(part)
                with _closing(_connect(part, "rw")) as copy:
                    self.connection.backup(copy)
                _sync(part)
                part.rename(target)
            finally:
                part.unlink(missing_ok=True)

    def close(self) -> None:
        """Closes the file; the write-ahead log is folded in."""
        self.connection.close()


def open_dossier(path: Path) -> Dossier:
    """Opens an existing dossier, bringing an older one up to date.

    Raises a `DossierProblem` that names the state: missing, cannot be read, something else, newer, in use,
    damaged. A file that may not be written opens read-only.
    """
    path = path.absolute()
    _check_header(path)
    read_only = not _writable(path)
    with problems.explained(path):
        connection = _connect(path, _mode(path, read_only))
        try:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if version > VERSION:
                raise newer(path)
            dossier = Dossier(path, connection, read_only=read_only)
            _prepare(dossier, version)
        except BaseException:
            connection.close()
            raise
    return dossier


def create_dossier(path: Path) -> Dossier:
    """Makes a new, empty dossier; the file gets its name only when it is whole."""
    # delayed: start-up time; only creating and upgrading need the migrations
    from ministrack.store.migrations import migrate

    path = path.absolute()
    if path.exists():
        raise InvalidValue(
            tr("There is already a file named {name}.", name=path.name),
            safe=tr("It was left as it is."),
            todo=tr("Choose another name, or open it."),
        )
    part = path.with_name(f".{path.name}.part")
    with problems.explained(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.unlink(missing_ok=True)
        try:
            _new_file(part)
            with _closing(_connect(part, "rw")) as connection:
                migrate(connection)
            _sync(part)
            part.rename(path)
        finally:
            part.unlink(missing_ok=True)
    return open_dossier(path)


def newer(path: Path) -> DossierNewer:
    """The dossier was written by a later version."""
    return DossierNewer(
        tr("{name} was made by a newer version of ministrack.", name=path.name),
        safe=tr("The file was left as it is."),
        todo=tr("Open it with the newer version."),
    )


def _check_header(path: Path) -> None:
    """Looks at the file's first bytes, so that nothing foreign is ever opened as a database."""
    if not path.exists():
        raise DossierMissing(
            tr("There is no file at {path}.", path=str(path)),
            safe=tr("Nothing was created."),
            todo=tr("Check the name, or create a new dossier with File > New."),
        )
    if path.is_dir():
        raise problems.not_a_dossier(path)
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise CannotRead(
            tr("You may not read {name}.", name=path.name),
            safe=tr("The file was left as it is."),
            todo=tr("Ask its owner for the right to read it, or choose another file."),
        ) from error
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise problems.not_a_dossier(path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise problems.not_a_dossier(path)
    if int.from_bytes(header[60:64], "big") > VERSION:
        raise newer(path)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _mode(path: Path, read_only: bool) -> str:
    if not read_only:
        return "rw"
    # A dossier with a write-ahead log cannot be read from a folder that may not be written, unless SQLite is
    # told that nobody else writes; without a log beside it that is so.
    return "ro" if path.with_name(path.name + "-wal").exists() else "ro&immutable=1"


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=_BUSY_SECONDS
    )
    connection.row_factory = sqlite3.Row
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _prepare(dossier: Dossier, version: int) -> None:
    """Brings an older dossier up to date and the journal's triggers in order."""
    if dossier.read_only:
        return
    dossier.connection.execute("PRAGMA journal_mode = WAL")
    if version < VERSION:
        # delayed: start-up time; only creating and upgrading need the migrations
        from ministrack.store.migrations import migrate

        migrate(dossier.connection)


@contextmanager
def _closing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    finally:
        connection.close()


def _new_file(path: Path) -> None:
    """An empty file that only its owner may read; SQLite keeps these rights."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
