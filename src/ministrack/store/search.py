"""Full-text search over folded texts: FTS5 expressions, hits with labels and context."""

import sqlite3
from collections.abc import Iterable, Sequence

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.dates import show
from ministrack.domain.fields import specs
from ministrack.domain.isolating import isolated
from ministrack.domain.language import tr
from ministrack.domain.names import fold, sound
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.store.labels import CONTEXT, label_column

SEARCHED = (
    "meeting",
    "person",
    "delegation",
    "party",
    "task",
    "document",
    "body",
    "series",
    "source",
    "programme_item",
)
"""Tables that a search over everything looks into, in the order in which it shows them."""

_ENOUGH = 5  # fewer hits than this, and names that sound alike are looked for too
_SOUND_LENGTH = 3  # shorter words sound like too much


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found: what it is called and what tells it from others of that name."""

    ref: Ref
    label: str
    context: str


def match_expression(text: str) -> str:
    """The FTS5 expression for all words of `text`, as written or as they sound; the last may be only begun.

    Empty when the text has no letters or digits.
    """
    exact = _words(fold(text), "folded")
    alike = _sound_words(text)
    return f"({exact}) OR ({alike})" if alike else exact


def search(
    connection: sqlite3.Connection, text: str, tables: Iterable[str] = SEARCHED, limit: int = 50
) -> list[Hit]:
    """Records whose text has the words, at most `limit`, best first; names that sound alike come after."""
    wanted = tuple(tables)
    exact = _words(fold(text), "folded")
    if not exact:
        return []
    found = _refs(connection, exact, wanted, limit)
    alike = _sound_words(text)
    if alike and len(found) < _ENOUGH:
        found += [ref for ref in _refs(connection, alike, wanted, limit) if ref not in found]
    hits = [hit for ref in found if (hit := _hit(connection, ref)) is not None]
    return sorted(hits, key=lambda hit: _rank(hit, fold(text), wanted))[:limit]


def _words(folded: str, column: str) -> str:
    """Every word quoted, since a query is data; the last one as a beginning."""
    words = folded.split()
    if not words:
        return ""
    quoted = " AND ".join(f'"{word}"' for word in words)
    return f"{{{column}}} : ({quoted} *)" if len(words) > 1 else f'{{{column}}} : "{words[0]}" *'


def _sound_words(text: str) -> str:
    sounds = sound(text)
    if not sounds or any(len(word) < _SOUND_LENGTH for word in sounds.split()):
        return ""
    return _words(sounds, "sound")


def _refs(connection: sqlite3.Connection, expression: str, tables: Sequence[str], limit: int) -> list[Ref]:
    marks = ", ".join("?" * len(tables))
    rows = connection.execute(
        "SELECT entry.tbl, entry.row FROM search_text CROSS JOIN search_entry AS entry "
        f"ON entry.docid = search_text.rowid WHERE search_text MATCH ? AND entry.tbl IN ({marks}) "
        "ORDER BY search_text.rowid LIMIT ?",
        (expression, *tables, limit),
    )
    return [Ref(*row) for row in rows]


def _hit(connection: sqlite3.Connection, ref: Ref) -> Hit | None:
    context = CONTEXT.get(ref.table, "NULL")
    row = connection.execute(
        f"SELECT {label_column(ref.table)}, {context} FROM {ref.table} WHERE {ref.table}.id = ?", (ref.id,)
    ).fetchone()
    if row is None:
        return None
    words, _, edtf = _in_words(ref.table, str(row[1] or "")).partition("\x1f")
    return Hit(ref, row[0] or "", " · ".join(isolated(part) for part in (words, show(edtf)) if part))


def _in_words(table: str, context: str) -> str:
    """The kind of a document or a body as a person reads it."""
    kind = specs(RECORD_TYPES[table]).get("kind") if CONTEXT.get(table) == f"{table}.kind" else None
    found = (member for member in (kind.choices or ()) if member.value == context) if kind else iter(())
    return next((tr(member.label) for member in found), context)


def _rank(hit: Hit, query: str, tables: Sequence[str]) -> tuple[bool, int, str]:
    label = fold(hit.label)
    begins = any(f" {label}".find(f" {word}") >= 0 for word in query.split())
    return (not begins, tables.index(hit.ref.table), label)
