"""What is derived from records: days of dates, labels, sort names, search text. Never journalled."""

import sqlite3
from collections.abc import Iterable

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.fields import FieldKind, specs
from ministrack.domain.names import fold
from ministrack.domain.record import Ref
from ministrack.store.journal import RowChange
from ministrack.store.labels import DERIVED_LABELS
from ministrack.store.search_index import forget, index_row

FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"  # stand for an open beginning and an open end

_SORTED = frozenset(
    ("party", "series", "person", "meeting", "delegation", "document", "body", "task", "source")
)

_DEPENDENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "meeting": (
        ("delegation", "SELECT id FROM delegation WHERE meeting = ?"),
        ("task", "SELECT id FROM task WHERE due_meeting = ?"),
        ("meeting_document", "SELECT id FROM meeting_document WHERE meeting = ?"),
    ),
    "party": (
        ("delegation", "SELECT id FROM delegation WHERE party = ?"),
        (
            "delegate",
            (
                "SELECT delegate.id FROM delegate JOIN delegation ON delegation.id = delegate.delegation "
                "WHERE party = ?"
            ),
        ),
        ("membership", "SELECT id FROM membership WHERE party = ?"),
        ("membership", "SELECT id FROM membership WHERE organisation = ?"),
        ("meeting", "SELECT id FROM meeting WHERE country = ?"),
        ("task", "SELECT id FROM task WHERE owner_party = ?"),
        ("document_party", "SELECT id FROM document_party WHERE party = ?"),
        ("body_member", "SELECT id FROM body_member WHERE party = ?"),
    ),
    "person": (
        ("delegate", "SELECT id FROM delegate WHERE person = ?"),
        ("delegation", "SELECT delegation FROM delegate WHERE person = ?"),
        ("task", "SELECT id FROM task WHERE owner_person = ?"),
    ),
    "delegation": (("delegate", "SELECT id FROM delegate WHERE delegation = ?"),),
    "document": (
        ("document_stage", "SELECT id FROM document_stage WHERE document = ?"),
        ("document_party", "SELECT id FROM document_party WHERE document = ?"),
        ("meeting_document", "SELECT id FROM meeting_document WHERE document = ?"),
    ),
    "body": (
        ("body_member", "SELECT id FROM body_member WHERE body = ?"),
        ("task", "SELECT id FROM task WHERE owner_body = ?"),
    ),
    "task": (
        ("progress", "SELECT id FROM progress WHERE task = ?"),
        ("dependency", "SELECT id FROM dependency WHERE task = ?"),
        ("dependency", "SELECT id FROM dependency WHERE depends_on = ?"),
    ),
    "series": (
        ("meeting", "SELECT id FROM meeting WHERE series = ?"),
        ("membership", "SELECT id FROM membership WHERE series = ?"),
    ),
    "tag": (("tagging", "SELECT id FROM tagging WHERE tag = ?"),),
}
"""For a changed row of each table: whose derived columns hang on it."""

_OWNERS: dict[str, tuple[str, str]] = {
    "spelling": ("person", "person"),
    "delegate": ("delegation", "delegation"),
}
"""Rows that are part of another one's search text, and so of what hangs on that one: reference and table."""


def refresh(connection: sqlite3.Connection, changes: Iterable[RowChange]) -> None:
    """Brings everything derived in line with the rows that `changes` touched and those that hang on them."""
    for ref in _affected(connection, changes):
        refresh_row(connection, ref)


def refresh_row(connection: sqlite3.Connection, ref: Ref) -> None:
    """Derives anew what belongs to one row, or forgets it if the row is gone."""
    found = connection.execute(f"SELECT * FROM {ref.table} WHERE id = ?", (ref.id,)).fetchone()
    if found is None:
        forget(connection, ref)
        return
    row = dict(found)
    derived = derived_columns(connection, ref, row)
    moved = {name: value for name, value in derived.items() if row[name] != value}
    if moved:
        sets = ", ".join(f"{name} = ?" for name in moved)
        connection.execute(f"UPDATE {ref.table} SET {sets} WHERE id = ?", (*moved.values(), ref.id))
    index_row(connection, ref, row)


def _affected(connection: sqlite3.Connection, changes: Iterable[RowChange]) -> list[Ref]:
    """Touched rows first, then those that hang on them; each once, in an order that settles labels."""
    affected = dict.fromkeys(Ref(change.table, change.row) for change in changes)
    for change in changes:
        if change.table in _OWNERS:
            field, table = _OWNERS[change.table]
            owners = {image[field] for image in (change.before, change.after) if image is not None}
            affected.update((Ref(table, str(owner)), None) for owner in sorted(map(str, owners)))
    for table, row in tuple(affected):
        for target, query in _DEPENDENTS.get(table, ()):
            rows = connection.execute(query, (row,)).fetchall()
            affected.update((Ref(target, str(found[0])), None) for found in rows)
    return list(affected)


def derived_columns(
    connection: sqlite3.Connection, ref: Ref, row: dict[str, str | int | None]
) -> dict[str, str | None]:
    """The values that the derived columns of a row should have."""
    record = RECORD_TYPES[ref.table]
    derived: dict[str, str | None] = {}
    for name, spec in specs(record).items():
        if spec.kind is FieldKind.DATE:
            derived.update(_days(name, row[name]))
    if ref.table == "task" and row["due_meeting"]:
        derived.update(_days_of_meeting(connection, str(row["due_meeting"])))
    label = row[record.LABEL]
    if record.LABEL_DERIVED:
        found = connection.execute(DERIVED_LABELS[ref.table], (ref.id,)).fetchone()
        label = derived[record.LABEL] = found[0] if found else None
    if ref.table in _SORTED:
        derived["sort_name"] = fold(str(label)) if label else None
    return derived


def _days(field: str, edtf: str | int | None) -> dict[str, str | None]:
    """The three derived columns of a date field; text that is no date (an outside write) has none."""
    names = (f"{field}_first", f"{field}_last", f"{field}_precision")
    if not edtf:
        return dict.fromkeys(names)
    try:
        covered = span(str(edtf))
    except InvalidValue:
        return dict.fromkeys(names)
    values = (covered.first or FIRST_DAY, covered.last or LAST_DAY, covered.precision.value)
    return dict(zip(names, values, strict=True))


def _days_of_meeting(connection: sqlite3.Connection, meeting: str) -> dict[str, str | None]:
    """A task due before a meeting is due when that meeting is."""
    edtf = connection.execute("SELECT date FROM meeting WHERE id = ?", (meeting,)).fetchone()
    return _days("due", edtf[0] if edtf else None)
