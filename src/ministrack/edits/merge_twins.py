"""What a merge makes double: the record that says already what a moved one would say."""

from ministrack.domain.filters import Compare, Not, every
from ministrack.domain.record import Record, Ref
from ministrack.domain.twins import ONCE, agree, told_by
from ministrack.store.reader import Reader
from ministrack.store.table import to_row

_ENDS = {"dependency": ("task", "depends_on"), "membership": ("party", "organisation")}
"""Links between two records of one kind."""


def twin_of(read: Reader, record: Record, field: str, kept: str) -> Record | None:
    """The record that is the same thing once `field` of `record` points at `kept`; or None."""
    told = told_by(record)
    if field not in told:
        return None
    row = {**to_row(record), field: kept}
    same = (Compare(name, row[name]) for name in told)
    for other in read.find(type(record), every((Not(Compare("id", record.id)), *same))):
        if record.TABLE in ONCE or agree(record, other):
            return other
    return None


def is_empty_link(record: Record, kept: Ref, other: Ref) -> bool:
    """Whether a link joins the two that become one: it says nothing any more."""
    ends = _ENDS.get(record.TABLE)
    return ends is not None and {getattr(record, end) for end in ends} <= {kept.id, other.id}
