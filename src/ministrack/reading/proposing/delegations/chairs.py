"""A meeting has one chair: several whom one sentence names as such are its co-chairs."""

from collections.abc import Sequence

from ministrack.domain.delegation import Role
from ministrack.domain.proposal import Proposal
from ministrack.domain.values import replace


def with_co_chairs(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The same proposals; "chaired by A and B" makes co-chairs of both."""
    sentences: dict[tuple[str, int], set[str]] = {}
    for each in proposals:
        if each.value("role") == Role.CHAIR.value:
            place = each.about, each.fields["role"].quote.start
            sentences.setdefault(place, set()).add(each.value("person") or each.key)
    return [_shared(each) if _is_shared(each, sentences) else each for each in proposals]


def _is_shared(proposal: Proposal, sentences: dict[tuple[str, int], set[str]]) -> bool:
    role = proposal.fields.get("role")
    return role is not None and len(sentences.get((proposal.about, role.quote.start), ())) > 1


def _shared(proposal: Proposal) -> Proposal:
    role = proposal.fields["role"]
    if role.value != Role.CHAIR.value:
        return proposal
    return replace(proposal, fields={**proposal.fields, "role": replace(role, value=Role.CO_CHAIR.value)})
