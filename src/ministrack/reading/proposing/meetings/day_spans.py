"""Whether dates of a report may be the same day, or lie in one another."""

from ministrack.domain.date_spans import span


def may_be_same(one: str, other: str) -> bool:
    """Whether two dates have a day in common."""
    first, second = span(one), span(other)
    return (first.first or "") <= (second.last or "9") and (second.first or "") <= (first.last or "9")
