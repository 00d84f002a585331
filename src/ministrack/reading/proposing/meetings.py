"""Meetings that a report speaks of: the one it reports, the next, and earlier ones."""

from ministrack.domain.proposal import Proposal
from ministrack.reading.findings import Findings


def propose_meetings(found: Findings) -> list[Proposal]:
    """The meeting that the report is about comes first, where there is one."""
    return []
