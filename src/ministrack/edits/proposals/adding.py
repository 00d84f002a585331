"""Adds what was ticked, with the report as its source and the sentence behind each field, in one step."""

from collections.abc import Callable, Mapping, Sequence

from ministrack.domain.errors import InvalidValue
from ministrack.domain.language import tr, trn
from ministrack.domain.proposal import ProposalKind, ReportText
from ministrack.edits.changes import Edit
from ministrack.edits.proposals.adding_meetings import add_meeting, follow_one_another
from ministrack.edits.proposals.adding_seats import add_delegation
from ministrack.edits.proposals.adding_titled import add_body, add_document, add_programme_item, add_task
from ministrack.edits.proposals.keeping import Keeper
from ministrack.edits.proposals.missing import missing_for
from ministrack.edits.proposals.reviewed import Reviewed
from ministrack.edits.proposals.sources import source_title
from ministrack.edits.wording import shortened
from ministrack.edits.writer import Writer

_ADDERS: Mapping[ProposalKind, Callable[[Keeper, Reviewed], None]] = {
    ProposalKind.MEETING: add_meeting,
    ProposalKind.BODY: add_body,
    ProposalKind.DELEGATION: add_delegation,
    ProposalKind.DOCUMENT: add_document,
    ProposalKind.TASK: add_task,
    ProposalKind.PROGRAMME: add_programme_item,
}
"""In the order in which records of one report hang on each other."""


def add_reviewed(report: ReportText, wanted: Sequence[Reviewed]) -> Edit:
    """One edit: the source with its full text, then the records, with a statement for each field.

    With nothing wanted the source alone is stored. What the dossier has another value for becomes a statement
    beside the present one; a field in `replacing` gets the report's value. What was corrected by hand (its
    Said has no `words`) is stored as corrected; its statement keeps the quote, not the words. The edit raises
    InvalidValue, and stores nothing, where something cannot be.
    """

    def apply(writer: Writer) -> None:
        _refuse_incomplete(wanted)
        keeper = Keeper(writer, report, wanted)
        for kind, add in _ADDERS.items():
            for each in wanted:
                if each.proposal.kind is kind:
                    add(keeper, each)
            if kind is ProposalKind.MEETING:
                follow_one_another(keeper, wanted)
        keeper.finish()

    return Edit(_label(report, len(wanted)), apply)


def _label(report: ReportText, number: int) -> str:
    title = shortened(source_title(report))
    if not number:
        return tr("Add source: {title}", title=title)
    return trn("Add {n} record from “{title}”", "Add {n} records from “{title}”", number, title=title)


def _refuse_incomplete(wanted: Sequence[Reviewed]) -> None:
    missing = missing_for(wanted)
    if missing:
        raise InvalidValue(
            tr("“{quote}”: {words}", quote=shortened(missing[0].proposal.quote.text), words=missing[0].words),
            safe=tr("Nothing was stored."),
            todo=tr("Choose its meeting too, or leave it out."),
        )
