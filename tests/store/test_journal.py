"""The journal's images equal the rows, whoever writes; dropped triggers come back, and what they missed."""

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.record import Record
from ministrack.edits.history import history_of_record
from ministrack.edits.records import change_record
from ministrack.edits.workspace import Workspace
from ministrack.store.dossier import open_dossier
from ministrack.store.journal import present_triggers, trigger_statements
from tests.dossiers import (
    AYGUN,
    BAKU,
    EVERY_KIND,
    SEAT,
    TUNC,
    URGENT,
    filled,
    in_another_process,
    name_of,
    outside,
    ref_of,
)

FIRST_OF_KIND = {record.TABLE: record for record in reversed(EVERY_KIND)}
KINDS = pytest.mark.parametrize("record", [FIRST_OF_KIND[table] for table in RECORD_TYPES], ids=name_of)
NASTY = (
    "plain",
    'say "no"',
    "back\\slash \\n \\u0041 \\",
    "two\nlines\r\nand\ttabs",
    "\x01\x02\x08\x0b\x0c\x1b\x1f\x7f\x85",
    "Əhmədov Ömüralıyev Сыдыгалиев ığdır",
    "🇹🇷 👩‍⚖️ \u2028\u2029\ufeff",
    "'; DROP TABLE change; --",
    '{"id": null}',
)


def columns(table: str) -> str:
    return ", ".join(("id", *specs(RECORD_TYPES[table])))


def row_and_image(
    connection: sqlite3.Connection, record: Record
) -> tuple[dict[str, object] | None, dict[str, object] | None]:
    """The row as it is, and as the journal last saw it."""
    cursor = connection.execute(
        f"SELECT {columns(record.TABLE)} FROM {record.TABLE} WHERE id = ?", (record.id,)
    )
    row = cursor.fetchone()
    names = [each[0] for each in cursor.description]
    image = connection.execute(
        "SELECT after FROM change WHERE tbl = ? AND row = ? ORDER BY seq DESC LIMIT 1",
        (record.TABLE, record.id),
    ).fetchone()[0]
    loaded = json.loads(image, strict=False) if image is not None else None
    return dict(zip(names, row, strict=True)) if row else None, loaded


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("journal") / "shared.ministrack"
    filled(path).close()
    return path


@KINDS
def test_images_equal_the_row_after_insert_update_and_delete(shared: Path, record: Record) -> None:
    own = specs(type(record)).values()
    texts = [spec for spec in own if spec.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT) and spec.limit > 40]
    with closing(sqlite3.connect(shared)) as connection:
        stored, image = row_and_image(connection, record)
        assert stored is not None
        assert image == stored
        for spec in texts:
            for value in (*NASTY, *(() if spec.required else (None, ""))):
                connection.execute(
                    f"UPDATE {record.TABLE} SET {spec.name} = ? WHERE id = ?", (value, record.id)
                )
                row, image = row_and_image(connection, record)
                assert row is not None
                assert row[spec.name] == value
                assert image == row
        before = row_and_image(connection, record)[0]
        connection.execute(f"DELETE FROM {record.TABLE} WHERE id = ?", (record.id,))
        assert row_and_image(connection, record) == (None, None)
        last = connection.execute("SELECT before FROM change ORDER BY seq DESC LIMIT 1").fetchone()[0]
        assert json.loads(last, strict=False) == before
        marks = ", ".join("?" * len(stored))
        connection.execute(
            f"INSERT INTO {record.TABLE} ({columns(record.TABLE)}) VALUES ({marks})", tuple(stored.values())
        )
        row, image = row_and_image(connection, record)
        assert image == row == stored
        connection.rollback()


@KINDS
def test_what_is_derived_is_not_journalled(shared: Path, record: Record) -> None:
    with closing(sqlite3.connect(shared)) as connection:
        before = connection.execute("SELECT count(*) FROM change").fetchone()[0]
        own = {"id", *specs(type(record))}
        derived = [
            row[1] for row in connection.execute(f"PRAGMA table_info({record.TABLE})") if row[1] not in own
        ]
        for name in derived:
            connection.execute(f"UPDATE {record.TABLE} SET {name} = 'moved'")
        connection.execute(f"UPDATE {record.TABLE} SET {', '.join(f'{name} = {name}' for name in own)}")
        assert connection.execute("SELECT count(*) FROM change").fetchone()[0] == before
        connection.rollback()


def test_contents_and_search_words_are_not_journalled(workspace: Workspace, path: Path) -> None:
    outside(
        path,
        "INSERT INTO attachment_content (sha256, content) VALUES ('x', x'00')",
        "DELETE FROM attachment_content",
        "DELETE FROM search_text",
    )
    assert workspace.poll() == []


