"""One field of many records at once: what it would change in each, and the one edit that does it."""

from collections.abc import Mapping, Sequence
from enum import Enum

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.checks import checked
from ministrack.domain.errors import InvalidValue, MinistrackError
from ministrack.domain.fields import specs, stored_value
from ministrack.domain.language import tr, trn
from ministrack.domain.record import Record, Ref
from ministrack.domain.values import dataclass
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, change_record, together
from ministrack.edits.wording import shortened, value_in_words
from ministrack.edits.workspace import Workspace
from ministrack.store.reader import Reader


class Outcome(Enum):
    """What becomes of one record."""

    CHANGES = "changes"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class BulkChange:
    """The values that all records get, by field, and the records that have to be made for that."""

    field: str  # the one that a person chose; others go with it
    values: Mapping[str, object]
    creating: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One record: what its field says now and would say, in words, and what comes of it and why."""

    ref: Ref
    label: str
    before: str
    after: str
    outcome: Outcome
    reason: str = ""
    seen: Mapping[str, object] | None = None


def preview(workspace: Workspace, refs: Sequence[Ref], change: BulkChange) -> list[BulkLine]:
    """What the change would do to each record, one after the other; nothing is stored."""
    read = workspace.read
    found = [(ref, read.get(RECORD_TYPES[ref.table], ref.id)) for ref in refs]
    lines = [_line(read, ref, record, change) for ref, record in found]
    steps = [_step(read, line, change) for line in lines if line.outcome is Outcome.CHANGES]
    met = iter(workspace.rehearse([*map(add_record, change.creating), *steps])[len(change.creating) :])
    return [_told(line, next(met)) if line.outcome is Outcome.CHANGES else line for line in lines]


def change_all(read: Reader, lines: Sequence[BulkLine], change: BulkChange) -> Edit:
    """Changes the records of a preview that can be changed, as one step."""
    wanted = [line for line in lines if line.outcome is Outcome.CHANGES]
    steps = [_step(read, line, change) for line in wanted]
    if len(steps) == 1 and not change.creating:
        return steps[0]
    kind = RECORD_TYPES[wanted[0].ref.table] if wanted else Record
    label = trn(
        "Change {field} of {n} record to {value}",
        "Change {field} of {n} records to {value}",
        len(wanted),
        field=tr(specs(kind)[change.field].label).lower() if wanted else "",
        value=shortened(wanted[0].after if wanted else "") or tr("nothing"),
    )
    return together(label, [*map(add_record, change.creating), *steps])


def _line(read: Reader, ref: Ref, record: Record | None, change: BulkChange) -> BulkLine:
    if record is None:
        return BulkLine(ref, tr("deleted record"), "", "", Outcome.REFUSED, tr("It was deleted."))
    declared = specs(type(record))
    seen = {name: stored_value(declared[name], getattr(record, name)) for name in change.values}
    try:
        new = {name: checked(declared[name], value) for name, value in change.values.items()}
    except InvalidValue as error:
        return BulkLine(ref, read.label(ref), "", "", Outcome.REFUSED, error.what)
    outcome = Outcome.SAME if seen == new else Outcome.CHANGES
    before, after = _words(read, record, seen, change), _words(read, record, new, change)
    return BulkLine(ref, read.label(ref), before, after, outcome, seen=seen)


def _words(read: Reader, record: Record, values: Mapping[str, object], change: BulkChange) -> str:
    """The values in words; the one that was chosen first, of the others those that are known."""
    made = {each.id: str(getattr(each, each.LABEL)) for each in change.creating}
    declared = specs(type(record))
    order = sorted(values, key=lambda name: name != change.field)
    said = [
        made.get(str(values[name])) or value_in_words(read, declared[name], values[name]) for name in order
    ]
    return ", ".join(part for part in said if part)


def _step(read: Reader, line: BulkLine, change: BulkChange) -> Edit:
    return change_record(read, line.ref, new=change.values, seen=line.seen)


def _told(line: BulkLine, error: MinistrackError | None) -> BulkLine:
    if error is None:
        return line
    return BulkLine(line.ref, line.label, line.before, line.after, Outcome.REFUSED, error.what)
