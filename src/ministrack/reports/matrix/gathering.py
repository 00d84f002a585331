"""What an attendance matrix is made from: parties, meetings and the seats where they cross."""

from collections.abc import Mapping, Sequence
from datetime import date

from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import Compare, Via
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery, Row
from ministrack.domain.meeting import MeetingStatus
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.reports.frame import Frame, series_of
from ministrack.reports.meetings import MEETING
from ministrack.reports.request import Request
from ministrack.reports.rows import rows, rows_of, text
from ministrack.reports.seats import Seat, seats_at
from ministrack.reports.sourcing import Notes
from ministrack.reports.wording import Wording
from ministrack.store.reader import Reader

_MOST_MEETINGS = 60
_WITH_NOTES = 12  # meetings; sources of more would be longer than the matrix


@dataclass(frozen=True, slots=True)
class Matrix:
    """What the sections tell. Meetings stand by date, the newest that there is room for."""

    words: Wording
    notes: Notes
    today: date
    frame: Frame
    meetings: Sequence[Row]
    older: int
    parties: Sequence[tuple[str, str]]  # ids and names
    seats: Mapping[tuple[str, str], Seat]  # by party and meeting

    @property
    def held(self) -> Sequence[Row]:
        """The meetings that were held."""
        return [row for row in self.meetings if row["status"] == MeetingStatus.HELD.value]


def gather(read: Reader, words: Wording, request: Request) -> Matrix:
    """Reads all that is told. Raises InvalidValue where no series is chosen, or it is gone."""
    if not request.series or not read.exists(Ref("series", request.series)):
        raise InvalidValue(tr("No series is chosen."), field="series", todo=tr("Choose a series."))
    in_series = Compare("series", request.series)
    total = read.count("meeting", in_series)
    undated = rows(read, "meeting", MEETING, Compare("date", None))
    undated = [row for row in undated if row["series"] == request.series][:_MOST_MEETINGS]
    newest = ListQuery("meeting", MEETING, in_series, "date", descending=True)
    dated = [row for row in read.rows(newest, _MOST_MEETINGS) if row["date"]]
    room = _MOST_MEETINGS - len(undated)
    meetings = [*sorted(dated[:room], key=_by_date), *undated]
    frame = series_of(read, {"series": request.series})
    seats = seats_at(read, [text(row["id"]) for row in meetings])
    everybody = [seat for several in seats.values() for seat in several]
    told = [ref for seat in everybody for ref in seat.refs] if len(meetings) <= _WITH_NOTES else []
    within = Via("meeting", "meeting", in_series)
    parties = read.attendance().parties(within, total, tuple(frame.members))
    names = rows_of(read, "party", ("label",), parties)
    called = {seat.party: seat.country for seat in everybody} | dict(frame.members)
    return Matrix(
        words=words,
        notes=Notes(read, words, told),
        today=request.today,
        frame=frame,
        meetings=meetings,
        older=total - len(meetings),
        parties=[(text(row["id"]), called.get(text(row["id"]), text(row["label"]))) for row in names],
        seats={(seat.party, seat.meeting): seat for seat in everybody},
    )


def _by_date(meeting: Row) -> tuple[str, str, str]:
    return text(meeting["date_first"]), text(meeting["date_last"]), text(meeting["id"])
