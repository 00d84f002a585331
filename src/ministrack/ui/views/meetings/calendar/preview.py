"""What moving a meeting to another day would mean, as one line below the calendar."""

from ministrack.domain.known_days import known_days
from ministrack.domain.language import tr
from ministrack.domain.meeting import Meeting
from ministrack.edits.asking import Reader
from ministrack.edits.rescheduling import meaning_of_move
from ministrack.ui.day_words import day_in_words


def words_of_move(read: Reader, meeting: Meeting, edtf: str) -> str:
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
    meaning = meaning_of_move(read, meeting, edtf)
    return " ".join((said, *meaning.follows, *meaning.in_the_way))
