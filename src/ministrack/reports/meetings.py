"""Meetings as papers speak of them: which one, when, where, and which was held before it."""

from ministrack.domain.dates import show_long
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import Compare, Comparison, Filter, Not, every
from ministrack.domain.isolating import isolated
from ministrack.domain.language import interface_language, tr
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.reports.rows import text
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

MEETING = (
    "name", "series", "series_name", "number", "status", "date", "date_first", "date_last", "date_precision",
    "time", "city", "country", "country_name", "venue", "host", "host_name", "mode", "theme", "summary",
    "previous",
)  # fmt: skip
"""The columns that a paper knows of a meeting."""

_HELD = Compare("status", MeetingStatus.HELD.value)


def meeting_row(read: Reader, identity: str | None, field: str) -> Row:
    """The meeting. Raises InvalidValue, with the `field` asked for, where none is chosen or it is gone."""
    if not identity:
        raise InvalidValue(tr("No meeting is chosen."), field=field, todo=tr("Choose a meeting."))
    row = read.row(Ref("meeting", identity), MEETING)
    if row is None:
        raise InvalidValue(
            tr("The meeting is not in the dossier any more."), field=field, todo=tr("Choose another meeting.")
        )
    return row


def held_before(read: Reader, meeting: Row) -> Row | None:
    """The last meeting held before this one: the one it names, else the one before it in its series."""
    if meeting["previous"]:
        row = read.row(Ref("meeting", text(meeting["previous"])), MEETING)
        if row is not None and row["status"] == MeetingStatus.HELD.value:
            return row
    if not meeting["series"]:
        return None
    others = every(
        (Compare("series", text(meeting["series"])), _HELD, Not(Compare("id", text(meeting["id"]))))
    )
    if isinstance(meeting["number"], int):
        earlier = Compare("number", meeting["number"], Comparison.BELOW)
        if found := _last(read, every((others, earlier)), "number"):
            return found
    if meeting["date_last"]:
        others = every((others, Compare("date_first", text(meeting["date_last"]), Comparison.BELOW)))
    return _last(read, others, "date")


def _last(read: Reader, wanted: Filter, sort: str) -> Row | None:
    found = read.rows(ListQuery("meeting", MEETING, wanted, sort, descending=True), 1)
    return found[0] if found else None


def place(meeting: Row) -> str:
    """ "Baku, Azerbaijan"; empty where neither is known."""
    return ", ".join(
        isolated(part) for part in (text(meeting["city"]), text(meeting["country_name"])) if part
    )


def when(meeting: Row) -> str:
    """The date in words, no more precise than it is; empty where it is not known."""
    return day(text(meeting["date"]))


def day(edtf: str) -> str:
    """ "20 November 2025"; empty for no date."""
    return show_long(edtf, interface_language()) if edtf else ""


def in_short(meeting: Row) -> str:
    """By the city, else the country, else its name: "Baku"."""
    return text(meeting["city"]) or text(meeting["country_name"]) or text(meeting["name"])


def in_place(words: Wording, meeting: Row) -> str:
    """ "Baku, 20 November 2025"; what is not known is left out."""
    date = when(meeting)
    return words("meeting.dated", meeting=in_short(meeting), date=date) if date else in_short(meeting)


def about(meeting: Row) -> Ref:
    """Where the meeting is found."""
    return Ref("meeting", text(meeting["id"]))
