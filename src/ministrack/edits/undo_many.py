"""Taking back an edit of many records: written back at once, and looked at one by one only where needed."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from ministrack.domain.delegation import Role
from ministrack.domain.errors import InvalidValue
from ministrack.edits.rules import has_rules
from ministrack.store.dossier import Dossier
from ministrack.store.journal import Image, RowChange
from ministrack.store.many import delete_rows, store_rows

_WORTH_IT = 50  # steps


def written_at_once(dossier: Dossier, back: Sequence[RowChange]) -> bool:
    """Removes and brings back whole rows, in this order; False, and nothing written, where that will not do:
    there are few, fields of rows are among them, or something is in the way, which is then named one by one.
    """
    if len(back) < _WORTH_IT or not all((step.before is None) != (step.after is None) for step in back):
        return False
    try:
        with dossier.part():
            for (table, was_added), steps in groupby(back, lambda step: (step.table, step.before is None)):
                if was_added:
                    delete_rows(dossier.connection, table, [step.row for step in steps])
                else:
                    rows = [step.before for step in steps if step.before is not None]
                    # A row of before a field was declared does not name it.
                    for _, alike in groupby(rows, tuple):
                        store_rows(dossier.connection, table, list(alike))
    except InvalidValue:
        return False
    return True


def may_break_rules(change: RowChange) -> bool:
    """Whether a row, as it is after it was written back, has to be held against the rules.

    Of a row that was brought back, most rules are kept by unique indexes and by what it points at.
    """
    if change.before is None or not has_rules(change.table):
        return False
    if change.after is not None:
        return True
    return _ASKED.get(change.table, _always)(change.before)


def _always(_: Image) -> bool:
    return True


def _never(_: Image) -> bool:
    return False


_ASKED: Mapping[str, Callable[[Image], bool]] = {
    "meeting": lambda row: row.get("previous") is not None,
    "party": _never,
    "delegation": _never,  # its delegates come back with it, and are asked about the chair
    "delegate": lambda row: row["role"] == Role.CHAIR.value,
}
