"""The briefing note for the next meeting: two pages for somebody who has to attend."""

from collections.abc import Iterable

from ministrack.domain.errors import InvalidValue
from ministrack.domain.isolating import isolated
from ministrack.domain.language import N_, interface_language, tr
from ministrack.domain.lists import Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.edits.coming import next_meeting
from ministrack.reports.brief.adopted import adopted
from ministrack.reports.brief.agenda import agenda
from ministrack.reports.brief.expected import expected
from ministrack.reports.brief.gaps import not_known
from ministrack.reports.brief.gathering import Brief, gather
from ministrack.reports.brief.last_meeting import last_meeting
from ministrack.reports.brief.owed import owed
from ministrack.reports.brief.standing import standing
from ministrack.reports.document import Paper
from ministrack.reports.meetings import day, meeting_row, when
from ministrack.reports.request import Request
from ministrack.reports.rows import label, text
from ministrack.reports.wording import wording
from ministrack.store.reader import Reader

LABEL = N_("Briefing note")
PURPOSE = N_("What somebody has to know who attends the next meeting: two pages, more for a large one.")


def make(read: Reader, request: Request) -> Paper:
    """The note for the meeting asked for, else for the next one of the series, else of all series.

    Raises InvalidValue where there is no meeting to come.
    """
    with read.snapshot():
        meeting = meeting_row(read, request.meeting or _next(read, request), "meeting")
        if meeting["status"] == MeetingStatus.HELD.value:
            raise InvalidValue(
                tr("“{meeting}” has been held: there is nothing to prepare.", meeting=text(meeting["name"])),
                field="meeting",
                todo=tr("Choose a meeting that is still to come, or compare two meetings."),
            )
        brief = gather(read, wording("brief"), meeting, request.today)
        return _paper(read, brief)


def _next(read: Reader, request: Request) -> str:
    found = next_meeting(read, request.today, request.series)
    if found:
        return found
    series = read.label(Ref("series", request.series)) if request.series else ""
    raise InvalidValue(
        tr("No next meeting of “{series}” is recorded.", series=series)
        if series
        else tr("No meeting to come is recorded."),
        field="meeting",
        safe=tr("Nothing was changed."),
        todo=tr("Add the next meeting. It may be without a date and a place."),
    )


def _paper(read: Reader, brief: Brief) -> Paper:
    words, meeting = brief.words, brief.meeting
    as_of = words("as_of", day=day(brief.today.isoformat()))
    blocks = [
        *standing(brief),
        *expected(brief),
        *last_meeting(brief),
        *adopted(brief),
        *owed(brief),
        *not_known(read, brief),
        *agenda(brief),
    ]
    return Paper(
        title=words("title", meeting=text(meeting["name"])),
        subtitle=_joined((words("kind"), _where_and_when(meeting), _put_off(meeting), as_of)),
        foot=_joined((text(meeting["series_name"]) or text(meeting["name"]), words("kind"), as_of)),
        blocks=blocks,
        language=interface_language(),
    )


def _where_and_when(meeting: Row) -> str:
    """ "Türkiye, 2026"; empty where neither is known."""
    where = text(meeting["city"]) or text(meeting["country_name"])
    return ", ".join(isolated(part) for part in (where, when(meeting)) if part)


def _put_off(meeting: Row) -> str:
    """That the date above holds no more; empty where it does."""
    status = text(meeting["status"])
    is_off = status in (MeetingStatus.POSTPONED.value, MeetingStatus.CANCELLED.value)
    return label(MeetingStatus, status).lower() if is_off else ""


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
