"""What is owed: overdue tasks first, then by when they are due, then those without a date."""

from datetime import date

from ministrack.domain.filters import Compare, Comparison, OneOf, SharedFilter, every
from ministrack.domain.language import tr, trn
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.record import Ref
from ministrack.domain.scope import scope
from ministrack.domain.task import UNFINISHED
from ministrack.domain.values import replace
from ministrack.edits.asking import Reader
from ministrack.ui.inspector import rows_work
from ministrack.ui.inspector.entries import Entry, Mark
from ministrack.ui.naming import dotted, meeting_columns, meeting_in_place
from ministrack.ui.views.overview.card import CardText

_COLUMNS = (*rows_work.TASK, *meeting_columns("made"))
_SHOWN = 7


def owed(read: Reader, shared: SharedFilter, today: date) -> CardText:
    """The card of open tasks."""
    wanted = every((scope("task", shared), OneOf("status", tuple(status.value for status in UNFINISHED))))
    rows = read.rows(ListQuery("task", _COLUMNS, wanted, "due_last"), _SHOWN)
    hidden = read.count("task", wanted) - len(rows)
    late = read.count("task", every((wanted, Compare("due_last", today.isoformat(), Comparison.BELOW))))
    heading = trn("Owed, {n} overdue", "Owed, {n} overdue", late) if late else tr("Owed")
    more = trn("and {n} more in Tasks", "and {n} more in Tasks", hidden) if hidden else ""
    return CardText(heading, [_line(row, read) for row in rows], tr("Nothing is owed."), more)


def _line(row: Row, read: Reader) -> Entry:
    line = rows_work.task(row, Ref("task", str(row["id"])), read)
    made = meeting_in_place(row, "made")
    since = tr("from the {meeting}", meeting=made) if made else ""
    return replace(line, secondary=dotted((line.secondary, since)), own=None, mark=Mark.NONE)
