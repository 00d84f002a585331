"""Which tone a status is shown in."""

from collections.abc import Mapping

from ministrack.domain.document import Stage
from ministrack.domain.fields import Choice
from ministrack.domain.language import tr
from ministrack.domain.levels import BELOW_MINISTER, MINISTER_LEVEL
from ministrack.domain.lists import Value
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.task import TaskStatus
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
}


def choice_label(kind: type[Choice], value: Value) -> str:
    """A stored choice in words; a value that is none, as it is."""
    member = next((member for member in kind if member.value == value), None)
    return tr(member.label) if member else str(value or "")


def tone_of(kind: type[Choice], value: Value) -> Tone:
    """The tone of a stored choice."""
    member = next((member for member in kind if member.value == value), None)
    return _TONES.get(member, Tone.NEUTRAL) if member else Tone.NEUTRAL


def tone_of_level(level: Value) -> Tone:
    """The tone of a level by its code: below minister level stands out."""
    if level in MINISTER_LEVEL:
        return Tone.HELD
    return Tone.PROGRESS if level in BELOW_MINISTER else Tone.NEUTRAL
