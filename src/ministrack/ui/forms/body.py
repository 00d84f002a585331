"""The form of a body with its members."""

from ministrack.domain.language import N_
from ministrack.ui.forms.form import RecordForm
from ministrack.ui.forms.inline_list import InlineList, Listed


class MemberRow(RecordForm):
    """A party that sits in the body."""

    TABLE = "body_member"

    def lay_out(self) -> None:
        self.add_field("party", N_("Member"))


class MemberForm(MemberRow):
    """The same with its body."""

    def lay_out(self) -> None:
        self.add_field("body")
        super().lay_out()


MEMBERS = Listed(MemberRow, "body", N_("Members"), N_("Add a member"), N_("Remove this member"), compact=True)


class BodyForm(RecordForm):
    """A group with a mandate."""

    TABLE = "body"

    def lay_out(self) -> None:
        self.add_field("name")
        self.add_field("kind")
        self.add_field("mandate")
        self.add_field("set_up_by")
        self.add_field("set_up_at")
        self.add_field("initiated_by")
        self.add_field("reports_to")
        self.add_section(InlineList(self.desk, MEMBERS))
