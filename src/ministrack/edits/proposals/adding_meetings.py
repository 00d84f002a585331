"""Stores proposed meetings: in their series, with where they are, one after the other."""

from collections.abc import Sequence

from ministrack.domain.language import ordinal, tr
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.names import fold, tidy
from ministrack.domain.proposal import Proposal, ProposalKind, Quote, Relation
from ministrack.domain.record import Ref
from ministrack.domain.series import Series, SeriesKind
from ministrack.edits.proposals.keeping import Keeper
from ministrack.edits.proposals.likeness import words_of
from ministrack.edits.proposals.parts import said_of
from ministrack.edits.proposals.reviewed import Reviewed
from ministrack.edits.proposals.stating import Stated, stated

_PARTIES = ("country", "host")


def add_meeting(keeper: Keeper, reviewed: Reviewed) -> None:
    """A meeting, and its series where that is new."""
    proposal = reviewed.proposal
    says = {name: stated(said, field=name) for name, said in said_of(proposal, Meeting.TABLE).items()}
    for name in _PARTIES:
        if name in says:
            party = keeper.party(proposal.fields[name])
            says[name] = Stated(party.value, party.text, party.quote, party.words, name)
    series = _series(keeper, reviewed)
    if series is not None:
        says["series"] = series
    given: dict[str, object] = {"name": _name(proposal)}
    if proposal.relation is Relation.NEXT:
        given["status"] = MeetingStatus.PLANNED
    present = reviewed.record.ref if reviewed.record else None
    keeper.records[proposal.key] = keeper.keep(
        Meeting.TABLE, present, says, given=given, replacing=reviewed.replacing
    )


def follow_one_another(keeper: Keeper, wanted: Sequence[Reviewed]) -> None:
    """The meeting before each, where the report says which one that is and the dossier does not."""
    meetings = [each for each in wanted if each.proposal.kind is ProposalKind.MEETING]
    for each in meetings:
        before = next((other for other in meetings if _is_next(keeper, each, other)), None)
        present = keeper.read.get(Meeting, keeper.records[each.proposal.key].id)
        if before is None or present is None or present.previous is not None:
            continue
        previous = keeper.records[before.proposal.key]
        if not _leads_back(keeper, previous.id, present.id):
            keeper.writer.change(Ref(Meeting.TABLE, present.id), {"previous": previous.id})
            said = Stated(previous.id, keeper.read.label(previous), before.proposal.quote)
            keeper.state(Ref(Meeting.TABLE, present.id), "previous", said, chosen=True)


def _is_next(keeper: Keeper, meeting: Reviewed, other: Reviewed) -> bool:
    """Whether a meeting follows another one of the same series: by its number."""
    mine, theirs = meeting.proposal.value("number"), other.proposal.value("number")
    one = keeper.read.get(Meeting, keeper.records[meeting.proposal.key].id)
    two = keeper.read.get(Meeting, keeper.records[other.proposal.key].id)
    if one is None or two is None or one.series is None or one.series != two.series:
        return False
    return mine.isdecimal() and theirs.isdecimal() and int(mine) == int(theirs) + 1


def _leads_back(keeper: Keeper, start: str, goal: str) -> bool:
    """Whether going back from one meeting arrives at the other."""
    at: str | None = start
    seen = set[str]()
    while at is not None and at not in seen:
        if at == goal:
            return True
        seen.add(at)
        found = keeper.read.get(Meeting, at)
        at = found.previous if found else None
    return False


def _series(keeper: Keeper, reviewed: Reviewed) -> Stated | None:
    """The series of a meeting; a new one is made once, however many meetings it has in this report. What the
    report calls it is no other series: the statement says its name.
    """
    proposal = reviewed.proposal
    said = proposal.fields.get("series") or proposal.fields.get("organisation")
    quote = said.quote if said else proposal.quote
    if reviewed.series is not None:
        return Stated(reviewed.series.ref.id, reviewed.series.label, quote, field="series")
    if not reviewed.new_series.strip():
        return None
    name = tidy(reviewed.new_series)
    made = keeper.new_series.get(fold(name))
    if made is None:
        made = keeper.new_series[fold(name)] = _new_series(keeper, proposal, name, quote)
    return Stated(made.id, keeper.read.label(made), quote, field="series")


def _new_series(keeper: Keeper, proposal: Proposal, name: str, quote: Quote) -> Ref:
    says = {"name": Stated(name, name, quote)}
    organisation = proposal.fields.get("organisation")
    if organisation is not None:
        says["organisation"] = keeper.party(organisation)
    return keeper.keep(Series.TABLE, None, says, given={"kind": _kind(proposal, name)})


def _kind(proposal: Proposal, name: str) -> SeriesKind:
    """What the names of the meeting and of its series say of the kind; meetings of ministers otherwise."""
    words = words_of(f"{name} {proposal.value('name')}")
    named = (kind for kind in SeriesKind if words_of(kind.value) & words)
    return next(named, SeriesKind.MINISTERIAL)


def _name(proposal: Proposal) -> str:
    """What a meeting is called that the report does not name."""
    number, place = proposal.value("number"), proposal.value("city")
    if number.isdecimal():
        return tr("{ordinal} meeting", ordinal=ordinal(int(number)))
    return tr("Meeting in {place}", place=place) if place else tr("Meeting")
