"""Who sat where: the delegation and the delegate of the dossier that a proposed one is about."""

from collections.abc import Iterable

from ministrack.domain.delegation import Delegate, Delegation, Role
from ministrack.domain.filters import Compare, Via, every
from ministrack.domain.language import tr
from ministrack.domain.names import fold
from ministrack.domain.proposal import Proposal
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass, replace
from ministrack.edits.proposals.known import Known
from ministrack.edits.proposals.people import people_named
from ministrack.edits.proposals.reviewed import Candidate

_HERE, _NEARLY = 8, 98  # added to the score of who sits in the delegation, and the most it becomes


@dataclass(frozen=True, slots=True)
class Seat:
    """What the dossier has of a proposed delegation; `matter` says what stands in its way."""

    delegation: Candidate | None = None
    delegate: Candidate | None = None
    person: Candidate | None = None
    people: tuple[Candidate, ...] = ()
    matter: str = ""


def seat_of(known: Known, proposal: Proposal) -> Seat:
    """The delegation of the party at the meeting, and in it the one who is named."""
    party = known.parties.find(proposal.value("party"))
    meeting = known.record(proposal.about)
    seated = known.parties.seated(proposal.value("party"), meeting.id) if meeting is not None else None
    if seated is not None:
        party = seated[0]
    seats = known.read.find(Delegate, Compare("delegation", seated[1].id)) if seated is not None else []
    name = proposal.value("person")
    people = _seated_first(people_named(known.read, name, party), seats) if name else ()
    person = known.pick_person(proposal, people)
    delegation = _delegation(known, seated[1]) if seated is not None else None
    delegate = known.read_before(proposal, Delegate.TABLE) or _delegate(known, proposal, seats, person)
    person = person or _sitting(known, proposal, delegate)
    matter = _matter(known, proposal, meeting, (delegate, *people))
    return Seat(delegation, delegate, person, people, matter)


def _sitting(known: Known, proposal: Proposal, delegate: Candidate | None) -> Candidate | None:
    """Who has the seat, where that is known already of this report."""
    seat = known.read.get(Delegate, delegate.ref.id) if delegate is not None else None
    if seat is None or seat.person is None or known.picked_for(proposal).is_new_person:
        return None
    ref = Ref("person", seat.person)
    return Candidate(ref, known.read.label(ref), 100, tr("has this seat"), is_same=True)


def _seated_first(people: Iterable[Candidate], seats: Iterable[Delegate]) -> tuple[Candidate, ...]:
    """Who is in the delegation already comes first among those who may be meant."""
    here = {each.person for each in seats}
    found = [_here(each) if each.ref.id in here and not each.is_same else each for each in people]
    return tuple(sorted(found, key=lambda each: (not each.is_same, each.ref.id not in here, -each.score)))


def _here(person: Candidate) -> Candidate:
    """Nearly sure where somebody whose name is much like it sits there; a person still decides."""
    why = tr("{why}, sits in this delegation", why=person.why)
    return replace(person, score=min(person.score + _HERE, _NEARLY), why=why)


def _delegation(known: Known, delegation: Delegation) -> Candidate:
    ref = Ref(Delegation.TABLE, delegation.id)
    return Candidate(ref, known.read.label(ref), 100, tr("same party at the same meeting"), is_same=True)


def _delegate(
    known: Known, proposal: Proposal, seats: Iterable[Delegate], person: Candidate | None
) -> Candidate | None:
    """The seat of the person, or one with this title of which the person is not known, or not said."""
    picked = known.picked_for(proposal)
    title = fold(proposal.value("title"))
    for each in seats:
        ref = Ref(Delegate.TABLE, each.id)
        if picked.record == ref:
            return _seat(known, ref, tr("chosen by hand"))
        if picked.is_new or (picked.record is not None and picked.record.table == Delegate.TABLE):
            continue
        if person is not None and each.person == person.ref.id:
            return _seat(known, ref, tr("same person in this delegation"))
        is_open = each.person is None or not proposal.value("person")
        if title and is_open and fold(each.title or "") == title:
            return _seat(known, ref, tr("same title in this delegation"))
    return None


def _seat(known: Known, ref: Ref, why: str) -> Candidate:
    return Candidate(ref, known.read.label(ref), 100, why, is_same=True)


def _matter(known: Known, proposal: Proposal, meeting: Ref | None, meant: Iterable[Candidate | None]) -> str:
    """A delegation is that of a party; a meeting has one chair."""
    if not proposal.value("party"):
        return tr("The country or organisation is not known.")
    if proposal.value("role") != Role.CHAIR.value:
        return ""
    chairs = [
        each
        for each in known.proposals.values()
        if each.about == proposal.about and each.value("role") == Role.CHAIR.value
    ]
    if len({each.value("person") for each in chairs}) > 1:
        return tr("The report names several chairs of this meeting; are they co-chairs?")
    if meeting is None:
        return ""
    there = Via("delegation", "delegation", Compare("meeting", meeting.id))
    for chair in known.read.find(Delegate, every((Compare("role", Role.CHAIR.value), there))):
        if not {chair.id, chair.person} & {each.ref.id for each in meant if each is not None}:
            name = known.read.label(Ref(Delegate.TABLE, chair.id))
            return tr("The meeting has another chair already: {name}.", name=name)
    return ""
