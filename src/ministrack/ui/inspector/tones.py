"""Statuses in words and colour: which tone and which mark go with which status."""

from collections.abc import Mapping
from datetime import date

from ministrack.domain.delegation import Presence
from ministrack.domain.document import Stage
from ministrack.domain.fields import Choice
from ministrack.domain.language import tr
from ministrack.domain.levels import BELOW_MINISTER, MINISTER_LEVEL
from ministrack.domain.lists import Row, Value
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.task import UNFINISHED, TaskStatus
from ministrack.ui.inspector.entries import Mark
from ministrack.ui.style.theme import Tone

_TONES: Mapping[Choice, Tone] = {
    MeetingStatus.HELD: Tone.HELD,
    MeetingStatus.PLANNED: Tone.PLANNED,
    MeetingStatus.ANNOUNCED: Tone.PLANNED,
    MeetingStatus.CONFIRMED: Tone.PLANNED,
    MeetingStatus.POSTPONED: Tone.PROGRESS,
    TaskStatus.IN_PROGRESS: Tone.PROGRESS,
    TaskStatus.PARTLY: Tone.PROGRESS,
    TaskStatus.DONE: Tone.HELD,
    Stage.PROPOSED: Tone.PLANNED,
    Stage.DRAFTING: Tone.PROGRESS,
    Stage.AGREED: Tone.PROGRESS,
    Stage.ADOPTED: Tone.HELD,
    Stage.SIGNED: Tone.HELD,
    Stage.IN_FORCE: Tone.HELD,
    Presence.ABSENT: Tone.OVERDUE,
}
_MARKS: Mapping[str, Mark] = {
    TaskStatus.OPEN.value: Mark.EMPTY,
    TaskStatus.IN_PROGRESS.value: Mark.HALF,
    TaskStatus.PARTLY.value: Mark.HALF,
}

Said = tuple[str, Tone]
"""The words of a pill and their tone; no words: no pill."""


def of_choice(kind: type[Choice], value: Value) -> Said:
    """A stored choice in words, with its tone."""
    member = next((member for member in kind if member.value == value), None)
    return (tr(member.label), _TONES.get(member, Tone.NEUTRAL)) if member else ("", Tone.NEUTRAL)


def of_task(row: Row) -> Said:
    """The status of a task; what should be over and is not is overdue."""
    return (tr("Overdue"), Tone.OVERDUE) if is_overdue(row) else of_choice(TaskStatus, row["status"])


def is_overdue(row: Row) -> bool:
    """Whether the last day on which a task may be due has passed and somebody still owes it."""
    due, status = row["due_last"], row["status"]
    return bool(due) and status in {known.value for known in UNFINISHED} and str(due) < str(date.today())


def mark_of_task(row: Row) -> Mark:
    """How far a task is, as a drawing."""
    return _MARKS.get(str(row["status"]), Mark.FULL)


def of_level(code: Value, name: Value) -> Said:
    """The level at which somebody attends."""
    if not name:
        return "", Tone.NEUTRAL
    if code in MINISTER_LEVEL:
        return tr(str(name)), Tone.HELD
    return tr(str(name)), Tone.PROGRESS if code in BELOW_MINISTER else Tone.NEUTRAL
