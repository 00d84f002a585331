"""The one edit that stores what was chosen of a calendar."""

from collections.abc import Iterable, Sequence
from functools import cache

from ministrack.domain.catalogue import RECORD_TYPES
from ministrack.domain.fields import specs
from ministrack.domain.language import trn
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Record, Ref
from ministrack.edits.changes import Edit
from ministrack.edits.writer import Writer
from ministrack.exchange.calendar.steps import Step
from ministrack.exchange.drafts import Change
from ministrack.store.table import from_row, to_row


def import_edit(name: str, steps: Sequence[Step]) -> Edit:
    """All steps as one: what others point at first, then what points at it."""

    def apply(writer: Writer) -> None:
        making = {record.id: record for step in steps for record in step.making}
        adding = [record for step in steps for record in step.adding]
        fresh = [record for record in making.values() if not writer.read.exists(Ref(record.TABLE, record.id))]
        coming = {record.id for record in (*fresh, *adding)}
        records = [_pointing_at_what_is_there(writer, record, coming) for record in adding]
        writer.add_all(fresh)
        writer.add_all(_in_order(records))
        for change in (change for step in steps for change in step.changing):
            writer.change(change.ref, _known_only(writer, change, coming), change.seen)

    label = trn("Import {n} entry from {name}", "Import {n} entries from {name}", len(steps), name=name)
    return Edit(label, apply)


def _pointing_at_what_is_there(writer: Writer, record: Record, coming: set[str]) -> Record:
    """Without what it points at where that was not chosen."""
    lost = {
        field: None
        for field, value in _meetings_of(record)
        if value not in coming and not writer.read.exists(Ref("meeting", value))
    }
    return from_row(type(record), {**to_row(record), **lost}) if lost else record


def _known_only(writer: Writer, change: Change, coming: set[str]) -> dict[str, object]:
    declared = specs(RECORD_TYPES[change.ref.table])
    return {
        name: value
        for name, value in change.new.items()
        if declared[name].refers != "meeting"
        or value in coming
        or value is None
        or writer.read.exists(Ref("meeting", str(value)))
    }


def _meetings_of(record: Record) -> list[tuple[str, str]]:
    """The fields that point at a meeting; the only records of the same file that others of it point at."""
    found = ((name, getattr(record, name)) for name in _pointers(record.TABLE))
    return [(name, str(value)) for name, value in found if value]


@cache
def _pointers(table: str) -> tuple[str, ...]:
    return tuple(name for name, spec in specs(RECORD_TYPES[table]).items() if spec.refers == "meeting")


def _in_order(records: Iterable[Record]) -> list[Record]:
    """Meetings first, each after the one that it follows; then tasks, then their ids."""
    meetings = {record.id: record for record in records if isinstance(record, Meeting)}
    ordered: dict[str, Record] = {}
    for meeting in meetings.values():
        line: list[Meeting] = []
        at: Meeting | None = meeting
        while at is not None and at.id not in ordered and at not in line:
            line.append(at)
            at = meetings.get(at.previous or "")
        ordered.update((each.id, each) for each in reversed(line))
    others = sorted((each for each in records if each.id not in ordered), key=_rank)
    return [*ordered.values(), *others]


def _rank(record: Record) -> bool:
    return record.TABLE == "identifier"
