"""Stores proposed documents with their stages, bodies, tasks and programme items."""

from ministrack.domain.body import Body
from ministrack.domain.document import Document, DocumentParty, DocumentRole, DocumentStage, Stage
from ministrack.domain.filters import Compare, every
from ministrack.domain.meeting import Meeting, MeetingDocument, ProgrammeItem, Treatment
from ministrack.domain.proposal import Proposal
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.proposals.comparing import overlap
from ministrack.edits.proposals.keeping import Keeper
from ministrack.edits.proposals.owners import keep_owner
from ministrack.edits.proposals.parts import said_of
from ministrack.edits.proposals.reviewed import Reviewed
from ministrack.edits.proposals.stating import Stated, stated

_UNDER_WAY = (Stage.PROPOSED, Stage.DRAFTING, Stage.AGREED)
_DONE: tuple[str, ...] = (Treatment.ADOPTED.value, Treatment.SIGNED.value)


def add_document(keeper: Keeper, reviewed: Reviewed) -> None:
    """A document, the stage it reached, what the meeting did with it, and who brought it in."""
    proposal = reviewed.proposal
    document = _kept(keeper, reviewed, Document.TABLE)
    meeting = keeper.linked(reviewed, "about", proposal.about)
    _keep_stage(keeper, reviewed, document, meeting)
    treatment = proposal.fields.get("treatment")
    if treatment is not None and meeting is not None:
        own = {"document": document.id, "meeting": meeting.id, "treatment": treatment.value}
        _keep_link(keeper, MeetingDocument.TABLE, own, {"treatment": stated(treatment)})
    initiator = proposal.fields.get("initiator")
    if initiator is not None:
        party = keeper.party(initiator)
        role = DocumentRole.INITIATOR.value
        own = {"document": document.id, "party": str(party.value), "role": role}
        _keep_link(
            keeper, DocumentParty.TABLE, own, {"party": party, "role": Stated(role, role, party.quote)}
        )


def add_body(keeper: Keeper, reviewed: Reviewed) -> None:
    """A body with its mandate."""
    _kept(keeper, reviewed, Body.TABLE, parties=("set_up_by", "initiated_by"))


def add_programme_item(keeper: Keeper, reviewed: Reviewed) -> None:
    """A point of the programme, after those that are there."""
    meeting = keeper.linked(reviewed, "about", reviewed.proposal.about)
    if meeting is None:
        return
    items = keeper.read.find(ProgrammeItem, Compare("meeting", meeting.id))
    position = max((each.position or 0 for each in items), default=0) + 1
    _kept(keeper, reviewed, ProgrammeItem.TABLE, meeting=meeting, at="meeting", position=position)


def add_task(keeper: Keeper, reviewed: Reviewed) -> None:
    """A task with who owes it, and by when: a date, or a meeting."""
    proposal = reviewed.proposal
    meeting = keeper.linked(reviewed, "about", proposal.about)
    task = _kept(keeper, reviewed, Task.TABLE, meeting=meeting, at="made_at")
    keep_owner(keeper, reviewed, task)
    due = proposal.fields.get("due_meeting")
    before = keeper.linked(reviewed, "due_meeting", due.value) if due is not None else None
    present = keeper.read.get(Task, task.id)
    if due is not None and before is not None and present is not None and present.due is None:
        said = stated(due, before.id, keeper.read.label(before), "due_meeting")
        keeper.keep(Task.TABLE, task, {"due_meeting": said}, replacing=reviewed.replacing)


def _kept(
    keeper: Keeper,
    reviewed: Reviewed,
    table: str,
    *,
    parties: tuple[str, ...] = (),
    meeting: Ref | None = None,
    at: str = "",
    **given: object,
) -> Ref:
    """The record itself; `at` is the field for the meeting that it belongs to."""
    proposal = reviewed.proposal
    says = {name: stated(said, field=name) for name, said in said_of(proposal, table).items()}
    for name in parties:
        if name in says:
            says[name] = keeper.party(proposal.fields[name])
    if meeting is not None:
        says[at] = Stated(meeting.id, keeper.read.label(meeting), proposal.quote)
    present = reviewed.record.ref if reviewed.record else None
    kept = keeper.keep(table, present, says, given=given, replacing=reviewed.replacing)
    keeper.records[proposal.key] = kept
    return kept


def _keep_stage(keeper: Keeper, reviewed: Reviewed, document: Ref, meeting: Ref | None) -> None:
    """A stage, once; at the meeting where that is where it was reached."""
    proposal = reviewed.proposal
    says = {name: stated(said, field=name) for name, said in said_of(proposal, DocumentStage.TABLE).items()}
    if "stage" not in says:
        return
    same = every((Compare("document", document.id), Compare("stage", proposal.value("stage"))))
    present = next(
        (Ref(DocumentStage.TABLE, each.id) for each in keeper.read.find(DocumentStage, same)), None
    )
    says["document"] = Stated(document.id, keeper.read.label(document), proposal.quote)
    if meeting is not None and _is_reached_at(keeper, proposal, meeting):
        says["meeting"] = Stated(meeting.id, keeper.read.label(meeting), proposal.fields["stage"].quote)
    keeper.keep(DocumentStage.TABLE, present, says, replacing=reviewed.replacing)


def _is_reached_at(keeper: Keeper, proposal: Proposal, meeting: Ref) -> bool:
    """Whether a stage was reached at the meeting, and not long before it."""
    found = keeper.read.get(Meeting, meeting.id)
    date, stage = proposal.value("date"), proposal.value("stage")
    if date:
        return found is not None and found.date is not None and overlap(date, found.date)
    return stage in _UNDER_WAY or (stage in _DONE and proposal.value("treatment") in (stage, ""))


def _keep_link(keeper: Keeper, table: str, own: dict[str, str], says: dict[str, Stated]) -> None:
    """A link between two records, which may stand only once."""
    kind = _LINKS[table]
    same = every(Compare(name, value) for name, value in own.items())
    present = next((Ref(table, each.id) for each in keeper.read.find(kind, same)), None)
    keeper.keep(table, present, says, given=own)


_LINKS: dict[str, type[MeetingDocument] | type[DocumentParty]] = {
    MeetingDocument.TABLE: MeetingDocument,
    DocumentParty.TABLE: DocumentParty,
}
