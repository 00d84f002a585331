"""The form of a task, and of an entry in its ledger."""

from collections.abc import Mapping

from ministrack.domain.dates import explain, show
from ministrack.domain.language import N_, interface_language, tr
from ministrack.domain.record import Ref
from ministrack.ui.forms.editors.date import DateEditor
from ministrack.ui.forms.editors.editor import Wanted
from ministrack.ui.forms.editors.reference import OwnerEditor, ReferenceEditor
from ministrack.ui.forms.form import RecordForm


class DueDateEditor(DateEditor):
    """A day or span; setting it clears the meeting before which the task was due."""

    def wanted(self) -> Wanted:
        return _instead_of("due_meeting", super().wanted())


class DueMeetingEditor(ReferenceEditor):
    """A meeting; setting it clears the date on which the task was due."""

    def wanted(self) -> Wanted:
        return _instead_of("due", super().wanted())


def _instead_of(other: str, wanted: Wanted) -> Wanted:
    if not any(wanted.values.values()):
        return wanted
    return Wanted({**wanted.values, other: None}, wanted.creating)


class TaskForm(RecordForm):
    """What is owed, by whom, by when."""

    TABLE = "task"

    def lay_out(self) -> None:
        self.add_field("title")
        self.add_field("status")
        self.add_field("kind")
        self.add_field("owner", N_("Owner"), OwnerEditor(self.desk))
        self.add_field("due", editor=DueDateEditor("due"))
        before = DueMeetingEditor(self.desk, "due_meeting", "meeting")
        self._before = self.add_field("due_meeting", N_("Or before"), before)
        self.add_field("reminder")
        self.add_field("made_at")
        self.add_field("from_document")
        self.add_field("note")

    def filled(self, values: Mapping[str, object]) -> None:
        self._before.show_hint(self._meaning(values["due_meeting"]))

    def _meaning(self, meeting: object) -> str:
        """What "before the meeting" means at present."""
        if not meeting:
            return ""
        row = self.desk.read.row(Ref("meeting", str(meeting)), ("date",))
        if row is None or not row["date"]:
            return tr("The meeting has no date yet; the task moves with it.")
        date, language = str(row["date"]), interface_language()
        return tr("{date}: {meaning}", date=show(date, language), meaning=explain(date, language))


class ProgressForm(RecordForm):
    """A dated entry about a task."""

    TABLE = "progress"

    def lay_out(self) -> None:
        self.add_field("task")
        self.add_field("date")
        self.add_field("status")
        self.add_field("note")
        self.add_field("meeting")
        self.add_field("source")
