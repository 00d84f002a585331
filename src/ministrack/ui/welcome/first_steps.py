"""What can be tried on the sample first: where each step leads, and how it is known to be done."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ministrack.domain.filters import Compare, SharedFilter
from ministrack.domain.language import N_
from ministrack.domain.levels import BELOW_MINISTER
from ministrack.domain.meeting import Meeting
from ministrack.domain.party import Party
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.changes import ChangeSet
from ministrack.ui.desk import Desk

_COUNTRY = "KG"
_PLANNED = 3  # the number of the meeting that the report leaves without a day


@dataclass(frozen=True, slots=True)
class Step:
    """One step; texts are marked with N_. `how` says how it is done without its button."""

    name: str
    label: str
    how: str


STEPS = (
    Step(
        "country",
        N_("Filter by Kyrgyzstan"),
        N_("Country, above the table, narrows the whole window: table, timeline and counts."),
    ),
    Step(
        "level",
        N_("See who came below minister level"),
        N_("Level, above the table of delegations, keeps those that were led below a minister."),
    ),
    Step(
        "date",
        N_("Give the third meeting a date"),
        N_("Type “autumn 2026” or a day into its date. Undo takes it back."),
    ),
    Step(
        "owed",
        N_("See what is owed"),
        N_("Tasks, on the left, lists what was promised, by whom and until when."),
    ),
)


class FirstSteps(QObject):
    """Leads to the steps and notices when one is done, by its button or in any other way.

    Signals: `done(str)` with the name of a step; `edit_wanted(Ref, str)` for a field to be edited.
    """

    done = Signal(str)
    edit_wanted = Signal(object, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._leads: dict[str, Callable[[], None]] = {
            "country": self._to_country,
            "level": self._to_level,
            "date": self._to_date,
            "owed": self._to_tasks,
        }
        desk.focus.filter_changed.connect(self._follow_filter)
        desk.focus.view_changed.connect(self._follow_view)
        desk.feed.changed.connect(self._follow_edit)

    def lead(self, step: str) -> None:
        """Goes where the step is done."""
        self._leads[step]()

    def _to_country(self) -> None:
        country = self._country()
        if country is not None:
            self._desk.focus.set_filter(SharedFilter(parties=(country,)))

    def _to_level(self) -> None:
        self._desk.focus.show_view("delegations")
        self._desk.focus.set_filter(SharedFilter(levels=tuple(sorted(BELOW_MINISTER))))

    def _to_date(self) -> None:
        self._desk.focus.clear_filter()
        meetings = self._desk.read.find(Meeting, Compare("number", _PLANNED))
        if meetings:
            ref = Ref("meeting", meetings[0].id)
            self._desk.focus.open("meetings", ref)
            self.edit_wanted.emit(ref, "date")

    def _to_tasks(self) -> None:
        self._desk.focus.clear_filter()
        if self._desk.focus.view == "tasks":
            self.done.emit("owed")
        self._desk.focus.show_view("tasks")

    def _country(self) -> str | None:
        found = self._desk.read.find(Party, Compare("code", _COUNTRY))
        return found[0].id if found else None

    def _follow_filter(self, shared: SharedFilter) -> None:
        if shared.parties and self._country() in shared.parties:
            self.done.emit("country")
        if shared.levels and frozenset(shared.levels) <= BELOW_MINISTER:
            self.done.emit("level")

    def _follow_view(self, view: str) -> None:
        if view == "tasks":
            self.done.emit("owed")

    def _follow_edit(self, changes: ChangeSet) -> None:
        for change in changes.changes:
            after = change.after or {}
            if change.table == "meeting" and "date" in change.fields() and after.get("number") == _PLANNED:
                self.done.emit("date")
