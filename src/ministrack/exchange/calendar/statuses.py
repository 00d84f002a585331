"""The statuses of meetings and tasks as a calendar has them, which are fewer than ours."""

from collections.abc import Mapping

from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.task import TaskStatus

MEETINGS: Mapping[str, str] = {
    MeetingStatus.PLANNED.value: "TENTATIVE",
    MeetingStatus.ANNOUNCED.value: "TENTATIVE",
    MeetingStatus.POSTPONED.value: "TENTATIVE",
    MeetingStatus.CONFIRMED.value: "CONFIRMED",
    MeetingStatus.HELD.value: "CONFIRMED",
    MeetingStatus.CANCELLED.value: "CANCELLED",
}
TASKS: Mapping[str, str] = {
    TaskStatus.OPEN.value: "NEEDS-ACTION",
    TaskStatus.IN_PROGRESS.value: "IN-PROCESS",
    TaskStatus.PARTLY.value: "IN-PROCESS",
    TaskStatus.DONE.value: "COMPLETED",
    TaskStatus.DROPPED.value: "CANCELLED",
    TaskStatus.SUPERSEDED.value: "CANCELLED",
}
BY_TABLE: Mapping[str, Mapping[str, str]] = {"meeting": MEETINGS, "task": TASKS}

_MEANT: Mapping[str, Mapping[str, str]] = {
    "meeting": {
        "TENTATIVE": MeetingStatus.PLANNED.value,
        "CONFIRMED": MeetingStatus.CONFIRMED.value,
        "CANCELLED": MeetingStatus.CANCELLED.value,
    },
    "task": {
        "NEEDS-ACTION": TaskStatus.OPEN.value,
        "IN-PROCESS": TaskStatus.IN_PROGRESS.value,
        "COMPLETED": TaskStatus.DONE.value,
        "CANCELLED": TaskStatus.DROPPED.value,
    },
}
_FINISHED = 100  # percent


def meant(table: str, said: str) -> str:
    """Our status for a word of a calendar; an empty text where it says none that we know."""
    return _MEANT[table].get(said.strip().upper(), "")


def task_status(said: str, percent: str, completed: bool) -> str:
    """The status of a to-do, which may be told by how much of it is done, or when it was."""
    status = meant("task", said)
    if status:
        return status
    done = int(percent) if percent.isascii() and percent.isdigit() and len(percent) < 4 else 0
    if completed or done >= _FINISHED:
        return TaskStatus.DONE.value
    return TaskStatus.IN_PROGRESS.value if done else ""


def says_the_same(table: str, ours: object, theirs: object) -> bool:
    """Whether two of our statuses are one to a calendar: "held" and "confirmed" are."""
    words = BY_TABLE[table]
    return words.get(str(ours)) == words.get(str(theirs))
