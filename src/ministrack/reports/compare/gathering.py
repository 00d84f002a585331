"""What the comparison of two meetings is made from, read at once."""

from collections.abc import Mapping, Sequence
from datetime import date

from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import OneOf
from ministrack.domain.language import tr
from ministrack.domain.lists import Row
from ministrack.domain.values import dataclass
from ministrack.reports.documents import Followed, followed
from ministrack.reports.frame import series_of
from ministrack.reports.meetings import about, in_place, in_short, meeting_row
from ministrack.reports.programme import chairs, programme
from ministrack.reports.programme import refs_of as programme_refs
from ministrack.reports.request import Request
from ministrack.reports.rows import rows, text
from ministrack.reports.seats import Seat, seats_at
from ministrack.reports.sourcing import Notes
from ministrack.reports.tasks import TASK, is_own_work, last_reports, refs_of
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two meetings; `name` tells it from the other one in few words."""

    meeting: Row
    name: str
    seats: Mapping[str, Seat]  # by party
    chairs: Sequence[Row]
    programme: Sequence[Row]
    treatments: Mapping[str, Sequence[str]]  # by document
    tasks: Sequence[Row]

    @property
    def id(self) -> str:
        """Of the meeting."""
        return text(self.meeting["id"])


@dataclass(frozen=True, slots=True)
class Pair:
    """Both, the earlier one first."""

    words: Wording
    notes: Notes
    today: date
    first: Side
    second: Side
    of_ministers: bool
    documents: Sequence[Followed]
    reports: Mapping[str, Row]  # the last one of each task

    @property
    def sides(self) -> tuple[Side, Side]:
        """One after the other."""
        return self.first, self.second


def gather(read: Reader, words: Wording, request: Request) -> Pair:
    """Reads all that is told. Raises InvalidValue where the two are not two meetings of the dossier."""
    chosen = (
        meeting_row(read, request.meeting, "meeting"),
        meeting_row(read, request.second_meeting, "second_meeting"),
    )
    if chosen[0]["id"] == chosen[1]["id"]:
        raise InvalidValue(
            tr("A meeting cannot be compared with itself."),
            field="second_meeting",
            todo=tr("Choose two different meetings."),
        )
    meetings = _in_order(*chosen)
    ids = [text(row["id"]) for row in meetings]
    seats = seats_at(read, ids)
    in_chair, items = chairs(read, ids), programme(read, ids)
    made = rows(read, "task", TASK, OneOf("made_at", tuple(ids)), "due_last")
    tasks = [task for task in made if not is_own_work(task)]
    treatments = rows(
        read, "meeting_document", ("meeting", "document", "treatment"), OneOf("meeting", tuple(ids))
    )
    staged = rows(read, "document_stage", ("document",), OneOf("meeting", tuple(ids)))
    documents = followed(read, (text(row["document"]) for row in (*treatments, *staged)))
    reports = last_reports(read, tasks)
    told = [about(row) for row in meetings]
    told += [ref for several in seats.values() for seat in several for ref in seat.refs]
    told += [*programme_refs(in_chair, items), *refs_of(tasks, reports)]
    told += [ref for document in documents for ref in document.refs]
    notes = Notes(read, words, told, (text(row["source"]) for row in reports.values()))
    names = _names(words, meetings)
    first, second = (
        Side(
            row,
            names[place],
            {seat.party: seat for seat in seats[ids[place]]},
            [each for each in in_chair if each["meeting"] == row["id"]],
            [each for each in items if each["meeting"] == row["id"]],
            _by_document(treatments, ids[place]),
            [each for each in tasks if each["made_at"] == row["id"]],
        )
        for place, row in enumerate(meetings)
    )
    of_ministers = any(series_of(read, row).of_ministers for row in meetings)
    return Pair(words, notes, request.today, first, second, of_ministers, documents, reports)


def _in_order(first: Row, second: Row) -> tuple[Row, Row]:
    """The earlier one first, where their dates leave no doubt; else as chosen."""
    begins, ends = first["date_first"], second["date_last"]
    return (second, first) if begins and ends and str(ends) < str(begins) else (first, second)


def _names(words: Wording, meetings: tuple[Row, Row]) -> tuple[str, str]:
    """By their places; by more where they are the same."""
    for naming in (in_short, lambda row: in_place(words, row)):
        first, second = naming(meetings[0]), naming(meetings[1])
        if first != second:
            return first, second
    return text(meetings[0]["name"]), text(meetings[1]["name"])


def _by_document(treatments: Sequence[Row], meeting: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in treatments:
        if row["meeting"] == meeting:
            found.setdefault(text(row["document"]), []).append(text(row["treatment"]))
    return found
