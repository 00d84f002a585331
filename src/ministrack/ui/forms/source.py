"""The forms of a source and of a statement."""

from ministrack.domain.language import N_
from ministrack.ui.forms.editors.long_text import LongTextEditor
from ministrack.ui.forms.form import RecordForm


class SourceForm(RecordForm):
    """Where facts come from."""

    TABLE = "source"

    def lay_out(self) -> None:
        self.add_field("title")
        self.add_field("kind")
        self.add_field("publisher")
        self.add_field("published")
        self.add_field("address")
        self.add_field("accessed")
        self.add_field("language")
        self.add_field("text", editor=LongTextEditor("text", least=8, most=24))


class StatementForm(RecordForm):
    """What a source says of one field."""

    TABLE = "statement"

    def lay_out(self) -> None:
        self.add_field("quote", editor=LongTextEditor("quote", least=3, most=16))
        self.add_field("source")
        self.add_field("value")
        self.add_field("chosen", N_("Chosen"))
        self.add_field("reason")
