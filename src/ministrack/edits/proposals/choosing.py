"""Which proposals can be added without anybody having looked at them, and why the others cannot."""

from collections.abc import Sequence

from ministrack.domain.language import tr
from ministrack.edits.proposals.missing import missing_for
from ministrack.edits.proposals.reviewed import Reviewed, Standing

LeftOut = list[tuple[Reviewed, str]]


def sure_ones(reviewed: Sequence[Reviewed]) -> tuple[list[Reviewed], LeftOut]:
    """Those that are sure, and those left out with the reason in words."""
    taken: list[Reviewed] = []
    left: LeftOut = []
    for each in reviewed:
        if not each.proposal.sure:
            left.append((each, each.proposal.why or tr("not sure")))
        elif each.standing is Standing.CHECK:
            left.append((each, each.matter))
        else:
            taken.append(each)
    missing = {id(each.proposal): each.words for each in missing_for(taken)}
    left += [(each, missing[id(each.proposal)]) for each in taken if id(each.proposal) in missing]
    return [each for each in taken if id(each.proposal) not in missing], left
