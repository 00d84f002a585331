"""What a review has found so far: the parties, the records that proposals are about, by their keys."""

from collections.abc import Iterable, Mapping, Sequence

from ministrack.domain.language import tr
from ministrack.domain.proposal import Proposal, ProposalKind, Relation, ReportText
from ministrack.domain.record import Ref
from ministrack.edits.proposals.parties import Parties
from ministrack.edits.proposals.parts import TABLES_OF
from ministrack.edits.proposals.read_before import ReadBefore
from ministrack.edits.proposals.reviewed import Candidate, Picked
from ministrack.store.reader import Reader

_SURE = 100
_FIRST: Mapping[ProposalKind, int] = {ProposalKind.MEETING: 0, ProposalKind.BODY: 1}


class Known:
    """Handed from one proposal to the next, those first on which others hang."""

    def __init__(
        self,
        read: Reader,
        proposals: Sequence[Proposal],
        picked: Mapping[str, Picked] | None = None,
        report: ReportText | None = None,
    ) -> None:
        self.read = read
        self._picked = picked or {}
        self._before = ReadBefore(read, report)
        self.parties = Parties(read)
        self.proposals = {each.key: each for each in proposals}
        self.records: dict[str, Candidate] = {}
        self.series: dict[str, tuple[Candidate | None, str]] = {}  # or the name of a new one

    def record(self, key: str) -> Ref | None:
        """The record that a key stands for, where the dossier has it."""
        found = self.records.get(key)
        return found.ref if found else None

    def picked_for(self, proposal: Proposal) -> Picked:
        """What was decided by hand."""
        return self._picked.get(proposal.key, Picked())

    def pick(self, proposal: Proposal, candidates: Sequence[Candidate]) -> Candidate | None:
        """The record that was chosen by hand, or that is the same beyond doubt."""
        picked = self.picked_for(proposal)
        if picked.is_new:
            return None
        if picked.record is None:
            before = self.read_before(proposal, TABLES_OF[proposal.kind][0])
            if before is not None:
                return before
        return self._chosen(picked.record, candidates)

    def read_before(self, proposal: Proposal, table: str) -> Candidate | None:
        """The record that was made of the same passages when this report was read before."""
        ref = self._before.record(proposal, table)
        if ref is None:
            return None
        why = tr("from this report, read before")
        return Candidate(ref, self.read.label(ref), _SURE, why, is_same=True)

    def pick_person(self, proposal: Proposal, people: Sequence[Candidate]) -> Candidate | None:
        """The same for the person whom a delegation names."""
        picked = self.picked_for(proposal)
        return None if picked.is_new_person else self._chosen(picked.person, people)

    def _chosen(self, ref: Ref | None, candidates: Sequence[Candidate]) -> Candidate | None:
        if ref is not None and self.read.exists(ref):
            given = next((each for each in candidates if each.ref == ref), None)
            return given or Candidate(ref, self.read.label(ref), _SURE, tr("chosen by hand"))
        return candidates[0] if candidates and candidates[0].is_same else None


def in_order(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those first on which others hang: the meeting of the report, other meetings, bodies, then the rest."""
    return sorted(
        proposals, key=lambda each: (_FIRST.get(each.kind, 2), each.relation is not Relation.REPORTED)
    )


def references(proposal: Proposal) -> dict[str, str]:
    """The keys of other proposals that one may name, by what for: the owner of a task may be plain words."""
    named = {"about": proposal.about}
    if proposal.kind is ProposalKind.TASK:
        named |= {"due_meeting": proposal.value("due_meeting"), "owner": proposal.value("owner")}
    return {name: key for name, key in named.items() if key}
