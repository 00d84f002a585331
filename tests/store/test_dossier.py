"""Opening and creating: the right message for each state of a file, and no file touched that is not ours."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ministrack.domain.errors import (
    CannotRead,
    DossierInUse,
    DossierMissing,
    DossierNewer,
    DossierProblem,
    DossierReadOnly,
    InvalidValue,
    NoSpace,
    NotADossier,
)
from ministrack.domain.filing import Tag
from ministrack.edits.records import add_record
from ministrack.edits.workspace import Workspace
from ministrack.store import dossier as store
from ministrack.store.dossier import create_dossier, open_dossier
from ministrack.store.version import VERSION
from tests.dossiers import AYGUN, URGENT, filled, in_another_process, outside

NOBODY = 65534

STRANGE = (
    "Görüş #2.ministrack",
    "100 % sure?.ministrack",
    "Бишкек 2026.ministrack",
    "a&b=c;d 'e' \"f\".ministrack",
)


def empty(path: Path) -> None:
    path.touch()


def text(path: Path) -> None:
    path.write_text("Ministers of justice met in Baku.\n" * 100, encoding="utf-8")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE meeting (id TEXT PRIMARY KEY)")


def cut(path: Path) -> None:
    create_dossier(path).close()
    path.write_bytes(path.read_bytes()[:60])


def newer(path: Path) -> None:
    create_dossier(path).close()
    outside(path, f"PRAGMA user_version = {VERSION + 1}")


def test_a_missing_path_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(DossierMissing, match=r"Bakı\.ministrack"):
        open_dossier(tmp_path / "no" / "Bakı.ministrack")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_dossier(tmp_path: Path) -> None:
    with pytest.raises(NotADossier):
        open_dossier(tmp_path)


def test_a_pipe_does_not_make_the_program_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ministrack")
    with pytest.raises(NotADossier):
        open_dossier(tmp_path / "pipe.ministrack")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (empty, NotADossier),
        (text, NotADossier),
        (foreign, NotADossier),
        (cut, NotADossier),
        (newer, DossierNewer),
    ],
)
def test_what_cannot_be_used_is_named_and_left_as_it_was(
    path: Path, make: Callable[[Path], None], problem: type[DossierProblem]
) -> None:
    make(path)
    before = path.read_bytes()
    with pytest.raises(problem) as raised:
        open_dossier(path)
    assert path.name in str(raised.value)
    assert raised.value.safe
    assert raised.value.todo
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.fixture
def as_anybody(workspace: Workspace) -> Iterator[Path]:
    """A folder of one's own while the test is not root, who may read everything.

    The workspace has loaded what is loaded on first use: the Python of root may be closed to others.
    """
    workspace.read.search("Omuraliev")
    user = os.geteuid()
    with TemporaryDirectory() as folder:
        if user == 0:
            os.chown(folder, NOBODY, -1)
            os.setresuid(NOBODY, NOBODY, 0)
        yield Path(folder)
        if user == 0:
            os.setresuid(0, 0, 0)


def test_a_file_without_the_right_to_read_it(as_anybody: Path) -> None:
    path = as_anybody / "Bakı.ministrack"
    create_dossier(path).close()
    path.chmod(0o000)
    with pytest.raises(CannotRead, match=r"Bakı\.ministrack"):
        open_dossier(path)


def test_a_folder_without_the_right_to_look_into_it(as_anybody: Path) -> None:
    path = as_anybody / "closed" / "Bakı.ministrack"
    create_dossier(path).close()
    path.parent.chmod(0o000)
    with pytest.raises(CannotRead):
        open_dossier(path)
    with pytest.raises(CannotRead):
        create_dossier(path)
    path.parent.chmod(0o700)


def test_a_file_without_the_right_to_write_it_opens_for_reading(as_anybody: Path) -> None:
    path = as_anybody / "Bakı.ministrack"
    filled(path).close()
    path.chmod(0o400)
    workspace = Workspace.open(path, AYGUN)
    assert workspace.read_only
    assert workspace.read.search("Omuraliev")
    workspace.close()


def test_a_folder_without_the_right_to_write_into_it(as_anybody: Path) -> None:
    path = as_anybody / "Bakı.ministrack"
    filled(path).close()
    as_anybody.chmod(0o500)
    workspace = Workspace.open(path, AYGUN)
    assert workspace.read_only
    with pytest.raises(DossierReadOnly):
        workspace.run(add_record(Tag(name="later")))
    with pytest.raises(CannotRead):
        create_dossier(as_anybody / "new.ministrack")
    workspace.close()
    as_anybody.chmod(0o700)


def test_a_read_only_folder_opens_for_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path).close()
    monkeypatch.setattr("os.access", lambda place, mode: place != path.parent or mode != os.W_OK)
    before = path.read_bytes()
    workspace = Workspace.open(path, AYGUN)
    assert workspace.read_only
    assert workspace.read.get(Tag, URGENT.id) == URGENT
    with pytest.raises(DossierReadOnly):
        workspace.run(add_record(Tag(name="later")))
    with pytest.raises(DossierReadOnly):
        workspace.undo()
    assert workspace.poll() == []
    workspace.close()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", STRANGE)
def test_strange_names_are_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / "Xarici işlər #1 ?" / name
    create_dossier(path).close()
    with closing(open_dossier(path)) as opened:
        opened.copy_to(path.with_name(f"copy of {name}"))
    assert sorted(file.name for file in path.parent.iterdir()) == sorted([name, f"copy of {name}"])


def test_only_the_owner_may_read_any_file_of_a_dossier(path: Path) -> None:
    workspace = filled(path)
    workspace.save_copy(path.with_name("copy.ministrack"))
    rights = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    workspace.close()
    assert rights == dict.fromkeys(
        (path.name, f"{path.name}-wal", f"{path.name}-shm", "copy.ministrack"), 0o600
    )


def test_a_new_dossier_never_takes_the_place_of_a_file(path: Path) -> None:
    text(path)
    before = path.read_bytes()
    with pytest.raises(InvalidValue, match="already"):
        create_dossier(path)
    assert path.read_bytes() == before


def test_what_a_killed_program_left_half_made_is_no_obstacle(path: Path) -> None:
    path.with_name(f".{path.name}.part").write_bytes(b"half")
    path.with_name(".copy.ministrack.part").write_bytes(b"half")
    with closing(create_dossier(path)) as made:
        made.copy_to(path.with_name("copy.ministrack"))
    assert sorted(file.name for file in path.parent.iterdir()) == sorted([path.name, "copy.ministrack"])


def test_a_copy_is_whole_and_stands_alone(workspace: Workspace, path: Path) -> None:
    target = path.with_name("copy.ministrack")
    workspace.save_copy(target)
    workspace.run(add_record(Tag(name="after the copy")))
    copy = Workspace.open(target, AYGUN)
    assert [tag.name for tag in copy.read.find(Tag)] == ["urgent"]
    assert copy.read.verify() == []
    copy.close()


def test_a_copy_never_takes_the_place_of_a_file(workspace: Workspace, path: Path) -> None:
    with pytest.raises(InvalidValue, match="already"):
        workspace.save_copy(path)
    assert workspace.read.verify() == []


def test_opening_twice_in_one_process_keeps_the_locks(workspace: Workspace, path: Path) -> None:
    """Reading a file by other means than SQLite drops the process's locks; then another program's closing
    would clear away the write-ahead log under us, and what we save next would be lost.
    """
    Workspace.open(path, AYGUN).close()
    in_another_process(
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1])\n"
        "connection.execute(\"INSERT INTO tag (id, name) VALUES ('t', 'outside')\")\n"
        "connection.commit()\n"
        "connection.close()\n",
        str(path),
    )
    workspace.run(add_record(Tag(name="mine")))
    names = in_another_process(
        "import sqlite3, sys\n"
        "print(*(row[0] for row in sqlite3.connect(sys.argv[1]).execute('SELECT name FROM tag')))\n",
        str(path),
    )
    assert set(names.split()) == {"urgent", "outside", "mine"}


def test_a_file_that_was_replaced_is_noticed_before_anything_is_written(
    workspace: Workspace, path: Path
) -> None:
    filled(path.with_name("other.ministrack"), ()).close()
    path.with_name("other.ministrack").replace(path)
    before = path.read_bytes()
    with pytest.raises(CannotRead, match="replaced"):
        workspace.run(add_record(Tag(name="lost")))
    assert path.read_bytes() == before
    workspace.save_copy(path.with_name("rescued.ministrack"))
    rescued = Workspace.open(path.with_name("rescued.ministrack"), AYGUN)
    assert rescued.read.get(Tag, URGENT.id) == URGENT
    rescued.close()


def test_a_new_file_does_not_inherit_the_log_of_one_that_was_moved(workspace: Workspace, path: Path) -> None:
    log = path.with_name(f"{path.name}-wal")
    path.rename(path.with_name("moved.ministrack"))
    for make in (create_dossier, workspace.save_copy):
        with pytest.raises(InvalidValue, match="moved away"):
            make(path)
    assert log.exists()
    assert not path.exists()


def test_a_file_that_was_deleted_is_noticed_before_anything_is_written(
    workspace: Workspace, path: Path
) -> None:
    path.unlink()
    with pytest.raises(CannotRead, match="deleted"):
        workspace.run(add_record(Tag(name="lost")))
    assert not path.exists()


def test_a_dossier_that_another_program_writes_is_in_use(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_BUSY_SECONDS", 0.05)
    impatient = Workspace.open(path, AYGUN)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DossierInUse):
            impatient.run(add_record(Tag(name="mine")))
        other.execute("ROLLBACK")
    impatient.run(add_record(Tag(name="mine")))
    impatient.close()
    assert {tag.name for tag in workspace.read.find(Tag)} == {"urgent", "mine"}


def test_nothing_of_the_store_is_loose(path: Path) -> None:
    """What keeps an acknowledged save through a power cut, and foreign schemas from running code."""
    with closing(create_dossier(path)) as made:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check")
        values = [made.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert values == ["wal", 2, 1, 0, 1]


def test_no_space_within_a_part_is_told_as_such_and_takes_back_everything(path: Path) -> None:
    create_dossier(path).close()
    dossier = open_dossier(path)
    pages = dossier.connection.execute("PRAGMA page_count").fetchone()[0]
    dossier.connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    def write() -> None:
        with dossier.transaction() as connection:
            connection.execute("INSERT INTO tag (id, name) VALUES ('first', 'first')")
            with dossier.part():
                for number in range(1000):
                    values = (str(number), f"{number}{'x' * 70}")
                    connection.execute("INSERT INTO tag (id, name) VALUES (?, ?)", values)

    with pytest.raises(NoSpace):
        write()
    assert dossier.connection.execute("SELECT count(*) FROM tag").fetchone()[0] == 0
    dossier.close()
