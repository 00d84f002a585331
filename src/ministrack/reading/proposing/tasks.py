"""What was promised, decided or asked for."""

from collections.abc import Sequence

from ministrack.domain.proposal import Proposal
from ministrack.reading.findings import Findings


def propose_tasks(found: Findings, meetings: Sequence[Proposal]) -> list[Proposal]:
    """In the order of the text; `meetings` are those that were proposed already."""
    return []
