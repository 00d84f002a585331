"""Which meeting comes next in each series."""

from datetime import date

from ministrack.domain.filters import EVERYTHING, Compare, Comparison, Filter, Not, OneOf, every
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.store.reader import Reader

AHEAD = tuple(
    status.value
    for status in (
        MeetingStatus.PLANNED,
        MeetingStatus.ANNOUNCED,
        MeetingStatus.CONFIRMED,
        MeetingStatus.POSTPONED,
    )
)
"""The statuses of meetings that are neither held nor cancelled."""

_READ = 200  # meetings to come; a dossier rarely plans more
_NO_DAY = "~"  # after every day


def coming(read: Reader, wanted: Filter, today: date, most: int) -> list[str]:
    """Ids of the first meeting to come of each series among those wanted: soonest first, postponed ones last.

    What may be tomorrow or months away comes after what is known to be sooner: the last possible day counts.
    At the end, for series without one, those whose day has passed though nobody said that they were held.
    """
    passed = Compare("date_last", today.isoformat(), Comparison.BELOW)
    first: dict[str, str] = {}
    for when, descending in ((Not(passed), False), (passed, True)):
        if len(first) >= most:
            break
        query = ListQuery(
            "meeting",
            ("series", "status", "date_first", "date_last"),
            every((wanted, OneOf("status", AHEAD), when)),
            "date",
            descending,
        )
        found = read.rows(query, _READ)
        for row in found if descending else sorted(found, key=_soonness):
            first.setdefault(str(row["series"] or row["id"]), str(row["id"]))
    return list(first.values())[:most]


def next_meeting(read: Reader, today: date, series: str | None = None) -> str | None:
    """The id of the next meeting to come, of one series or of whatever series; None where there is none."""
    found = coming(read, Compare("series", series) if series else EVERYTHING, today, 1)
    return found[0] if found else None


def _soonness(row: Row) -> tuple[bool, str, str]:
    is_postponed = row["status"] == MeetingStatus.POSTPONED.value
    return is_postponed, str(row["date_last"] or _NO_DAY), str(row["date_first"] or _NO_DAY)
