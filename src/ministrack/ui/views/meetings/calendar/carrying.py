"""A meeting that is being moved to another day, by pointer or by keys, until it is put down or given up."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from ministrack.domain.known_days import beginning_on, known_days
from ministrack.domain.language import tr
from ministrack.domain.meeting import Meeting, is_movable
from ministrack.edits.rescheduling import move_meeting
from ministrack.ui.desk import Desk
from ministrack.ui.views.meetings.calendar.entries import Entry
from ministrack.ui.views.meetings.calendar.preview import words_of_move


class Carrying(QObject):
    """Knows what is carried and over which day.

    Signals: `changed()` when something is picked up, carried over another day, put down or given up;
    `refused(str)` with the reason why something stays; `moved(str, date)` with the id of a meeting and the
    day it now has.
    """

    changed = Signal()
    refused = Signal(str)
    moved = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry: Entry | None = None
        self._grip = 0  # days from the first day of the meeting to the one it was taken by
        self._target: date | None = None
        self._meeting: Meeting | None = None  # as it was when it was picked up

    @property
    def entry(self) -> Entry | None:
        """What is carried."""
        return self._entry

    @property
    def target(self) -> tuple[date, date] | None:
        """First and last day that the meeting would have."""
        if self._entry is None or self._target is None:
            return None
        return known_days(beginning_on(self._entry.edtf, self._target))

    def pick_up(self, entry: Entry, day: date | None = None) -> bool:
        """Takes a meeting, by one of its days; False where it may not be moved."""
        reason = self._reason_to_stay(entry)
        if reason:
            self.refused.emit(reason)
            return False
        self._entry = entry
        self._grip = (day - entry.first).days if day is not None and entry.first is not None else 0
        self._target = None
        self._meeting = self._desk.read.get(Meeting, entry.ref.id)
        self.changed.emit()
        return True

    def over(self, day: date | None) -> None:
        """It is above a day now, or above none."""
        target = None if day is None else date.fromordinal(max(day.toordinal() - self._grip, 1))
        if self._entry is not None and target != self._target:
            self._target = target
            self.changed.emit()

    def put_down(self) -> None:
        """Gives it the day below; above no day, or above the one it has, nothing is changed."""
        entry, target = self._entry, self._target
        self.give_up()
        if entry is None or target is None or target == entry.first:
            return
        wanted = beginning_on(entry.edtf, target)
        if self._desk.runner.run(move_meeting(entry.ref, wanted, entry.edtf)):
            self.moved.emit(entry.ref.id, target)

    def give_up(self) -> None:
        """Leaves it where it was."""
        if self._entry is not None:
            self._entry = None
            self._target = None
            self.changed.emit()

    def look_again(self) -> None:
        """Leaves a meeting that somebody deleted meanwhile."""
        if self._entry is not None and not self._desk.read.exists(self._entry.ref):
            self.give_up()

    def words(self) -> str:
        """What putting it down now would mean; empty while nothing is carried."""
        if self._entry is None or self._meeting is None:
            return ""
        if self._target is None:
            return tr("Choose a day for “{meeting}”.", meeting=self._entry.title)
        return words_of_move(self._desk.read, self._meeting, beginning_on(self._entry.edtf, self._target))

    def _reason_to_stay(self, entry: Entry) -> str:
        if self._desk.workspace.read_only:
            return tr("This dossier can only be read.")
        if not entry.is_meeting:
            return tr("A task is given another day in its details.")
        if not is_movable(entry.status):
            return tr("A meeting that was held stays on its day; correct its date in its details.")
        return ""
