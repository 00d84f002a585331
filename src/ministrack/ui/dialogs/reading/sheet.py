"""The review of a report while it is being made: what is ticked, corrected, rejected and decided."""

from collections.abc import Iterable, Mapping, Sequence

from ministrack.domain.proposal import PROPOSED_FIELDS, Proposal, ProposalKind, Relation, Said
from ministrack.domain.values import dataclass, replace
from ministrack.edits.proposals.missing import Missing, missing_for
from ministrack.edits.proposals.reviewed import Picked, Reviewed, Standing

_MEETINGS = (None, Relation.REPORTED, Relation.NEXT, Relation.EARLIER, Relation.OTHER)
_KINDS = (
    ProposalKind.MEETING,
    ProposalKind.DELEGATION,
    ProposalKind.DOCUMENT,
    ProposalKind.BODY,
    ProposalKind.TASK,
    ProposalKind.PROGRAMME,
)
ABOUT = "about"
"""What is corrected where a proposal is said to belong to another meeting."""
_BELONGS = frozenset((ProposalKind.DELEGATION, ProposalKind.PROGRAMME))
"""What cannot be without its meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A proposal with what a person made of it. `corrected` are the fields that were changed by hand."""

    reviewed: Reviewed
    is_ticked: bool
    is_rejected: bool = False
    corrected: frozenset[str] = frozenset()
    picked: Picked = Picked()

    @property
    def proposal(self) -> Proposal:
        """What the report says, as corrected."""
        return self.reviewed.proposal

    @property
    def key(self) -> str:
        """Its name among the proposals of the report."""
        return self.proposal.key

    @property
    def standing(self) -> Standing:
        """How it stands to the dossier; what the report leaves in doubt is to be checked first."""
        found = self.reviewed.standing
        is_doubtful = not self.proposal.sure or bool(lacking(self.reviewed))
        return Standing.CHECK if found is Standing.NEW and is_doubtful else found

    @property
    def matter(self) -> str:
        """Why it wants a look; empty where it does not."""
        doubt = "" if self.proposal.sure else self.proposal.why
        return self.reviewed.matter or doubt or lacking(self.reviewed)

    @property
    def is_touched(self) -> bool:
        """Whether a person changed anything but its tick."""
        return self.is_rejected or bool(self.corrected) or self.picked != Picked()


