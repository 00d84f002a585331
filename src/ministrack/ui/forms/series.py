"""The form of a series."""

from ministrack.domain.language import N_
from ministrack.ui.forms.form import RecordForm


class SeriesForm(RecordForm):
    """Meetings that follow one another."""

    TABLE = "series"

    def lay_out(self) -> None:
        self.add_field("name")
        self.add_field("short_name")
        self.add_field("organisation")
        self.add_field("kind")
        self.add_field("frequency", N_("Frequency"))
        self.add_field("note")
