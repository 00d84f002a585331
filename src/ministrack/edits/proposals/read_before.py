"""The records that were made of the same report when it was read before: its statements lead to them."""

from collections import Counter

from ministrack.domain.filters import Compare
from ministrack.domain.proposal import Proposal, ReportText
from ministrack.domain.record import Ref
from ministrack.domain.source import Source, Statement
from ministrack.edits.proposals.parts import said_of
from ministrack.edits.proposals.sources import source_of
from ministrack.edits.proposals.stating import StoredText
from ministrack.store.reader import Reader

_NAMING = ("name", "title", "person")
_MORE = 10  # times what a name tells more than another field


class ReadBefore:
    """Knows nothing where the report is new to the dossier."""

    def __init__(self, read: Reader, report: ReportText | None) -> None:
        self._read = read
        self._text = StoredText(report.text) if report is not None else None
        self._subjects: dict[tuple[str, str, str, int], set[str]] = {}
        if report is None or self._text is None:
            return
        source = source_of(read, report, self._text.text)
        if not read.exists(Ref(Source.TABLE, source.id)):
            return
        for each in read.find(Statement, Compare("source", source.id)):
            key = (each.subject_table, each.field, each.value or "", each.start or 0)
            self._subjects.setdefault(key, set()).add(each.subject)

    def record(self, proposal: Proposal, table: str) -> Ref | None:
        """The record of a table of which the same passages say the same."""
        if self._text is None or not self._subjects:
            return None
        votes = Counter[str]()
        for field, said in said_of(proposal, table).items():
            place = self._text.span(said.quote)
            for subject in self._subjects.get((table, field, said.value, place[0] if place else 0), ()):
                votes[subject] += _MORE if field in _NAMING else 1
        best = [subject for subject, number in votes.items() if number == max(votes.values())]
        found = Ref(table, best[0]) if len(best) == 1 else None
        return found if found is not None and self._read.exists(found) else None
