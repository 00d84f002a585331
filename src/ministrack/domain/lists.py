"""What a list shows: a query as a value, and its rows."""

from ministrack.domain.filters import EVERYTHING, Filter
from ministrack.domain.values import dataclass

Value = str | int | None
Row = dict[str, Value]
"""One row of a list: `id` and the columns asked for."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which rows of a table, which columns of them, in which order. Unknown values come last.

    Columns are the record's own fields, `label`, derived ones such as `date_first`, and those that
    `store/columns.py` declares for the table.
    """

    table: str
    columns: tuple[str, ...]
    filter: Filter = EVERYTHING
    sort: str = "id"
    descending: bool = False
