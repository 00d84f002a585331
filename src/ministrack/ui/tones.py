"""Statuses and levels in words and colour, for every table, list and header."""

from collections.abc import Mapping
from datetime import date

from ministrack.domain.delegation import Presence
from ministrack.domain.document import Stage
from ministrack.domain.fields import Choice
from ministrack.domain.language import tr
from ministrack.domain.levels import BELOW_MINISTER, MINISTER_LEVEL
from ministrack.domain.lists import Row, Value
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.task import TaskStatus, days_overdue
from ministrack.ui.style.theme import Tone

_TONES: Mapping[Choice, Tone] = {
    MeetingStatus.PLANNED: Tone.PLANNED,
    MeetingStatus.ANNOUNCED: Tone.PLANNED,
    MeetingStatus.CONFIRMED: Tone.PLANNED,
    MeetingStatus.HELD: Tone.HELD,
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

Said = tuple[str, Tone]
"""The words of a pill and their tone; no words: no pill."""


def of_choice(kind: type[Choice], value: Value) -> Said:
    """A stored choice in words, with its tone; a value that is none, as it is."""
    member = next((member for member in kind if member.value == value), None)
    if member is None:
        return str(value or ""), Tone.NEUTRAL
    return tr(member.label), _TONES.get(member, Tone.NEUTRAL)


def of_task(row: Row) -> Said:
    """The status of a task; what should be over and is not is overdue. Needs `status` and `due_last`."""
    if days_overdue(row["status"], row["due_last"], date.today()):
        return tr("Overdue"), Tone.OVERDUE
    return of_choice(TaskStatus, row["status"])


def of_level(code: Value, name: Value) -> Said:
    """The level at which somebody attends: below minister level stands out."""
    if not name:
        return "", Tone.NEUTRAL
    if code in MINISTER_LEVEL:
        return tr(str(name)), Tone.HELD
    return tr(str(name)), Tone.PROGRESS if code in BELOW_MINISTER else Tone.NEUTRAL
