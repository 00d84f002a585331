"""The delegation list of a meeting: who came or is expected, in the order of protocol or of the alphabet."""

from ministrack.domain.language import N_, interface_language
from ministrack.reports.delegations.attendance import attendance, facts
from ministrack.reports.delegations.gathering import gather
from ministrack.reports.delegations.listing import chosen_columns, is_wide, listing
from ministrack.reports.document import Paper
from ministrack.reports.meetings import day, in_place
from ministrack.reports.request import Request
from ministrack.reports.rows import text
from ministrack.reports.wording import wording
from ministrack.store.reader import Reader

LABEL = N_("Delegation list")
PURPOSE = N_("Who came to a meeting or is expected, with heads, titles, levels and everybody else recorded.")


def make(read: Reader, request: Request) -> Paper:
    """The list. Raises InvalidValue where no meeting is chosen, or a column does not exist."""
    with read.snapshot():
        found = gather(read, wording("delegations"), request)
    words = found.words
    columns = chosen_columns(found, request.columns)
    as_of = words("as_of", day=day(found.today.isoformat()))
    name = text(found.meeting["name"])
    return Paper(
        title=words("title", meeting=name),
        subtitle=" · ".join((in_place(words, found.meeting), as_of)),
        foot=" · ".join((name, words("kind"), as_of)),
        blocks=[facts(found), *listing(found, columns), *attendance(found)],
        language=interface_language(),
        landscape=is_wide(columns),
    )
