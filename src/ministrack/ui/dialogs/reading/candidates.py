"""Which record of the dossier a proposal is about, and which person it names: a new one, or one of some."""

from collections.abc import Collection, Mapping, Sequence

from ministrack.domain.language import tr
from ministrack.domain.proposal import ProposalKind
from ministrack.domain.record import Ref
from ministrack.domain.values import replace
from ministrack.edits.proposals.reviewed import Candidate, Picked
from ministrack.ui.desk import Desk
from ministrack.ui.dialogs.reading.sheet import Entry
from ministrack.ui.forms.choosing import Existing
from ministrack.ui.forms.editors.choice import ChoiceEditor, Option
from ministrack.ui.forms.editors.editor import Editor, Wanted
from ministrack.ui.forms.editors.reference import PickerEditor
from ministrack.ui.forms.picker import ReferencePicker

RECORD, PERSON = "record", "known_person"
OTHER_RECORD, OTHER_PERSON = "other_record", "other_person"
"""The same choices among all records of the dossier, for one that nobody thought of."""
CHOICES = (RECORD, PERSON, OTHER_RECORD, OTHER_PERSON)
_TABLES = {
    ProposalKind.MEETING: "meeting",
    ProposalKind.DOCUMENT: "document",
    ProposalKind.BODY: "body",
    ProposalKind.TASK: "task",
}
_NEW = "new"
_OPEN = "open"  # somebody has to look; as long as nobody did, it would be a new one


class KnownEditor(PickerEditor):
    """Any record of a table; an empty line stands for a new one."""

    def __init__(self, desk: Desk, name: str, table: str, empty: str) -> None:
        picker = ReferencePicker(desk, (table,), create=False)
        picker.setPlaceholderText(empty)
        super().__init__(desk, (name,), picker)
        self._table = table

    def show_values(self, values: Mapping[str, object]) -> None:
        value = values[self.names[0]]
        self.picker.show_ref(Ref(self._table, str(value)) if value else None)

    def wanted(self) -> Wanted:
        choice = self.picker.choice()
        return Wanted({self.names[0]: choice.ref.id if isinstance(choice, Existing) else None})


def candidate_editors(desk: Desk, entry: Entry, *, every: bool) -> Mapping[str, Editor]:
    """The choices that there are for an entry; with `every`, also among all records of the dossier."""
    editors: dict[str, Editor] = {
        name: ChoiceEditor(name, options) for name, options in options_of(entry).items()
    }
    kind = entry.proposal.kind
    if kind in _TABLES and (every or RECORD not in editors):
        empty = tr("A new {kind}, or type to find it", kind=tr(kind.label).lower())
        editors[OTHER_RECORD] = KnownEditor(desk, OTHER_RECORD, _TABLES[kind], empty)
    names_person = bool(entry.proposal.value("person"))
    if kind is ProposalKind.DELEGATION and names_person and (every or PERSON not in editors):
        empty = tr("A new person, or type to find them")
        editors[OTHER_PERSON] = KnownEditor(desk, OTHER_PERSON, "person", empty)
    return editors


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
        OTHER_RECORD: reviewed.record.ref.id if reviewed.record is not None else "",
        OTHER_PERSON: reviewed.person.ref.id if reviewed.person is not None else "",
    }


def undecided(entry: Entry) -> Sequence[str]:
    """The choices that nobody has made yet."""
    chosen = chosen_of(entry)
    return [name for name in options_of(entry) if chosen[name] == _OPEN]


def picked_with(entry: Entry, name: str, value: str) -> Picked:
    """What is decided about an entry, with one more choice."""
    every = (entry.reviewed.record, *entry.reviewed.candidates, entry.reviewed.person, *entry.reviewed.people)
    ref: Ref | None = next((each.ref for each in every if each is not None and each.ref.id == value), None)
    if name in (OTHER_RECORD, OTHER_PERSON) and value:
        ref = Ref(_TABLES.get(entry.proposal.kind, "person"), value)
    if name in (RECORD, OTHER_RECORD):
        return replace(entry.picked, record=ref, is_new=ref is None)
    return replace(entry.picked, person=ref, is_new_person=ref is None)


def label_of_choice(name: str, beside: Collection[str]) -> str:
    """What a choice is called; `beside` are all that stand together."""
    if name == OTHER_RECORD and RECORD in beside:
        return tr("Another record")
    if name == OTHER_PERSON and PERSON in beside:
        return tr("Another person")
    return tr("In the dossier") if name in (RECORD, OTHER_RECORD) else tr("Known person")


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
