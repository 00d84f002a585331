"""Which rows hang on which: whose derived columns and search text are made anew when a row has changed."""

import sqlite3

from ministrack.store.batches import IN, batches
from ministrack.store.journal import images_of

Rows = dict[str, dict[str, None]]
"""Ids by table, each once, in the order in which they were found."""

_DEPENDENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "meeting": (
        ("delegation", f"SELECT id FROM delegation WHERE meeting {IN}"),
        ("task", f"SELECT id FROM task WHERE due_meeting {IN}"),
        ("meeting_document", f"SELECT id FROM meeting_document WHERE meeting {IN}"),
    ),
    "party": (
        ("delegation", f"SELECT id FROM delegation WHERE party {IN}"),
        (
            "delegate",
            (
                "SELECT delegate.id FROM delegate JOIN delegation ON delegation.id = delegate.delegation "
                f"WHERE party {IN}"
            ),
        ),
        ("membership", f"SELECT id FROM membership WHERE party {IN}"),
        ("membership", f"SELECT id FROM membership WHERE organisation {IN}"),
        ("meeting", f"SELECT id FROM meeting WHERE country {IN}"),
        ("task", f"SELECT id FROM task WHERE owner_party {IN}"),
        ("document_party", f"SELECT id FROM document_party WHERE party {IN}"),
        ("body_member", f"SELECT id FROM body_member WHERE party {IN}"),
    ),
    "person": (
        ("delegate", f"SELECT id FROM delegate WHERE person {IN}"),
        ("delegation", f"SELECT delegation FROM delegate WHERE person {IN}"),
        ("task", f"SELECT id FROM task WHERE owner_person {IN}"),
    ),
    "delegation": (("delegate", f"SELECT id FROM delegate WHERE delegation {IN}"),),
    "document": (
        ("document_stage", f"SELECT id FROM document_stage WHERE document {IN}"),
        ("document_party", f"SELECT id FROM document_party WHERE document {IN}"),
        ("meeting_document", f"SELECT id FROM meeting_document WHERE document {IN}"),
    ),
    "body": (
        ("body_member", f"SELECT id FROM body_member WHERE body {IN}"),
        ("task", f"SELECT id FROM task WHERE owner_body {IN}"),
    ),
    "task": (
        ("progress", f"SELECT id FROM progress WHERE task {IN}"),
        ("dependency", f"SELECT id FROM dependency WHERE task {IN}"),
        ("dependency", f"SELECT id FROM dependency WHERE depends_on {IN}"),
    ),
    "series": (
        ("meeting", f"SELECT id FROM meeting WHERE series {IN}"),
        ("membership", f"SELECT id FROM membership WHERE series {IN}"),
    ),
    "tag": (("tagging", f"SELECT id FROM tagging WHERE tag {IN}"),),
}
"""For a changed row of each table: whose derived columns hang on it."""

_OWNERS: dict[str, tuple[str, str]] = {
    "spelling": ("person", "person"),
    "delegate": ("delegation", "delegation"),
}
"""Rows that are part of another one's search text, and so of what hangs on that one: reference and table."""


def touched(connection: sqlite3.Connection, edit: str) -> Rows:
    """The rows that an edit touched and those that hang on them."""
    found: Rows = {}
    sql = "SELECT tbl, row FROM change WHERE edit = ? ORDER BY seq"
    for table, row in connection.execute(sql, (edit,)):
        found.setdefault(str(table), {})[str(row)] = None
    for table, (field, owner) in _OWNERS.items():
        if table in found:
            owners = {str(image[field]) for image in images_of(connection, edit, table)}
            found.setdefault(owner, {}).update(dict.fromkeys(sorted(owners)))
    for table, ids in [(table, list(ids)) for table, ids in found.items()]:
        for target, query in _DEPENDENTS.get(table, ()):
            for batch in batches(ids):
                hanging = connection.execute(query, (batch,)).fetchall()
                found.setdefault(target, {}).update((str(row[0]), None) for row in hanging)
    return found
