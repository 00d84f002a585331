"""Documents as papers show them: how far each has come, and what a meeting did with it."""

from collections.abc import Iterable, Mapping, Sequence

from ministrack.domain.document import DocumentRole, Stage
from ministrack.domain.filters import Compare, OneOf, every
from ministrack.domain.lists import Row
from ministrack.domain.meeting import Treatment
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.reports.document import Line, Words, plain, unknown
from ministrack.reports.meetings import day
from ministrack.reports.rows import label, rows, rows_of, text
from ministrack.reports.sourcing import Notes
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_STAGE = ("document", "stage", "date", "date_first", "place", "meeting", "meeting_name", "meeting_city")
_ORDER = {stage.value: position for position, stage in enumerate(Stage)}
IN_WORK = (Stage.PROPOSED.value, Stage.DRAFTING.value, Stage.AGREED.value)
"""Stages in which a text is still worked on."""
DONE_WITH = (Stage.ADOPTED.value, Stage.SIGNED.value)
"""Stages that are an act of a meeting or of its parties."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A document with the stages it went through, oldest first, and its initiators by name."""

    id: str
    title: str
    kind: str
    stages: Sequence[Row]
    initiators: Sequence[Row]

    @property
    def stage(self) -> str:
        """The stage it has reached; empty where none is recorded."""
        return text(self.stages[-1]["stage"]) if self.stages else ""

    @property
    def refs(self) -> list[Ref]:
        """What sources may speak of."""
        found = [Ref("document", self.id), *(Ref("document_stage", text(row["id"])) for row in self.stages)]
        return [*found, *(Ref("document_party", text(row["id"])) for row in self.initiators)]

    def stage_at(self, meeting: str) -> Row | None:
        """The last stage it reached at a meeting."""
        return next((row for row in reversed(self.stages) if row["meeting"] == meeting), None)


def followed(read: Reader, ids: Iterable[str]) -> list[Followed]:
    """The documents with these ids, by title."""
    found = rows_of(read, "document", ("title", "kind", "sort_name"), ids)
    known = tuple(text(row["id"]) for row in found)
    stages = _by_document(rows(read, "document_stage", _STAGE, OneOf("document", known)))
    starters = every((OneOf("document", known), Compare("role", DocumentRole.INITIATOR.value)))
    initiators = _by_document(rows(read, "document_party", ("document", "party_name"), starters))
    return [
        Followed(
            text(row["id"]),
            text(row["title"]),
            text(row["kind"]),
            sorted(stages.get(text(row["id"]), ()), key=_age),
            initiators.get(text(row["id"]), ()),
        )
        for row in sorted(found, key=lambda row: text(row["sort_name"]))
    ]


def stage_line(words: Wording, notes: Notes, stage: Row | None) -> Line:
    """ "signed, 9 September 2024"; that no date is recorded is said."""
    if stage is None:
        return unknown(words("documents.no_stage"))
    note = notes.of(Ref("document_stage", text(stage["id"])), "stage", "date")
    name = Words(label(Stage, stage["stage"]), note=note)
    if stage["date"]:
        return words.line("documents.stage", stage=name, date=day(text(stage["date"])))
    return (name, Words(", "), *unknown(words("no_date")))


def treated(treatments: Iterable[str]) -> Line:
    """What a meeting did with a document: "Reviewed, adopted"."""
    order = [each.value for each in Treatment]
    known = sorted(set(treatments), key=order.index)
    said = ", ".join(label(Treatment, each) for each in known)
    return plain(said[:1] + said[1:].lower())


def _age(stage: Row) -> tuple[str, int, str]:
    """Stages without a date stand before those with one, in the order in which they usually follow."""
    return text(stage["date_first"]), _ORDER.get(text(stage["stage"]), 0), text(stage["id"])


def _by_document(found: Sequence[Row]) -> Mapping[str, list[Row]]:
    by_id: dict[str, list[Row]] = {}
    for row in found:
        by_id.setdefault(text(row["document"]), []).append(row)
    return by_id
