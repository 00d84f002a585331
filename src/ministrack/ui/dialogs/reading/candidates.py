"""Which record of the dossier a proposal is about, and which person it names: a new one, or one of some."""

from collections.abc import Mapping, Sequence

from ministrack.domain.language import tr
from ministrack.domain.proposal import ProposalKind
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.proposals.review import Candidate, Picked
from ministrack.ui.dialogs.reading.sheet import Entry
from ministrack.ui.forms.editors.choice import ChoiceEditor, Option

RECORD, PERSON = "record", "known_person"
_NEW = "new"
_OPEN = "open"  # somebody has to look; as long as nobody did, it would be a new one


def candidate_editors(entry: Entry) -> Mapping[str, ChoiceEditor]:
    """The choices that there are for an entry."""
    return {name: ChoiceEditor(name, options) for name, options in options_of(entry).items()}


def options_of(entry: Entry) -> Mapping[str, list[Option]]:
    """What there is to choose from, by choice; none where there is nothing but a new record."""
    reviewed, kind = entry.reviewed, tr(entry.proposal.kind.label).lower()
    found = {RECORD: _options(tr("A new {kind}", kind=kind), reviewed.record, reviewed.candidates)}
    if entry.proposal.kind is ProposalKind.DELEGATION:
        found[PERSON] = _options(tr("A new person"), reviewed.person, reviewed.people)
    offered = {name: options for name, options in found.items() if len(options) > 1}
    chosen = chosen_of(entry)
    for name, options in offered.items():
        if chosen[name] == _OPEN:
            options.insert(0, Option(_OPEN, tr("Not decided yet")))
    return offered


def chosen_of(entry: Entry) -> Mapping[str, str]:
    """What is chosen now, as the value of an option."""
    reviewed, picked = entry.reviewed, entry.picked
    return {
        RECORD: _chosen(reviewed.record, reviewed.candidates, is_new=picked.is_new),
        PERSON: _chosen(reviewed.person, reviewed.people, is_new=picked.is_new_person),
    }


def picked_with(entry: Entry, name: str, value: str) -> Picked:
    """What is decided about an entry, with one more choice."""
    every = (entry.reviewed.record, *entry.reviewed.candidates, entry.reviewed.person, *entry.reviewed.people)
    ref: Ref | None = next((each.ref for each in every if each is not None and each.ref.id == value), None)
    if name == RECORD:
        return replace(entry.picked, record=ref, is_new=ref is None)
    return replace(entry.picked, person=ref, is_new_person=ref is None)


def label_of_choice(name: str) -> str:
    """What a choice is called."""
    return tr("In the dossier") if name == RECORD else tr("Known person")


def _chosen(taken: Candidate | None, others: Sequence[Candidate], *, is_new: bool) -> str:
    if taken is not None:
        return taken.ref.id
    return _NEW if is_new or not others else _OPEN


def _options(new: str, taken: Candidate | None, others: Sequence[Candidate]) -> list[Option]:
    known = {each.ref: each for each in (*((taken,) if taken is not None else ()), *others)}
    return [Option(_NEW, new), *(Option(each.ref.id, _words(each)) for each in known.values())]


def _words(candidate: Candidate) -> str:
    """A record, how likely it is the one, and on what that rests."""
    said = {"name": candidate.label, "score": candidate.score, "why": candidate.why}
    return tr("{name} · {score}: {why}", **said) if candidate.why else candidate.label
