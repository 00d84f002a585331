"""The task list: what each owner owes, since when, how far, and what is overdue."""

from ministrack.domain.language import N_, interface_language
from ministrack.domain.record import Ref
from ministrack.reports.document import Paper
from ministrack.reports.meetings import day
from ministrack.reports.request import Request
from ministrack.reports.wording import wording
from ministrack.reports.worklist.gathering import gather, party_name
from ministrack.reports.worklist.tables import done_tasks, numbers, open_tasks
from ministrack.store.reader import Reader

LABEL = N_("Task list")
PURPOSE = N_("Open tasks by owner: since when, how far, by when, what is overdue, and what was done lately.")


def make(read: Reader, request: Request) -> Paper:
    """The list of all tasks, or of those of a series, a meeting or an owner."""
    with read.snapshot():
        found = gather(read, wording("tasks"), request)
        meeting = read.label(Ref("meeting", request.meeting)) if request.meeting else ""
        series = read.label(Ref("series", request.series)) if request.series else ""
        owner = party_name(read, request)
    words = found.words
    title = words("title")
    if owner:
        title = words("title_owner", owner=owner)
    elif meeting:
        title = words("title_meeting", meeting=meeting)
    as_of = words("as_of", day=day(found.today.isoformat()))
    about = [each for each in (series, meeting if owner else "") if each]
    return Paper(
        title=title,
        subtitle=" · ".join((*about, as_of)),
        foot=" · ".join((words("kind"), *about, as_of)),
        blocks=[numbers(found), *open_tasks(found), *done_tasks(found)],
        language=interface_language(),
        landscape=bool(found.waits),
    )
