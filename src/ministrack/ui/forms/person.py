"""The form of a person with the other spellings of the name."""

from ministrack.domain.language import N_
from ministrack.ui.forms.form import RecordForm
from ministrack.ui.forms.inline_list import InlineList, Listed


class SpellingRow(RecordForm):
    """One other spelling."""

    TABLE = "spelling"

    def lay_out(self) -> None:
        self.add_field("name")


class SpellingForm(SpellingRow):
    """One other spelling, with whose it is and where it stands."""

    def lay_out(self) -> None:
        self.add_field("name")
        self.add_field("person")
        self.add_field("source")


SPELLINGS = Listed(
    SpellingRow,
    "person",
    N_("Other spellings"),
    N_("Add a spelling"),
    N_("Remove this spelling"),
    compact=True,
)


class PersonForm(RecordForm):
    """A person; all spellings find them."""

    TABLE = "person"

    def lay_out(self) -> None:
        self.add_field("name")
        self.add_field("given")
        self.add_field("family")
        self.add_field("name_order")
        self.add_field("native_name", N_("In own script"))
        self.add_field("note")
        self.add_section(InlineList(self.desk, SPELLINGS))
