"""Stores proposed delegations: the party at its meeting, and who came for it."""

from ministrack.domain.delegation import Delegate, Delegation, Part, Role, usual_presence
from ministrack.domain.filters import Compare, every
from ministrack.domain.meeting import Meeting
from ministrack.domain.names import fold, tidy
from ministrack.domain.person import Person, Spelling
from ministrack.domain.proposal import Proposal, Said
from ministrack.domain.record import Ref
from ministrack.domain.series import Series
from ministrack.edits.proposals.keeping import Keeper
from ministrack.edits.proposals.parts import said_of
from ministrack.edits.proposals.people import spellings_of
from ministrack.edits.proposals.reviewed import Reviewed
from ministrack.edits.proposals.stating import Stated, stated

_LEADING = (Role.HEAD, Role.CHAIR)


def add_delegation(keeper: Keeper, reviewed: Reviewed) -> None:
    """A delegation, and its delegate where somebody is named; the second of a party joins the first."""
    proposal = reviewed.proposal
    meeting = keeper.linked(reviewed, "about", proposal.about)
    if meeting is None:
        return
    party, delegation = _delegation(keeper, reviewed, meeting)
    keeper.records[proposal.key] = delegation
    says = said_of(proposal, Delegate.TABLE)
    if says:
        # As store/labels.py derives it once the edit is done.
        label = f"{party}, {keeper.read.label(meeting)}"
        within = Stated(delegation.id, label, proposal.quote)
        keeper.records[proposal.key] = _delegate(keeper, reviewed, within, says)


def _delegation(keeper: Keeper, reviewed: Reviewed, meeting: Ref) -> tuple[str, Ref]:
    """The name of the party, and its delegation."""
    proposal = reviewed.proposal
    says = {name: stated(said, field=name) for name, said in said_of(proposal, Delegation.TABLE).items()}
    seated = keeper.known.parties.seated(proposal.value("party"), meeting.id)
    if seated is not None:
        party, present = seated
        ref = Ref(Delegation.TABLE, present.id)
        says["party"] = stated(proposal.fields["party"], party.id, party.name)
    else:
        ref = None
        says["party"] = keeper.party(proposal.fields["party"])
    says["meeting"] = Stated(meeting.id, keeper.read.label(meeting), proposal.quote)
    given = _usual(keeper, meeting, says["party"].value)
    kept = keeper.keep(Delegation.TABLE, ref, says, given=given, replacing=reviewed.replacing)
    return says["party"].text, kept


def _usual(keeper: Keeper, meeting: Ref, party: object) -> dict[str, object]:
    """What goes without saying: who is listed for a meeting that was held was there; a host is the host, and
    an organisation comes to meetings of its own as their secretariat.
    """
    found = keeper.read.get(Meeting, meeting.id)
    if found is None:
        return {}
    usual: dict[str, object] = {"status": usual_presence(found.status)}
    if found.host == party:
        usual["part"] = Part.HOST
    series = keeper.read.get(Series, found.series) if found.series else None
    if series is not None and series.organisation == party:
        usual["part"] = Part.SECRETARIAT
    return usual


def _delegate(keeper: Keeper, reviewed: Reviewed, within: Stated, said: dict[str, Said]) -> Ref:
    delegation = Ref(Delegation.TABLE, str(within.value))
    says = {name: stated(each, field=name) for name, each in said.items()}
    if "person" in said:
        person = _person(keeper, reviewed, said["person"])
        says["person"] = stated(said["person"], person.id, said["person"].value, "person")
    if "on_behalf_of" in said:
        says["on_behalf_of"] = keeper.party(said["on_behalf_of"])
    present = _seat(keeper, reviewed, delegation, says.get("person"))
    says["delegation"] = within
    given = {"role": _usual_role(keeper, delegation)}
    return keeper.keep(Delegate.TABLE, present, says, given=given, replacing=reviewed.replacing)


def _seat(keeper: Keeper, reviewed: Reviewed, delegation: Ref, person: Stated | None) -> Ref | None:
    """The seat that is there already."""
    if reviewed.record is not None and reviewed.record.ref.table == Delegate.TABLE:
        return reviewed.record.ref
    if person is None:
        return None
    own = every((Compare("delegation", delegation.id), Compare("person", str(person.value))))
    return next((Ref(Delegate.TABLE, each.id) for each in keeper.read.find(Delegate, own)), None)


def _usual_role(keeper: Keeper, delegation: Ref) -> Role:
    """The first one who is named leads a delegation, where the report does not say who does."""
    seats = keeper.read.find(Delegate, Compare("delegation", delegation.id))
    return Role.MEMBER if any(each.role in _LEADING for each in seats) else Role.HEAD


def _person(keeper: Keeper, reviewed: Reviewed, said: Said) -> Ref:
    """The person who was chosen, with this spelling recorded; or a new one, made once for each name."""
    name = tidy(said.value)
    if reviewed.person is not None:
        _keep_spelling(keeper, reviewed.person.ref, name)
        return reviewed.person.ref
    key = _key(reviewed.proposal, name)
    made = keeper.new_people.get(key)
    if made is None:
        says = {"name": stated(said, name)}
        made = keeper.new_people[key] = keeper.keep(Person.TABLE, None, says)
    return made


def _key(proposal: Proposal, name: str) -> tuple[str, ...]:
    """What two people of one report have in common who are one: the words of the name, and the party."""
    return proposal.value("party"), *sorted(fold(name).split())


def _keep_spelling(keeper: Keeper, person: Ref, name: str) -> None:
    found = keeper.read.get(Person, person.id)
    if found is not None and name not in spellings_of(keeper.read, found):
        keeper.writer.add(Spelling(name=name, person=found.id, source=keeper.source))
