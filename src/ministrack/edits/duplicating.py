"""The meeting after a meeting: the same delegations are expected, and nothing else is taken for granted."""

from ministrack.domain.delegation import Delegation, Part, Presence
from ministrack.domain.errors import NotFound
from ministrack.domain.filters import Compare
from ministrack.domain.language import ordinal, tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting
from ministrack.domain.record import Ref
from ministrack.edits.changes import Edit
from ministrack.edits.records import add_record, together
from ministrack.edits.wording import shortened
from ministrack.store.reader import Reader


def meeting_after(read: Reader, identity: str) -> Edit:
    """A planned meeting of the same series, with the delegations of this one as expected ones.

    No date, place, host or delegate is copied: they are not known yet. Raises NotFound.
    """
    meeting = read.get(Meeting, identity)
    if meeting is None:
        raise NotFound(tr("The meeting is no longer in the dossier."))
    number = _next_number(read, meeting)
    copy = Meeting(
        name=tr("{ordinal} meeting", ordinal=ordinal(number)) if number else meeting.name,
        series=meeting.series,
        number=number,
        mode=meeting.mode,
        previous=meeting.id,
    )
    seats = [
        Delegation(meeting=copy.id, party=seat.party, status=Presence.EXPECTED, part=_part(seat.part))
        for seat in read.find(Delegation, Compare("meeting", identity))
    ]
    label = tr("Meeting after {meeting}", meeting=shortened(meeting.name))
    return together(label, map(add_record, (copy, *seats)), Ref(Meeting.TABLE, copy.id))


def _next_number(read: Reader, meeting: Meeting) -> int | None:
    if meeting.series is None:
        return None
    wanted = Compare("series", meeting.series)
    last = read.rows(ListQuery("meeting", ("number",), wanted, sort="number", descending=True), 1)
    return int(last[0]["number"] or 0) + 1 if last else None


def _part(part: Part) -> Part:
    """Who hosted is a member again: the next host is another one."""
    return Part.MEMBER if part is Part.HOST else part
