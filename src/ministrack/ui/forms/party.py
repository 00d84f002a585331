"""The forms of a party and of what it is a member of."""

from ministrack.ui.forms.form import RecordForm


class PartyForm(RecordForm):
    """A state, an organisation or another participant."""

    TABLE = "party"

    def lay_out(self) -> None:
        self.add_field("name")
        self.add_field("short_name")
        self.add_field("kind")
        self.add_field("code")
        self.add_field("other_names")
        self.add_field("note")


class MembershipForm(RecordForm):
    """A party in an organisation or a series."""

    TABLE = "membership"

    def lay_out(self) -> None:
        self.add_field("party")
        self.add_field("organisation")
        self.add_field("series")
        self.add_field("role")
        self.add_field("since")
        self.add_field("until")
