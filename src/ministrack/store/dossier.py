"""Opening and creating a dossier: the one place that makes connections and sets pragmas."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ministrack.domain.errors import (
    DossierMissing,
    DossierNewer,
    InvalidValue,
    MinistrackError,
)
from ministrack.domain.language import tr
from ministrack.store import adopting, problems
from ministrack.store.party_functions import PartyFunctions
from ministrack.store.version import APPLICATION_ID, VERSION

_BUSY_SECONDS = 5.0


class _TakenBack(Exception):
    """Ends a rehearsal."""


class Dossier:
    """An open dossier file. Not for use from another thread than the one that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.connection = connection
        self.read_only = read_only
        self.parties = PartyFunctions(connection)
        self._file = _identity(path)

    @contextmanager
    def transaction(self, *, wait: bool = True) -> Iterator[sqlite3.Connection]:
        """One write transaction, taken at once: a deferred one would fail as soon as another writes.

        Raises DossierInUse where another program still writes after some seconds, or now without `wait`.
        """
        if self.read_only:
            raise problems.read_only(self.path)
        with problems.explained(self.path):
            if _identity(self.path) != self._file:
                raise problems.replaced(self.path)
            self._begin(wait)
            try:
                self.connection.execute("PRAGMA defer_foreign_keys = ON")
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def rehearsal(self) -> Iterator[sqlite3.Connection]:
        """A write transaction that is taken back when the block ends, whatever was written in it."""
        with suppress(_TakenBack), self.transaction() as connection:
            yield connection
            raise _TakenBack

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of an open transaction that is taken back alone where it fails."""
        self.connection.execute("SAVEPOINT part")
        try:
            with problems.explained(self.path):
                yield
        except BaseException:
            if self.connection.in_transaction:  # without space SQLite has taken back all of it already
                self.connection.execute("ROLLBACK TO part")
                self.connection.execute("RELEASE part")
            raise
        self.connection.execute("RELEASE part")

    def _begin(self, wait: bool) -> None:
        if not wait:
            self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000:.0f}")

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several reads that see one state."""
        self.connection.execute("BEGIN")
        try:
            yield self.connection
        finally:
            self.connection.execute("COMMIT")

    def keep_readable(self) -> None:
        """Lets others read up to the COMMIT of a large edit where there is no write-ahead log, as on some
        network drives: what is written stays in memory until then.
        """
        if self.connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            self.connection.execute("PRAGMA cache_spill = OFF")

    def data_version(self) -> int:
        """A number that moves whenever another connection has written."""
        return _pragma(self.connection, "data_version")

    def schema_version(self) -> int:
        """A number that moves whenever somebody has altered tables or triggers."""
        return _pragma(self.connection, "schema_version")

    def copy_to(self, target: Path) -> None:
        """Writes a complete copy to `target`, which must not exist; only a whole copy gets that name."""
        target = target.absolute()
        with problems.explained(target):
            _must_be_free(target)
            with _whole_file(target) as copy:
                self.connection.backup(copy)

    def close(self) -> None:
        """Closes the file; the write-ahead log is folded in."""
        self.connection.close()


def open_dossier(path: Path) -> Dossier:
    """Opens an existing dossier, bringing an older one up to date.

    Raises a `DossierProblem` that names the state: missing, cannot be read, something else, newer, in use,
    damaged. A file that may not be written opens read-only.
    """
    path = path.absolute()
    with problems.explained(path):
        _check_header(path)
        read_only = not _writable(path)
        connection = _connect(path, _mode(path, read_only))
        try:
            version = _pragma(connection, "user_version")
            if version > VERSION:
                raise problems.newer(path)
            dossier = Dossier(path, connection, read_only=read_only)
            _prepare(dossier, version)
        except BaseException:
            connection.close()
            raise
    return dossier


