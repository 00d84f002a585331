"""What moving a meeting to another day would mean, in words, before it is done."""

from collections.abc import Iterator, Sequence
from datetime import date

from ministrack.domain.known_days import known_days
from ministrack.domain.language import tr, trn
from ministrack.domain.meeting import Meeting
from ministrack.edits.asking import Reader
from ministrack.edits.clashes import out_of_order, same_time
from ministrack.edits.rescheduling import Consequences
from ministrack.ui.views.meetings.calendar.words import day_in_words


def words_of_move(read: Reader, meeting: Meeting, edtf: str, hanging: Consequences) -> str:
    """Its days, what is due before it, and what stands in the way."""
    days = known_days(edtf)
    if days is None:
        return ""
    if edtf == meeting.date:
        return tr("“{meeting}” stays on {day}.", meeting=meeting.name, day=day_in_words(days[0]))
    if days[0] == days[1]:
        said = tr("“{meeting}” moves to {day}.", meeting=meeting.name, day=day_in_words(days[0]))
    else:
        said = tr(
            "“{meeting}” moves to {first} until {last}.",
            meeting=meeting.name,
            first=day_in_words(days[0]),
            last=day_in_words(days[1]),
        )
    return " ".join((said, *_follows(hanging), *_in_the_way(read, meeting, edtf)))


def _follows(hanging: Consequences) -> Iterator[str]:
    if hanging.tasks:
        named = _listed([f"“{title}”" for title in hanging.titles], hanging.tasks)
        yield tr("Due before it: {tasks}.", tasks=named)


def _in_the_way(read: Reader, meeting: Meeting, edtf: str) -> Iterator[str]:
    others = same_time(read, meeting, edtf)
    if others.count:
        yield tr("On the same day: {meetings}.", meetings=_listed(others.named, others.count))
    earlier, later = out_of_order(read, meeting, edtf)
    if earlier.count:
        named = _listed(earlier.named, earlier.count)
        yield tr("Out of order: it would come before {meetings}.", meetings=named)
    if later.count:
        named = _listed(later.named, later.count)
        yield tr("Out of order: it would come after {meetings}.", meetings=named)
    days = known_days(edtf)
    if days is not None and days[1] < date.today():
        yield tr("That is in the past.")


def _listed(named: Sequence[str], count: int) -> str:
    words = ", ".join(named)
    more = count - len(named)
    return trn("{names} and {n} more", "{names} and {n} more", more, names=words) if more > 0 else words
