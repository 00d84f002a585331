"""What would stand in the way of a meeting on another date: others of that day, the order of its series."""

from ministrack.domain.date_spans import Precision, span
from ministrack.domain.dates import show
from ministrack.domain.filters import Compare, Comparison, Filter, Not, OneOf, Overlaps, every
from ministrack.domain.known_days import known_days
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.values import dataclass
from ministrack.edits.wording import meeting_in_words, shortened
from ministrack.store.reader import Reader

_NAMED = 2  # so many meetings are named; the others are counted
_LOOKED_AT = 50
_CLOSE = (Precision.DAY.value, Precision.INTERVAL.value)  # a day, or from day to day
_COLUMNS = ("name", "number", "city", "country_name", "date")


@dataclass(frozen=True, slots=True)
class Others:
    """Other meetings: a few in words, and how many there are."""

    named: tuple[str, ...] = ()
    count: int = 0


def same_time(read: Reader, meeting: Meeting, edtf: str) -> Others:
    """The meetings of the same days; of a looser date, those of the series that may fall into it."""
    covered = span(edtf)
    also = every(
        (
            Overlaps("date", covered.first, covered.last),
            Not(Compare("id", meeting.id)),
            Not(Compare("status", MeetingStatus.CANCELLED.value)),
        )
    )
    if known_days(edtf) is not None:
        to_the_day = every((also, OneOf("date_precision", _CLOSE)))
        rows = _meetings(read, to_the_day)
        return _others([row for row in rows if known_days(str(row["date"])) is not None])
    if meeting.series is None:
        return Others()
    return _others(_meetings(read, every((also, Compare("series", meeting.series)))))


def out_of_order(read: Reader, meeting: Meeting, edtf: str) -> tuple[Others, Others]:
    """Earlier ones of the series that would come after it, and later ones that would come before it."""
    covered = span(edtf)
    if meeting.series is None or meeting.number is None or covered.first is None or covered.last is None:
        return Others(), Others()
    series = Compare("series", meeting.series)
    is_earlier = Compare("number", meeting.number, Comparison.BELOW)
    is_later = Compare("number", meeting.number, Comparison.ABOVE)
    after_it = Compare("date_first", covered.last, Comparison.ABOVE)
    before_it = Compare("date_last", covered.first, Comparison.BELOW)
    return (
        _others(_meetings(read, every((series, is_earlier, after_it)))),
        _others(_meetings(read, every((series, is_later, before_it)))),
    )


def _meetings(read: Reader, wanted: Filter) -> list[Row]:
    return read.rows(ListQuery("meeting", _COLUMNS, wanted, sort="date"), _LOOKED_AT)


def _others(rows: list[Row]) -> Others:
    return Others(tuple(map(_in_words, rows[:_NAMED])), len(rows))


def _in_words(row: Row) -> str:
    place = row["city"] or row["country_name"]
    if place and row["number"] is not None:
        return meeting_in_words(row["number"], place, row["date"])
    return tr("{name}, {date}", name=shortened(str(row["name"])), date=show(str(row["date"] or "")))
