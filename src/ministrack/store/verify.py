"""Checks a whole dossier: the file, its structure, references, rows against the journal, what is derived."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from ministrack.domain.catalogue import RECORD_TYPES, SUBJECT_TABLES
from ministrack.domain.language import tr
from ministrack.domain.record import Ref
from ministrack.store import broken_text
from ministrack.store.dossier import Dossier, open_dossier
from ministrack.store.findings import Finding, Trouble, as_text, record_words
from ministrack.store.journal import trigger_statements
from ministrack.store.problems import explained
from ministrack.store.verify_derived import derived_findings
from ministrack.store.verify_journal import journal_findings, row_findings

_MOST = 100  # messages of SQLite about one file


def verify(dossier: Dossier, *, quick: bool = False) -> list[Finding]:
    """Everything that is wrong with the dossier, by name; empty when all is well. Nothing is changed.

    `quick` looks at the file and its structure only, not at each record.
    """
    connection = dossier.connection
    with explained(dossier.path), broken_text.readable(connection):
        found = list(_file(connection, "quick_check" if quick else "integrity_check"))
        try:
            with dossier.snapshot():
                found += _structure(connection)
                if not quick:
                    found += _records(connection)
            if not quick:
                found += _search_index(dossier)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            found.append(_stopped(error))
    return found


def _records(connection: sqlite3.Connection) -> Iterator[Finding]:
    yield from _references(connection)
    yield from _subjects(connection)
    for table in RECORD_TYPES:
        yield from row_findings(connection, table)
        yield from derived_findings(connection, table)
    yield from journal_findings(connection)
    yield from _attachments(connection)


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(code, int) and code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _stopped(error: sqlite3.DatabaseError) -> Finding:
    text = tr("The file is damaged so that the check could not go on: {reason}.", reason=str(error))
    return Finding(Trouble.FILE, text)


def _file(connection: sqlite3.Connection, pragma: str) -> Iterator[Finding]:
    try:
        rows = connection.execute(f"PRAGMA {pragma}({_MOST})").fetchall()
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            raise
        yield _stopped(error)
        return
    for row in rows:
        if row[0] != "ok":
            yield Finding(Trouble.FILE, tr("SQLite reports: {reason}.", reason=str(row[0]).rstrip(".")))


def _structure(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The journal's triggers as they must be, and no triggers or views of others."""
    wanted = trigger_statements()
    rows = connection.execute("SELECT name, type, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
    present = {str(row["name"]): str(row["sql"]) for row in rows}
    for name, sql in wanted.items():
        if name not in present:
            yield Finding(Trouble.STRUCTURE, tr("The trigger {name} is missing.", name=name))
        elif present[name] != sql:
            yield Finding(Trouble.STRUCTURE, tr("The trigger {name} was altered.", name=name))
    for name in present.keys() - wanted.keys():
        text = tr("{name} is a trigger or view that ministrack did not make.", name=name)
        yield Finding(Trouble.STRUCTURE, text)


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, rowid, parent, number in connection.execute("PRAGMA foreign_key_check").fetchall():
        if table not in RECORD_TYPES:
            text = tr("A row of the table {table} points at one that is not there.", table=table)
            yield Finding(Trouble.REFERENCE, text, table)
            continue
        keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        field = next((str(key["from"]) for key in keys if key["id"] == number), "")
        label = RECORD_TYPES[table].LABEL
        row = connection.execute(f"SELECT * FROM {table} WHERE rowid = ?", (rowid,)).fetchone()
        yield _dangling(Ref(table, str(row["id"])), row[label], field, str(parent), as_text(row[field]))


def _subjects(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What belongs to a record of any kind names it by kind and id: SQLite does not watch these."""
    for table in SUBJECT_TABLES:
        label = RECORD_TYPES[table].LABEL
        for row in connection.execute(f"SELECT id, {label}, subject_table, subject FROM {table}").fetchall():
            target, identity = str(row["subject_table"]), str(row["subject"])
            known = target in RECORD_TYPES
            if not (
                known and connection.execute(f"SELECT 1 FROM {target} WHERE id = ?", (identity,)).fetchone()
            ):
                yield _dangling(Ref(table, str(row["id"])), row[label], "subject", target, identity)


def _dangling(ref: Ref, label: object, field: str, target: str, value: str) -> Finding:
    text = tr(
        "{record}: the field {field} points at a record of the table {target} that is not there.",
        record=record_words(ref, label),
        field=field,
        target=target,
    )
    return Finding(Trouble.REFERENCE, text, ref.table, ref.id, field, found=value)


def _attachments(connection: sqlite3.Connection) -> Iterator[Finding]:
    for sha, content in connection.execute("SELECT sha256, content FROM attachment_content"):
        if sha256(content).hexdigest() != sha:
            text = tr("The content of an attached file was altered ({sha}).", sha=str(sha)[:12])
            yield Finding(Trouble.ATTACHMENT, text, found=str(sha))
    missing = connection.execute(
        "SELECT id, name FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM attachment_content)"
    )
    for row in missing:
        ref = Ref("attachment", str(row["id"]))
        text = tr("{record}: its content is missing.", record=record_words(ref, row["name"]))
        yield Finding(Trouble.ATTACHMENT, text, *ref)


def _search_index(dossier: Dossier) -> Iterator[Finding]:
    """SQLite's own check of the search index is a write by its form; a read-only file is copied for it."""
    if dossier.read_only:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / dossier.path.name
            dossier.copy_to(copy)
            opened = open_dossier(copy)
            try:
                yield from _search_index(opened)
            finally:
                opened.close()
        return
    try:
        dossier.connection.execute("INSERT INTO search_text (search_text) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            raise
        yield Finding(Trouble.SEARCH, tr("The search index is damaged: {reason}.", reason=str(error)))
