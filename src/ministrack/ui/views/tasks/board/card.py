"""What a card says of a task."""

from ministrack.domain.language import tr, trn
from ministrack.domain.lists import Row
from ministrack.domain.record import Ref
from ministrack.domain.task import TaskStatus
from ministrack.domain.values import dataclass
from ministrack.ui.models.column import Look
from ministrack.ui.tones import of_choice
from ministrack.ui.views.tasks import said

COLUMNS = tuple(
    dict.fromkeys(("title", "waits_for", *said.OWNER, *said.ORIGIN, *said.DUE, *said.OVERDUE, "status"))
)
"""Columns of the query from which cards are made."""


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card; an empty text is left out. `code` is the country whose flag stands there."""

    ref: Ref
    title: str
    owner: str
    code: str
    origin: str
    due: str
    meaning: str  # of an imprecise date
    is_loose: bool
    overdue: str
    waiting: str
    status: str

    def spoken(self) -> str:
        """The whole card, for assistive tools."""
        due = tr("due: {date}", date=self.due)
        owner = tr("owner: {name}", name=self.owner)
        parts = (self.title, self.status, owner, self.origin, due, self.overdue, self.waiting)
        return ", ".join(part for part in parts if part)

    def explained(self) -> str:
        """The whole card and the exact meaning of its date, line by line."""
        parts = (self.title, self.owner, self.origin, self.due, self.meaning, self.overdue, self.waiting)
        return "\n".join(part for part in parts if part)


def card_of(row: Row) -> Card:
    """The card of a row with COLUMNS."""
    owner, due = said.owner(row), said.due(row)
    waits = int(row["waits_for"] or 0)
    return Card(
        ref=Ref("task", str(row["id"])),
        title=" ".join(str(row["title"]).split()),
        owner=owner.text,
        code=owner.codes[0] if owner.codes else "",
        origin=said.origin(row),
        due=due.text,
        meaning=due.tip,
        is_loose=due.look is Look.LOOSE,
        overdue=said.overdue_in_words(row),
        waiting=trn("waits for {n} task", "waits for {n} tasks", waits) if waits else "",
        status=of_choice(TaskStatus, row["status"])[0],
    )
