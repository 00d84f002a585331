"""A meeting on another date: the edit, and what it would mean in words, so that it is said before."""

from collections.abc import Iterator, Sequence
from datetime import date

from ministrack.domain.date_spans import span
from ministrack.domain.dates import show_long
from ministrack.domain.filters import Compare, OneOf, every
from ministrack.domain.known_days import known_days
from ministrack.domain.language import tr, trn
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.domain.task import UNFINISHED_VALUES
from ministrack.domain.values import dataclass
from ministrack.edits.changes import Edit
from ministrack.edits.clashes import Others, out_of_order, same_time
from ministrack.edits.wording import shortened
from ministrack.edits.writer import Writer
from ministrack.store.reader import Reader

_NAMED = 3  # tasks that are named; the others are counted


@dataclass(frozen=True, slots=True)
class MoveMeaning:
    """Sentences about a move: what goes with the meeting, and what stands in its way."""

    follows: tuple[str, ...]
    in_the_way: tuple[str, ...]


def move_meeting(meeting: Ref, edtf: str, seen: str | None) -> Edit:
    """Gives a meeting another date, to a day or looser; `seen` is the one that the mover saw."""

    def apply(writer: Writer) -> None:
        writer.change(meeting, {"date": edtf}, {"date": seen})

    return Edit(tr("Move meeting to {date}", date=show_long(edtf)), apply, meeting)


def meaning_of_move(read: Reader, meeting: Meeting, edtf: str) -> MoveMeaning:
    """What it would mean to give a meeting another date."""
    return MoveMeaning(tuple(_follows(read, meeting)), tuple(_in_the_way(read, meeting, edtf)))


def _follows(read: Reader, meeting: Meeting) -> Iterator[str]:
    wanted = every((Compare("due_meeting", meeting.id), OneOf("status", UNFINISHED_VALUES)))
    count = read.count("task", wanted)
    if count:
        rows = read.rows(ListQuery("task", ("title",), wanted), _NAMED)
        titles = [f"“{shortened(str(row['title']))}”" for row in rows]
        yield trn(
            "{n} task due before it moves with it: {tasks}.",
            "{n} tasks due before it move with it: {tasks}.",
            count,
            tasks=_listed(titles, count),
        )


def _in_the_way(read: Reader, meeting: Meeting, edtf: str) -> Iterator[str]:
    others = same_time(read, meeting, edtf)
    if others.count and known_days(edtf) is not None:
        yield tr("On the same day: {meetings}.", meetings=_named(others))
    elif others.count:
        yield tr("In the same series and time: {meetings}.", meetings=_named(others))
    earlier, later = out_of_order(read, meeting, edtf)
    if earlier.count:
        yield tr("Out of order: it would come before {meetings}.", meetings=_named(earlier))
    if later.count:
        yield tr("Out of order: it would come after {meetings}.", meetings=_named(later))
    last = span(edtf).last
    if last is not None and last < date.today().isoformat():
        yield tr("That is in the past.")


def _named(others: Others) -> str:
    return _listed(others.named, others.count)


def _listed(named: Sequence[str], count: int) -> str:
    words = "; ".join(named)
    more = count - len(named)
    return trn("{names} and {n} more", "{names} and {n} more", more, names=words) if more > 0 else words
