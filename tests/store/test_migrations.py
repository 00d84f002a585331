"""The schema says what the records declare: columns, references, choices, limits, and that in one step."""

import errno
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.errors import NoSpace
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.record import Record
from ministrack.store.dossier import create_dossier
from ministrack.store.migrations import migrate
from ministrack.store.version import APPLICATION_ID, VERSION

KINDS = pytest.mark.parametrize("record", RECORD_TYPES.values(), ids=str)
JOURNAL = {"edit", "change", "journal_now"}
FOUND_BY = {"search_entry", "search_text", "attachment_content"}


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("schema") / "empty.ministrack"
    create_dossier(path).close()
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def columns(schema: sqlite3.Connection, table: str) -> dict[str, tuple[str, bool]]:
    """Type and whether it must be known, by name."""
    rows = schema.execute(f"PRAGMA table_info({table})")
    return {name: (kind, bool(must)) for _, name, kind, must, _, _ in rows}


def sql_of(schema: sqlite3.Connection, table: str) -> str:
    return str(schema.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


def derived(record: type[Record]) -> set[str]:
    days = {
        f"{spec.name}_{part}"
        for spec in specs(record).values()
        if spec.kind is FieldKind.DATE
        for part in ("first", "last", "precision")
    }
    return days | ({record.LABEL} if record.LABEL_DERIVED else set())


@KINDS
def test_columns_are_the_declared_fields_and_the_derived_ones(
    schema: sqlite3.Connection, record: type[Record]
) -> None:
    present = columns(schema, record.TABLE)
    assert present.keys() - {"sort_name"} == {"id", *specs(record), *derived(record)}
    for spec in specs(record).values():
        whole = spec.kind in (FieldKind.INTEGER, FieldKind.FLAG)
        must = spec.required or spec.kind is FieldKind.FLAG
        assert present[spec.name] == ("INTEGER" if whole else "TEXT", must), spec.name


@KINDS
def test_the_label_is_the_first_text_after_the_id(schema: sqlite3.Connection, record: type[Record]) -> None:
    assert list(columns(schema, record.TABLE))[:2] == ["id", record.LABEL]


@KINDS
def test_references_are_declared_as_foreign_keys_and_indexed(
    schema: sqlite3.Connection, record: type[Record]
) -> None:
    keys = {
        (row[3], row[2], row[4], row[6]) for row in schema.execute(f"PRAGMA foreign_key_list({record.TABLE})")
    }
    wanted = {name: spec for name, spec in specs(record).items() if spec.kind is FieldKind.REFERENCE}
    assert keys == {(name, spec.refers, "id", "NO ACTION") for name, spec in wanted.items()}
    indexed = set()
    for index in schema.execute(f"PRAGMA index_list({record.TABLE})").fetchall():
        indexed.add(schema.execute(f"PRAGMA index_info({index[1]})").fetchone()[2])
    assert wanted.keys() <= indexed


@KINDS
def test_choices_and_limits_are_those_of_the_fields(schema: sqlite3.Connection, record: type[Record]) -> None:
    sql = sql_of(schema, record.TABLE)
    assert sql.endswith("STRICT")
    for spec in specs(record).values():
        if spec.choices is not None:
            listed = re.search(rf"\b{spec.name} IN \(([^)]*)\)", sql)
            assert listed is not None
            assert listed[1] == ", ".join(f"'{member.value}'" for member in spec.choices)
        elif spec.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.DATE):
            assert f"length({spec.name}) <= {spec.limit})" in sql, spec.name


def test_there_are_no_other_tables(schema: sqlite3.Connection) -> None:
    names = {str(row[0]) for row in schema.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    ours = {name for name in names if not name.startswith(("search_text_", "sqlite_", "_sqlite_migrations"))}
    assert ours == {*RECORD_TYPES, *JOURNAL, *FOUND_BY}
    for table in ours - {"search_text"}:
        assert sql_of(schema, table).endswith("STRICT"), table


def test_the_file_says_whose_it_is(schema: sqlite3.Connection) -> None:
    assert schema.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert schema.execute("PRAGMA user_version").fetchone()[0] == VERSION


@pytest.mark.parametrize("table", ["level", "tagging", "journal_now"])
def test_a_schema_step_that_fails_half_way_leaves_none_of_it(table: str) -> None:
    def refuse(action: int, name: str | None, *_: str | None) -> int:
        return (
            sqlite3.SQLITE_DENY
            if (action, name) == (sqlite3.SQLITE_CREATE_TABLE, table)
            else sqlite3.SQLITE_OK
        )

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.set_authorizer(refuse)
        with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
            migrate(connection)
        connection.set_authorizer(None)
        assert not connection.in_transaction
        names = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master")}
        assert all("_sqlite_migrations" in name for name in names), names
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 0
        migrate(connection)
        assert connection.execute("PRAGMA user_version").fetchone()[0] == VERSION


def test_a_new_dossier_that_cannot_be_made_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: sqlite3.Connection) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("ministrack.store.migrations.make_triggers", full)
    with pytest.raises(NoSpace):
        create_dossier(tmp_path / "Görüşlər.ministrack")
    assert list(tmp_path.iterdir()) == []
