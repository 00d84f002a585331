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
    columns = [out for each in records.columns for out in _columns(each, records.query.table)]
    return OutTable(title, records.query, tuple(columns))


def selected_rows(table: RecordTable, title: str) -> OutTable:
    """The same with the selected rows only."""
    chosen = tuple(ref.id for ref in table.selected_refs())
    return replace(shown_table(table, title), ids=chosen)


def _columns(column: Column, table: str) -> list[OutColumn]:
    title, edits = tr(column.out or column.title), column.edits
    declared = specs(RECORD_TYPES[table])
    if column.fields:
        return [OutColumn(tr(declared[name].label), name) for name in column.fields]
    if edits is not None and edits.table:
        return [OutColumn(title, edits.field, edits.table, edits.pointer)]
    if edits is not None and edits.field == column.name and column.name in declared:
        return [OutColumn(title, edits.field)]
    return [OutColumn(title, needs=column.needs, words=partial(_words, column), is_number=True)]


def _words(column: Column, row: Row) -> str:
    """What stands for something that is not there is nothing to a table; a pill says it in short."""
    cell = column.cell(row)
    if cell.look is Look.SOFT and not cell.codes:
        return ""
    return cell.text if cell.pill is not None else cell.words
