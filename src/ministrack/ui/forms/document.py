"""The form of a document with its stages and parties."""

from collections.abc import Sequence

from ministrack.domain.document import DocumentStage, Stage
from ministrack.domain.language import N_
from ministrack.domain.record import Record
from ministrack.edits.asking import Reader
from ministrack.ui.forms.form import RecordForm
from ministrack.ui.forms.inline_list import InlineList, Listed


class StageRow(RecordForm):
    """A stage that the document reached."""

    TABLE = "document_stage"

    def lay_out(self) -> None:
        self.add_field("stage")
        self.add_field("date")
        self.add_field("meeting")
        self.add_field("place")


class StageForm(StageRow):
    """The same with its document."""

    def lay_out(self) -> None:
        self.add_field("document")
        super().lay_out()


class DocumentPartyRow(RecordForm):
    """A party to the document."""

    TABLE = "document_party"

    def lay_out(self) -> None:
        self.add_field("party", N_("Party"))
        self.add_field("role")


class DocumentPartyForm(DocumentPartyRow):
    """The same with its document."""

    def lay_out(self) -> None:
        self.add_field("document")
        super().lay_out()


def _in_order(_: Reader, records: list[Record]) -> Sequence[Record]:
    order = list(Stage)
    stages = [record for record in records if isinstance(record, DocumentStage)]
    return sorted(stages, key=lambda each: (order.index(each.stage), each.date or ""))


STAGES = Listed(
    StageRow, "document", N_("Stages"), N_("Add a stage"), N_("Remove this stage"), order=_in_order
)
PARTIES = Listed(DocumentPartyRow, "document", N_("Parties"), N_("Add a party"), N_("Remove this party"))


class DocumentForm(RecordForm):
    """A text that meetings adopt, draft or review."""

    TABLE = "document"

    def lay_out(self) -> None:
        self.add_field("title")
        self.add_field("kind")
        self.add_field("address")
        self.add_field("summary")
        self.add_section(InlineList(self.desk, STAGES))
        self.add_section(InlineList(self.desk, PARTIES))
