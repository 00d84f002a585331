"""What stands in the way of adding a proposal: the meeting or the party that it cannot be without."""

from collections.abc import Collection, Sequence

from ministrack.domain.language import tr
from ministrack.domain.proposal import Proposal, ProposalKind
from ministrack.domain.values import dataclass
from ministrack.edits.proposals.reviewed import Reviewed


@dataclass(frozen=True, slots=True)
class Missing:
    """A proposal that cannot be added without another one; `words` say so to a person."""

    proposal: Proposal
    key: str
    words: str


def missing_for(wanted: Sequence[Reviewed]) -> list[Missing]:
    """Those that cannot be added as chosen: the meeting they belong to is not chosen, nor in the dossier."""
    chosen = {each.proposal.key for each in wanted}
    found = ((each.proposal, _missing(each, chosen)) for each in wanted)
    return [Missing(proposal, proposal.about, words) for proposal, words in found if words]


def _missing(each: Reviewed, chosen: Collection[str]) -> str:
    """What stands in the way of adding a proposal, in words."""
    proposal = each.proposal
    if proposal.kind is ProposalKind.DELEGATION and not proposal.value("party"):
        return tr("The country or organisation is not known.")
    if proposal.kind not in (ProposalKind.DELEGATION, ProposalKind.PROGRAMME):
        return ""
    if proposal.about in chosen or "about" in each.links:
        return ""
    return tr("Its meeting is not chosen.") if proposal.about else tr("It is not said of which meeting.")