class Sheet:
    """All entries of one report by key, in the order in which they are shown."""

    def __init__(self, reviewed: Sequence[Reviewed] = ()) -> None:
        self._entries: dict[str, Entry] = {}
        self._along: dict[str, frozenset[str]] = {}  # meeting -> what was unticked together with it
        self.is_touched = False
        self.show_review(reviewed)

    def show_review(self, reviewed: Sequence[Reviewed]) -> None:
        """Takes another look at the proposals; what was decided about those that are still there stays."""
        before = self._entries
        made = [_entry(each, before.get(each.proposal.key)) for each in reviewed]
        self._entries = {each.key: each for each in _in_order(made)}

    @property
    def entries(self) -> Mapping[str, Entry]:
        """All of them, the rejected ones too."""
        return self._entries

    def shown(self, *, rejected: bool = False) -> list[Entry]:
        """Those that are to be looked at, or those that were rejected."""
        return [each for each in self._entries.values() if each.is_rejected == rejected]

    def wanted(self) -> list[Entry]:
        """Those that are to be added."""
        return [each for each in self.shown() if each.is_ticked]

    def missing(self) -> list[Missing]:
        """What of it cannot be added as it is chosen, and why."""
        return missing_for([each.reviewed for each in self.wanted()])

    def picked(self) -> dict[str, Picked]:
        """What was decided by hand, by key."""
        return {key: each.picked for key, each in self._entries.items() if each.picked != Picked()}

    def proposals(self) -> list[Proposal]:
        """All proposals as they are corrected."""
        return [each.proposal for each in self._entries.values()]

    def meetings(self, of: Entry | None) -> list[Proposal]:
        """The meetings that the report speaks of, but for those that were rejected; its own is there too."""
        own = of.proposal.about if of is not None else ""
        found = (each for each in self._entries.values() if not each.is_rejected or each.key == own)
        return [each.proposal for each in found if each.proposal.kind is ProposalKind.MEETING]

    # ticks

    def tick(self, keys: Iterable[str], on: bool) -> list[Entry]:
        """Ticks entries or unticks them; the answer is what had to go with them, as one needs the other."""
        keys = [key for key in keys if key in self._entries]
        self.is_touched = True
        for key in keys:
            self._set_tick(key, on)
        along = self._needed_by(keys) if on else self._needing(keys)
        along = {key for key in along if self._entries[key].is_ticked != on and key not in keys}
        for key in along:
            self._set_tick(key, on)
        return [each for each in self._entries.values() if each.key in along]

    def _needed_by(self, keys: Iterable[str]) -> set[str]:
        """What has to be added so that these can be; and what was unticked together with these."""
        found: set[str] = set()
        for key in keys:
            entry = self._entries[key]
            about = self._entries.get(entry.proposal.about)
            if about is not None and about.reviewed.record is None and entry.proposal.kind in _BELONGS:
                found.add(about.key)
            found |= self._along.pop(key, frozenset())
        return {key for key in found if not self._entries[key].is_rejected}

    def _needing(self, keys: Iterable[str]) -> set[str]:
        """What cannot be added without these."""
        found: set[str] = set()
        for key in keys:
            if self._entries[key].reviewed.record is not None:
                continue
            needing = frozenset(
                each.key
                for each in self.shown()
                if each.proposal.about == key and each.proposal.kind in _BELONGS and each.is_ticked
            )
            self._along[key] = needing
            found |= needing
        return found

    # what else is decided

    def reject(self, keys: Iterable[str]) -> list[Entry]:
        """Takes entries off the list; the answer is what was unticked, as it needs them."""
        keys = list(keys)
        along = self.tick(keys, on=False)
        for key in keys:
            self._put(replace(self._entries[key], is_rejected=True))
        return along

    def restore(self, keys: Iterable[str]) -> None:
        """Puts rejected entries back, ticked as they were at first."""
        for key in keys:
            entry = self._entries[key]
            self._put(replace(entry, is_rejected=False, is_ticked=is_sure(entry.reviewed)))

    def correct(self, key: str, name: str, value: str) -> None:
        """Gives a field the value that a person says; an empty one takes the field away."""
        entry = self._entries[key]
        said = entry.proposal.fields.get(name)
        values = dict(entry.proposal.fields)
        if value:
            values[name] = Said(value, said.quote if said else entry.proposal.quote)
        else:
            values.pop(name, None)
        self._change(key, replace(entry.proposal, fields=values), entry.corrected | {name})

    def move(self, key: str, about: str) -> None:
        """Says to which meeting it belongs."""
        entry = self._entries[key]
        self._change(key, replace(entry.proposal, about=about), entry.corrected | {ABOUT})

    def change_kind(self, key: str, kind: ProposalKind) -> None:
        """Makes another sort of record of it; what both sorts have is kept, and its name whatever it is."""
        entry = self._entries[key]
        old = entry.proposal
        kept = {name: said for name, said in old.fields.items() if name in PROPOSED_FIELDS[kind]}
        kept.pop("kind", None)
        name = next((old.fields[each] for each in ("title", "name", "person") if each in old.fields), None)
        named = "name" if "name" in PROPOSED_FIELDS[kind] else "title"
        kept.setdefault(named, replace(name, words=None) if name else Said(old.quote.text, old.quote))
        relation = Relation.OTHER if kind is ProposalKind.MEETING else None
        changed = replace(old, kind=kind, fields=kept, relation=relation)
        self._change(key, changed, entry.corrected | {"kind_of_record"})
        self._put(replace(self._entries[key], picked=Picked()))

    def pick(self, key: str, picked: Picked) -> None:
        """Says which record, and which person, it is about; who decided that wants it added."""
        self.is_touched = True
        entry = self._entries[key]
        decided = replace(picked, replacing=entry.picked.replacing) != entry.picked
        self._put(replace(entry, picked=picked))
        if decided and not entry.is_ticked:
            self.tick((key,), on=True)

    def _change(self, key: str, proposal: Proposal, corrected: frozenset[str]) -> None:
        self.is_touched = True
        entry = self._entries[key]
        reviewed = replace(entry.reviewed, proposal=proposal)
        self._put(replace(entry, reviewed=reviewed, corrected=corrected))

    def _set_tick(self, key: str, on: bool) -> None:
        self._put(replace(self._entries[key], is_ticked=on))

    def _put(self, entry: Entry) -> None:
        self._entries[entry.key] = entry


def is_sure(reviewed: Reviewed) -> bool:
    """Whether it is to be added unless a person decides otherwise."""
    return reviewed.proposal.sure and reviewed.standing is not Standing.CHECK and not lacking(reviewed)


def lacking(reviewed: Reviewed) -> str:
    """What it lacks, whatever else is chosen: its meeting, or whom it is about; empty where it lacks none."""
    proposal = reviewed.proposal
    names_party = proposal.kind is not ProposalKind.DELEGATION or bool(proposal.value("party"))
    missing = missing_for((reviewed,)) if not (proposal.about and names_party) else ()
    return missing[0].words if missing else ""


def _entry(reviewed: Reviewed, before: Entry | None) -> Entry:
    proposal = reviewed.proposal
    if before is None or before.proposal.quote != proposal.quote:
        return Entry(reviewed=reviewed, is_ticked=is_sure(reviewed))
    return replace(before, reviewed=replace(reviewed, proposal=_corrected(proposal, before)))


def _corrected(proposal: Proposal, before: Entry) -> Proposal:
    """What a person corrected stays, also where the report was read once more and says something else."""
    if before.proposal.kind is not proposal.kind:
        return before.proposal
    values = {name: said for name, said in proposal.fields.items() if name not in before.corrected}
    by_hand = {name: said for name, said in before.proposal.fields.items() if name in before.corrected}
    about = before.proposal.about if ABOUT in before.corrected else proposal.about
    return replace(proposal, fields={**values, **by_hand}, about=about)


def _in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Each meeting with what belongs to it, the one reported first; then by kind, and as in the text."""
    meetings = [each.proposal for each in entries if each.proposal.kind is ProposalKind.MEETING]
    meetings.sort(key=lambda each: (_MEETINGS.index(each.relation or Relation.OTHER), each.quote.start))
    rank = {each.key: place for place, each in enumerate(meetings, 1)}

    def place(entry: Entry) -> tuple[int, int, int]:
        proposal = entry.proposal
        group = rank.get(proposal.key) or rank.get(proposal.about) or min(rank.values(), default=0)
        return group, _KINDS.index(proposal.kind), proposal.quote.start

    return sorted(entries, key=place)
