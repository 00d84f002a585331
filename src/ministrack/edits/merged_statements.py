"""What sources say about two records that become one: side by side, with one chosen for each field."""

from collections.abc import Mapping

from ministrack.domain.filters import Compare
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.edits.merge_choices import Value, present
from ministrack.edits.statements import statements_of
from ministrack.edits.writer import Writer
from ministrack.store.table import to_row


def settle_chosen(writer: Writer, kept: Ref, other: Ref, values: Mapping[str, Value]) -> None:
    """Before they stand together: of each field only the statements stay chosen whose value stays."""
    rows = {ref: to_row(present(writer.read, ref)) for ref in (kept, other)}
    chosen = {ref: [each for each in statements_of(writer.read, ref) if each.chosen] for ref in (kept, other)}
    taken = {each.field for each in chosen[kept] if _stays(each, rows[kept], values)}
    for ref in (kept, other):
        for statement in chosen[ref]:
            is_second = ref == other and statement.field in taken
            if is_second or not _stays(statement, rows[ref], values):
                writer.change(Ref(Statement.TABLE, statement.id), {"chosen": False})


def _stays(statement: Statement, row: Mapping[str, Value], values: Mapping[str, Value]) -> bool:
    """Whether the value that the statement gave its record is still there, perhaps with more joined to it."""
    if statement.field not in values:
        return True
    before, after = row[statement.field], values[statement.field]
    return before == after or (isinstance(before, str) and isinstance(after, str) and before in after)


def place_quotes(writer: Writer, source: Ref) -> None:
    """Statements point into the text of their source by offsets, which may be those of another text."""
    record = writer.read.get(Source, source.id)
    text = record.text if record is not None and record.text else ""
    for statement in writer.read.find(Statement, Compare("source", source.id)):
        start, stop = statement.start, statement.stop
        if start is not None and stop is not None and text[start:stop] == statement.quote:
            continue
        at = text.find(statement.quote)
        new = (at, at + len(statement.quote)) if at >= 0 else (None, None)
        if (start, stop) != new:
            writer.change(Ref(Statement.TABLE, statement.id), dict(zip(("start", "stop"), new, strict=True)))
