"""The form of a delegation with its people."""

from ministrack.domain.language import N_
from ministrack.ui.forms.delegate import DELEGATES
from ministrack.ui.forms.form import RecordForm
from ministrack.ui.forms.inline_list import InlineList


class DelegationForm(RecordForm):
    """One party at one meeting."""

    TABLE = "delegation"

    def lay_out(self) -> None:
        self.add_field("meeting")
        self.add_field("party", N_("Country"))
        self.add_field("status")
        self.add_field("part")
        self.add_section(InlineList(self.desk, DELEGATES))
        self.add_field("note")
