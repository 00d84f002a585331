"""A view as it is shown, as a table that goes out: fields as they are stored, all else in its words."""

from functools import partial

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.language import tr
from ministrack.domain.lists import Row
from ministrack.domain.values import replace
from ministrack.exchange.selection import OutColumn, OutTable
from ministrack.ui.models.column import Column, Look
from ministrack.ui.widgets.record_table import RecordTable


def shown_table(table: RecordTable, title: str) -> OutTable:
    """The columns in their order, with the rows that the filter leaves in theirs."""
    records = table.records
    columns = tuple(_column(each, records.query.table) for each in records.columns)
    return OutTable(title, records.query, columns)


def selected_rows(table: RecordTable, title: str) -> OutTable:
    """The same with the selected rows only."""
    chosen = tuple(ref.id for ref in table.selected_refs())
    return replace(shown_table(table, title), ids=chosen)


def _column(column: Column, table: str) -> OutColumn:
    title = tr(column.title)
    edits = column.edits
    if edits is not None and edits.table:
        return OutColumn(title, edits.field, edits.table, edits.pointer)
    if edits is not None and edits.field == column.name and column.name in specs(RECORD_TYPES[table]):
        return OutColumn(title, edits.field)
    words = partial(_words, column)
    return OutColumn(title, needs=column.needs, words=words, is_number=True)


def _words(column: Column, row: Row) -> str:
    """What stands for something that is not there is nothing to a table."""
    cell = column.cell(row)
    return "" if cell.look is Look.SOFT and not cell.codes else cell.words
