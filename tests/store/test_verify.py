"""The check of a dossier names what differs: cells, rows, references, triggers, journal, what is derived."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ministrack.domain.delegation import Delegate, Delegation, Presence, Role
from ministrack.domain.levels import Level
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.person import Person
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Identity, Workspace
from ministrack.store.dossier import open_dossier
from ministrack.store.findings import Finding, Trouble
from ministrack.store.journal import trigger_statements
from ministrack.store.reader import Reader

TUNC = Person(name="Yılmaz Tunç", native_name="Yılmaz Tunç")
TURKIYE = Party(name="Türkiye", code="TR")
BAKU = Meeting(name="Second meeting of ministers of justice", number=2, date="2025-11-20", city="Baku")
SEAT = Delegation(meeting=BAKU.id, party=TURKIYE.id, status=Presence.ATTENDED)
HEAD = Delegate(
    delegation=SEAT.id, person=TUNC.id, title="Minister of Justice", level="minister", role=Role.HEAD
)
REPORT = Source(title="Baku hosts ministers", text="Minister of Justice of Türkiye Yilmaz Tunc")
SAID = Statement(
    quote="Yilmaz Tunc", source=REPORT.id, subject_table="person", subject=TUNC.id, field="name", chosen=True
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small sound dossier, closed."""
    workspace = Workspace.create(tmp_path / "Baku.ministrack", Identity("Aygün", "desk"))
    for record in (TUNC, TURKIYE, BAKU, SEAT, HEAD, REPORT, SAID):
        workspace.run(add_record(record))
    workspace.run(change_record(workspace.read, Ref("meeting", BAKU.id), new={"city": "Bakı"}))
    workspace.undo()
    workspace.close()
    return tmp_path / "Baku.ministrack"


