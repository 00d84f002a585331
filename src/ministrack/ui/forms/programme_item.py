"""The form of a programme item."""

from ministrack.ui.forms.form import RecordForm


class ProgrammeItemForm(RecordForm):
    """One point of a meeting's programme."""

    TABLE = "programme_item"

    def lay_out(self) -> None:
        self.add_field("title")
        self.add_field("kind")
        self.add_field("meeting")
        self.add_field("position")
        self.add_field("time")
        self.add_field("place")
        self.add_field("note")
