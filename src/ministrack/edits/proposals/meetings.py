"""The meeting of the dossier that a proposed one is: by number in the series, by day and city, by name."""

from ministrack.domain.dates import span
from ministrack.domain.errors import InvalidValue
from ministrack.domain.filters import Compare, Overlaps, every
from ministrack.domain.language import tr
from ministrack.domain.lists import ListQuery
from ministrack.domain.meeting import Meeting
from ministrack.domain.names import fold
from ministrack.domain.proposal import Proposal
from ministrack.domain.record import Ref
from ministrack.domain.values import dataclass
from ministrack.edits.proposals.comparing import overlap
from ministrack.edits.proposals.known import Known
from ministrack.edits.proposals.likeness import likeness, same_city, words_of
from ministrack.edits.proposals.reviewed import Candidate

_HITS = 20
_MOST = 40  # meetings of one day that are looked at
_SHOWN = 5
_DAY = 10  # characters of a date that names a day
_ALIKE = 0.6
_TELLING = 4  # words of a name that is not just "third meeting"
_SAME = 90  # a score that leaves no doubt


def meetings_like(known: Known, proposal: Proposal, series: Ref | None) -> tuple[Candidate, ...]:
    """Meetings that may be meant, best first."""
    found = []
    for meeting in _looked_up(known, proposal, series):
        score, why = _likeness(_seen(known, proposal, meeting, series))
        if score:
            ref = Ref(Meeting.TABLE, meeting.id)
            found.append(Candidate(ref, meeting.name, score, why, is_same=score >= _SAME))
    found.sort(key=lambda each: -each.score)
    return tuple(found[:_SHOWN])


def _looked_up(known: Known, proposal: Proposal, series: Ref | None) -> list[Meeting]:
    read, number = known.read, proposal.value("number")
    found: dict[str, Meeting] = {}
    if series is not None:
        own = Compare("series", series.id)
        if number.isdecimal():
            same = read.find(Meeting, every((own, Compare("number", int(number)))))
            found |= {each.id: each for each in same}
        found |= {each.id: each for each in _on_days(known, proposal.value("date"), own)}
    if len(proposal.value("date")) == _DAY:
        found |= {each.id: each for each in _on_days(known, proposal.value("date"))}
    for hit in read.search(proposal.value("name"), ("meeting",), _HITS) if proposal.value("name") else ():
        meeting = read.get(Meeting, hit.ref.id)
        if meeting is not None:
            found[meeting.id] = meeting
    return list(found.values())


def _on_days(known: Known, date: str, *others: Compare) -> list[Meeting]:
    """Meetings that may have been on the days of a date."""
    try:
        days = span(date)
    except InvalidValue:
        return []
    wanted = every((Overlaps("date", days.first, days.last), *others))
    ids = [str(row["id"]) for row in known.read.rows(ListQuery(Meeting.TABLE, ("id",), wanted), _MOST)]
    return [meeting for each in ids if (meeting := known.read.get(Meeting, each)) is not None]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a proposed meeting and one of the dossier have in common; None where one of them is silent."""

    number: bool | None
    days: bool | None
    one_day: bool  # both name the same day
    far: bool  # years lie between the dates: more than a meeting is postponed
    place: bool | None
    series: bool | None
    name: bool
    alike: bool  # the names have most words in common
    telling: bool  # the name says more than "third meeting"


def _seen(known: Known, proposal: Proposal, meeting: Meeting, series: Ref | None) -> _Seen:
    number, date, name = (proposal.value(each) for each in ("number", "date", "name"))
    days = overlap(date, meeting.date) if date and meeting.date else None
    return _Seen(
        number=str(meeting.number) == number if number and meeting.number is not None else None,
        days=days,
        one_day=bool(days) and len(date) == len(meeting.date or "") == _DAY,
        far=days is False and _years_between(date, str(meeting.date)) > 1,
        place=_same_place(known, proposal, meeting),
        series=meeting.series == series.id if series is not None and meeting.series else None,
        name=bool(name) and fold(name) == fold(meeting.name),
        alike=likeness(name, meeting.name) >= _ALIKE,
        telling=len(words_of(name)) >= _TELLING,
    )


def _likeness(seen: _Seen) -> tuple[int, str]:
    """How sure it is that a meeting is meant, and why."""
    if seen.series and seen.number:
        if seen.far:
            return 80, tr("same number in the series, another year")
        return 100, tr("same number in the series")
    if seen.days is False or (seen.series and seen.number is False):
        return 0, ""
    if seen.place is False:
        return (40, tr("same date, another place")) if seen.one_day and seen.series else (0, "")
    if seen.series is False:
        return (50, tr("same date and place, another series")) if seen.one_day and seen.place else (0, "")
    return _in_series(seen) if seen.series else _elsewhere(seen)


def _in_series(seen: _Seen) -> tuple[int, str]:
    """Of two meetings of one series of which the numbers are not both known."""
    if seen.one_day:
        return 95, tr("same date in the series")
    if seen.days and seen.name:
        return 92, tr("same name, the dates agree")
    if seen.days:
        return (75, tr("same series and city, the dates agree")) if seen.place else (
            60, tr("same series, the dates agree"),
        )  # fmt: skip
    return (55, tr("same name")) if seen.name and seen.telling else (0, "")


def _elsewhere(seen: _Seen) -> tuple[int, str]:
    """Of two meetings of which one belongs to no series that is known."""
    if seen.one_day and (seen.name or (seen.place and seen.alike)):
        return 90, tr("same date, similar name")
    if seen.one_day and seen.place:
        return 70, tr("same date and city")
    if seen.name and seen.telling and seen.days and seen.place:
        return 90, tr("same name and city, the dates agree")
    if seen.number and seen.days:
        return 55, tr("same number, the dates agree")
    return (55, tr("same name")) if seen.name and seen.telling else (0, "")


def _years_between(one: str, other: str) -> int:
    """How many years lie between two dates; none where one of them is open."""
    try:
        first, second = (span(each).first for each in (one, other))
    except InvalidValue:
        return 0
    return abs(int(first[:4]) - int(second[:4])) if first and second else 0


def _same_place(known: Known, proposal: Proposal, meeting: Meeting) -> bool | None:
    """Whether both are in one city, or where no city is known, in one country; None where it is not said."""
    city = proposal.value("city")
    if city and meeting.city:
        return same_city(city, meeting.city)
    country = proposal.value("country")
    if country and meeting.country:
        party = known.parties.find(country)
        return False if party is None or party.id != meeting.country else None
    return None
