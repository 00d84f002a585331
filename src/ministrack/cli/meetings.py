"""The meeting that is named on the command line: by words, number, date or id, or as the next one."""

from datetime import date

from ministrack.cli.exits import WrongUse
from ministrack.cli.finding import find_record
from ministrack.domain.language import tr
from ministrack.edits.coming import next_meeting
from ministrack.store.reader import Reader

NEXT = "next"


def find_meeting(read: Reader, words: str, series: str | None = None) -> str:
    """The id of the meeting; `series` are words of the series whose next one is meant. Raises WrongUse."""
    if words != NEXT:
        return find_record(read, words, ("meeting",)).id
    return _next(read, series)


def _next(read: Reader, words: str | None) -> str:
    series = find_record(read, words, ("series",)).id if words else None
    found = next_meeting(read, date.today(), series)
    if found is None:
        raise WrongUse(
            tr("No meeting to come is recorded."),
            todo=tr("Name a meeting, or add the next one; it may be without a date and a place."),
        )
    return found