def test_an_id_never_changes(workspace: Workspace, path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        outside(path, f"UPDATE tag SET id = 'other' WHERE id = '{URGENT.id}'")
    assert workspace.poll() == []


def test_edits_are_chained_by_digest(workspace: Workspace, path: Path) -> None:
    """Recomputed here by hand, as docs/architecture.md tells: head, then images in order."""
    workspace.run(change_record(workspace.read, ref_of(TUNC), new={"note": "Ankara"}))
    workspace.undo()
    previous = ""
    with closing(sqlite3.connect(path)) as connection:
        edits = connection.execute(
            "SELECT digest, id, label, at, author, desk, undoes FROM edit ORDER BY number"
        ).fetchall()
        for digest, *head in edits:
            sealed = sha256(json.dumps([previous, *head], ensure_ascii=False).encode())
            for image in connection.execute(
                "SELECT seq, tbl, row, before, after FROM change WHERE edit = ? ORDER BY seq", (head[0],)
            ):
                sealed.update(json.dumps(image, ensure_ascii=False).encode())
            assert sealed.hexdigest() == digest
            previous = digest
    assert len(edits) == 4


def test_transform_drops_triggers_and_the_next_open_brings_them_back(path: Path) -> None:
    filled(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        database = Database(connection, execute_plugins=False)
        database.table("meeting").transform(types={"city": str})
        assert "journal_meeting_update" not in present_triggers(connection)
        connection.execute("UPDATE meeting SET city = 'Gəncə' WHERE id = ?", (BAKU.id,))
        connection.execute("DELETE FROM programme_item")
        connection.execute("DROP TRIGGER journal_tag_insert")
        connection.execute("INSERT INTO tag (id, name) VALUES ('t', 'Lənkəran')")
    workspace = Workspace.open(path, AYGUN)
    entry = history_of_record(workspace, ref_of(BAKU))[0]
    assert entry.edit.label == "Changed by another program"
    assert [(field.name, field.before, field.after) for field in entry.fields] == [("city", "Bakı", "Gəncə")]
    touched = {(change.table, change.row) for change in workspace.read.changes_of_edit(entry.edit.id)}
    assert touched == {
        ref_of(BAKU),
        ("tag", "t"),
        *(ref_of(each) for each in EVERY_KIND if each.TABLE == "programme_item"),
    }
    assert workspace.read.search("gence")[0].ref == ref_of(BAKU)
    assert workspace.read.verify() == []
    workspace.close()


def test_triggers_dropped_while_the_dossier_is_open_are_noticed(workspace: Workspace, path: Path) -> None:
    outside(
        path,
        "DROP TRIGGER journal_tag_update",
        "UPDATE tag SET name = 'təcili'",
    )
    (change_set,) = workspace.poll()
    assert not change_set.own
    assert [(change.before or {})["name"] for change in change_set.changes] == ["urgent"]
    assert [(change.after or {})["name"] for change in change_set.changes] == ["təcili"]
    workspace.run(change_record(workspace.read, ref_of(URGENT), new={"name": "acil"}))
    workspace.undo()
    assert workspace.read.verify() == []


def test_triggers_of_others_in_the_place_of_ours_make_way(path: Path) -> None:
    filled(path).close()
    outside(path, 'CREATE TRIGGER "journal_my ""own""" AFTER INSERT ON tag BEGIN DELETE FROM tag; END')
    workspace = Workspace.open(path, AYGUN)
    assert workspace.read.verify() == []
    workspace.close()


def test_triggers_dropped_just_before_an_edit_do_not_cost_it_its_image(
    workspace: Workspace, path: Path
) -> None:
    outside(path, "DROP TRIGGER journal_tag_update")
    done = workspace.run(change_record(workspace.read, ref_of(URGENT), new={"name": "acil"}))
    assert [change.fields() for change in done.changes] == [("name",)]
    workspace.undo()
    assert workspace.read.verify() == []


def test_a_sound_dossier_is_opened_without_a_write(path: Path) -> None:
    filled(path).close()
    before = path.read_bytes()
    with closing(open_dossier(path)) as dossier:
        assert present_triggers(dossier.connection) == trigger_statements()
        assert dossier.connection.total_changes == 0
    assert path.read_bytes() == before


def test_a_process_without_the_program_writes_images_too(workspace: Workspace, path: Path) -> None:
    in_another_process(
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1])\n"
        "connection.execute('UPDATE delegation SET note = ?', ('Ərizə\\n\"1\"',))\n"
        "connection.commit()\n",
        str(path),
    )
    (change_set,) = workspace.poll()
    note = {change.row: (change.after or {})["note"] for change in change_set.changes}
    assert note[SEAT.id] == 'Ərizə\n"1"'
