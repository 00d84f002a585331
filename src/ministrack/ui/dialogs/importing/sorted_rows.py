"""Rows of a plan by what becomes of them: sorted away from the window's thread, as there may be 100,000."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ministrack.exchange.imports import Row
from ministrack.exchange.plan import Verdict

WANTED = (Verdict.NEW, Verdict.CHANGES)
"""What is taken in unless a person decides otherwise."""


class SortedRows:
    """The rows and their places in the plan: those that are told, by verdict, and those wanted at first."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self.rows = rows
        self.told: Sequence[int] = [place for place, row in enumerate(rows) if _is_told(row)]
        by_verdict: dict[Verdict, list[int]] = {verdict: [] for verdict in Verdict}
        for place in self.told:
            by_verdict[rows[place].verdict].append(place)
        self.by_verdict: Mapping[Verdict, Sequence[int]] = by_verdict
        self.counts = Counter({verdict: len(places) for verdict, places in by_verdict.items() if places})
        self.usual = frozenset(place for verdict in WANTED for place in by_verdict[verdict])
        self.disputed = frozenset(by_verdict[Verdict.CONFLICT])

    def shown(self, only: Verdict | None) -> Sequence[int]:
        """The places of the rows of one verdict, or of all that are told."""
        return self.told if only is None else self.by_verdict[only]


def _is_told(row: Row) -> bool:
    """Whether there is something to say about a row; a line with nothing in it is passed over."""
    return row.verdict is not Verdict.BLANK or bool(row.words)