def damage(path: Path, *statements: str, triggers: bool = True) -> None:
    """Change the file past the journal, the way a bad disk would; then bring the triggers back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in trigger_statements():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        if triggers:
            for sql in trigger_statements().values():
                connection.execute(sql)


@pytest.fixture
def found(path: Path) -> Callable[[], list[Finding]]:
    """Check the dossier."""

    def check() -> list[Finding]:
        with closing(open_dossier(path)) as dossier:
            return Reader(dossier).verify()

    return check


Found = Callable[[], list[Finding]]


def test_a_row_saved_before_a_field_came_into_being_holds_what_the_field_starts_with(
    path: Path, found: Found
) -> None:
    damage(
        path, """UPDATE change SET after = replace(after, ',"mode":"unknown"', '') WHERE tbl = 'meeting'"""
    )
    assert {finding.kind for finding in found()} == {Trouble.JOURNAL}
    damage(path, "UPDATE meeting SET mode = 'virtual'")
    (finding,) = [finding for finding in found() if finding.kind is not Trouble.JOURNAL]
    assert (finding.field, finding.expected, finding.found) == ("mode", "unknown", "virtual")


def test_a_sound_dossier_has_no_findings(path: Path, found: Found) -> None:
    before = path.read_bytes()
    assert found() == []
    with closing(open_dossier(path)) as dossier:
        assert Reader(dossier).verify(quick=True) == []
    assert path.read_bytes() == before


def test_a_changed_cell_is_named_with_both_values(path: Path, found: Found) -> None:
    damage(path, "UPDATE meeting SET city = 'Bakv'")
    (finding,) = [each for each in found() if each.kind is Trouble.RECORD]
    assert (finding.table, finding.row, finding.field) == ("meeting", BAKU.id, "city")
    assert (finding.expected, finding.found) == ("Baku", "Bakv")
    assert BAKU.name in finding.message


@pytest.mark.parametrize("bit", range(8))
def test_each_flipped_bit_of_a_name_is_found(path: Path, found: Found, bit: int) -> None:
    """Also where the text is no longer UTF-8 or is cut short by a zero byte."""
    raw = bytearray(TUNC.name.encode())
    raw[1] ^= 1 << bit
    damage(path, f"UPDATE person SET name = CAST(x'{raw.hex()}' AS TEXT)")
    named = [each for each in found() if each.kind is Trouble.RECORD]
    assert [(each.row, each.field, each.expected) for each in named] == [(TUNC.id, "name", TUNC.name)]


def test_rows_too_many_and_too_few_are_named(path: Path, found: Found) -> None:
    damage(
        path,
        f"DELETE FROM statement WHERE id = '{SAID.id}'",
        "INSERT INTO level (id, name, position) VALUES ('envoy', 'Envoy', 15)",
    )
    named = {(each.kind, each.table, each.row) for each in found()}
    assert (Trouble.RECORD, "statement", SAID.id) in named
    assert (Trouble.RECORD, Level.TABLE, "envoy") in named
    assert len(named) == 2


def test_a_reference_to_nothing_is_named(path: Path, found: Found) -> None:
    damage(path, "PRAGMA foreign_keys = OFF", f"DELETE FROM person WHERE id = '{TUNC.id}'")
    dangling = {(each.table, each.row, each.field) for each in found() if each.kind is Trouble.REFERENCE}
    assert dangling == {("delegate", HEAD.id, "person"), ("statement", SAID.id, "subject")}


def test_opening_mends_the_triggers_and_foreign_ones_are_named(path: Path, found: Found) -> None:
    damage(
        path,
        *(sql for name, sql in trigger_statements().items() if name not in BROKEN),
        "CREATE TRIGGER journal_meeting_insert AFTER INSERT ON meeting BEGIN SELECT 1; END",
        "CREATE TRIGGER spy AFTER INSERT ON person BEGIN SELECT 1; END",
        triggers=False,
    )
    messages = " ".join(each.message for each in found() if each.kind is Trouble.STRUCTURE)
    assert "journal_" not in messages
    assert "spy" in messages


BROKEN = {"journal_task_delete", "journal_meeting_insert"}


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("UPDATE edit SET label = 'Something else' WHERE number = 3", 3),
        ("UPDATE change SET after = replace(after, 'Tunç', 'Tunc') WHERE tbl = 'person'", 2),
        ("UPDATE edit SET author = CAST(x'ff' AS TEXT) WHERE number = 4", 4),
        ("DELETE FROM change WHERE tbl = 'statement'", 8),
    ],
)
def test_an_altered_journal_is_found_where_it_was_altered(
    path: Path, found: Found, statement: str, first: int
) -> None:
    damage(path, statement)
    numbers = [
        each.message.split("edit ")[1].split(",")[0] for each in found() if each.kind is Trouble.JOURNAL
    ]
    assert numbers[0] == str(first)


def test_an_unreadable_image_is_found(path: Path, found: Found) -> None:
    damage(path, "UPDATE change SET after = '{' WHERE tbl = 'person'")
    assert {each.kind for each in found()} == {Trouble.RECORD, Trouble.JOURNAL}


def test_derived_columns_and_search_words_out_of_step_are_named(path: Path, found: Found) -> None:
    damage(
        path,
        "UPDATE meeting SET date_first = '2025-01-01'",
        "UPDATE delegate SET name = 'Nobody'",
        "UPDATE search_text SET folded = 'nothing' WHERE rowid = "
        f"(SELECT docid FROM search_entry WHERE row = '{TUNC.id}')",
    )
    named = {(each.kind, each.table, each.field) for each in found()}
    assert named == {
        (Trouble.DERIVED, "meeting", "date_first"),
        (Trouble.DERIVED, "delegate", "name"),
        (Trouble.SEARCH, "person", ""),
    }


def test_search_that_finds_what_is_gone_is_named(path: Path, found: Found) -> None:
    damage(path, "INSERT INTO search_entry (tbl, row) VALUES ('person', 'gone')")
    assert [(each.kind, each.row) for each in found()] == [(Trouble.SEARCH, "gone")]


def test_a_damaged_search_index_is_found_in_a_read_only_file_too(path: Path, found: Found) -> None:
    damage(path, "DELETE FROM search_text_idx", "UPDATE search_text_data SET block = x'00' WHERE id > 10")
    assert Trouble.SEARCH in {each.kind for each in found()}
    with closing(open_dossier(path)) as dossier:
        dossier.connection.execute("PRAGMA query_only = ON")
        dossier.read_only = True
        assert Trouble.SEARCH in {each.kind for each in Reader(dossier).verify()}


def test_text_that_is_no_date_is_named(path: Path, found: Found) -> None:
    damage(path, "UPDATE meeting SET date = 'autumn'")
    assert (Trouble.VALUE, "date") in {(each.kind, each.field) for each in found()}


def test_attachments_are_held_to_their_hash(path: Path, found: Found) -> None:
    row = "INSERT INTO attachment (id, name, subject_table, subject, sha256) VALUES"
    damage(
        path,
        f"{row} ('a', 'draft.pdf', 'meeting', '{BAKU.id}', 'abc')",
        "INSERT INTO attachment_content (sha256, content) VALUES ('def', x'00')",
    )
    messages = [each.message for each in found() if each.kind is Trouble.ATTACHMENT]
    assert len(messages) == 2
    assert any("draft.pdf" in message for message in messages)


def test_a_torn_page_is_found(path: Path, found: Found) -> None:
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'person'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    raw = bytearray(path.read_bytes())
    raw[(page - 1) * size : (page - 1) * size + 64] = b"\xff" * 64
    path.write_bytes(raw)
    assert Trouble.FILE in {each.kind for each in found()}
