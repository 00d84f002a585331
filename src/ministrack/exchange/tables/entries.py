"""One line of a file on its way into the dossier."""

from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass, field
from ministrack.exchange.drafts import Draft
from ministrack.exchange.plan import Verdict
from ministrack.exchange.tables.reading import Said


@dataclass(slots=True)
class Entry:
    """What a line says, the record it is about, and what it would do.

    `needs` are the places of lines that make what this one builds upon.
    """

    place: int
    said: Said
    ref: Ref | None = None
    by_id: bool = False
    draft: Draft = Draft(False)
    verdict: Verdict = Verdict.SAME
    words: list[str] = field(default_factory=list)
    needs: set[int] = field(default_factory=set)
    at: str = ""  # the key of the target to look at

    @property
    def number(self) -> int:
        """Its line in the file."""
        return self.said.line.number

    @property
    def is_settled(self) -> bool:
        """Whether it cannot become part of an edit."""
        return self.verdict in (Verdict.PROBLEM, Verdict.BLANK)

    def refuse(self, words: str, at: str = "") -> None:
        """It is a problem, and why."""
        self.verdict, self.at = Verdict.PROBLEM, at
        self.words = [words]

    def dispute(self, words: str, at: str = "") -> None:
        """Something says otherwise; it is left out as long as nobody chooses it."""
        if not self.is_settled:
            self.verdict = Verdict.CONFLICT
            self.at = self.at or at
            if words not in self.words:
                self.words.append(words)