def is_dossier(path: Path) -> bool:
    """Whether a file is a dossier of this or a later version; looked at as when it is opened."""
    try:
        with problems.explained(path):
            _check_header(path)
    except DossierNewer:
        return True
    except MinistrackError:
        return False
    return True


def create_dossier(path: Path) -> Dossier:
    """Makes a new, empty dossier; the file gets its name only when it is whole."""
    # delayed: start-up time; only creating and upgrading need the migrations
    from ministrack.store.migrations import migrate

    path = path.absolute()
    with problems.explained(path):
        _must_be_free(path)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _whole_file(path) as connection:
            migrate(connection)
    return open_dossier(path)


def _check_header(path: Path) -> None:
    """Looks at the application id and the version, so that nothing foreign is opened for writing.

    Through SQLite, without locks and without a write: closing a file that was opened in any other way drops
    the locks that this process holds on it, and another program would then clear away the write-ahead log
    that an open dossier is still writing.
    """
    if not path.exists():
        raise DossierMissing(
            tr("There is no file at {path}.", path=str(path)),
            safe=tr("Nothing was created."),
            todo=tr("Check the name, or create a new dossier with File > New."),
        )
    if not path.is_file():
        raise problems.not_a_dossier(path)
    with _closing(_connect(path, "ro&immutable=1", pragmas=())) as connection:
        if _pragma(connection, "application_id") != APPLICATION_ID:
            raise problems.not_a_dossier(path)
        if _pragma(connection, "user_version") > VERSION:
            raise problems.newer(path)


def _must_be_free(path: Path) -> None:
    """A new file may take no other's place, nor inherit the log of one that was moved away while open."""
    if path.exists():
        raise InvalidValue(
            tr("There is already a file named {name}.", name=path.name),
            safe=tr("It was left as it is."),
            todo=tr("Choose another name, or open that file."),
        )
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        raise InvalidValue(
            tr("{log} belongs to another dossier that was moved away while it was open.", log=log.name),
            safe=tr("It was left as it is; it may hold the last changes of that dossier."),
            todo=tr("Choose another name, or move it to where that dossier is now."),
        )


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _mode(path: Path, read_only: bool) -> str:
    if not read_only:
        return "rw"
    # A dossier with a write-ahead log cannot be read from a folder that may not be written, unless SQLite is
    # told that nobody else writes; without a log beside it that is so.
    return "ro" if path.with_name(path.name + "-wal").exists() else "ro&immutable=1"


_PRAGMAS = ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = FULL", "foreign_keys = ON")


def _connect(path: Path, mode: str, pragmas: tuple[str, ...] = _PRAGMAS) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=_BUSY_SECONDS
    )
    connection.row_factory = sqlite3.Row
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _prepare(dossier: Dossier, version: int) -> None:
    """Brings an older dossier up to date and the journal's triggers in order."""
    if dossier.read_only and version < VERSION:
        raise problems.older(dossier.path)
    if dossier.read_only:
        return
    dossier.connection.execute("PRAGMA journal_mode = WAL")
    if version < VERSION:
        # delayed: start-up time; only creating and upgrading need the migrations
        from ministrack.store.migrations import migrate

        migrate(dossier.connection)
    elif adopting.out_of_order(dossier.connection):
        with dossier.transaction():
            adopting.bring_in_order(dossier.connection)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _identity(path: Path) -> tuple[int, int] | None:
    """Device and number of the file at `path`: they tell whether another one, or none, stands there now."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return (stat.st_dev, stat.st_ino)


@contextmanager
def _whole_file(target: Path) -> Iterator[sqlite3.Connection]:
    """A new database, which gets the name `target` only when the block has filled it."""
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)  # left behind by a program that was killed
    try:
        # Only its owner may read it; SQLite keeps these rights.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with _closing(_connect(part, "rw")) as connection:
            yield connection
        _sync(part)
        part.rename(target)
        _sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _closing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    finally:
        connection.close()


def _sync(path: Path) -> None:
    """Has the file, or the names in the folder, written to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
